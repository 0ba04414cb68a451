package mcx.network;

import java.util.List;
import java.util.Set;
import mcx.inet.Asn;
import mcx.inet.Community;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * What is done to routes in one direction: the first statement that matches decides.
 *
 * @param statements in order
 * @param otherwise whether a route that none matches is permitted
 */
public record Policy(List<Statement> statements, boolean otherwise) {

  /** Lets everything through unchanged. */
  public static final Policy PERMIT = new Policy(List.of(), true);

  /** Lets nothing through. */
  public static final Policy DENY = new Policy(List.of(), false);

  public Policy {
    statements = List.copyOf(statements);
  }

  /** This policy after {@code first}: what the first permits goes on to this one. */
  public static Policy sequence(Statement first, Policy then) {
    java.util.ArrayList<Statement> all = new java.util.ArrayList<>();
    all.add(first);
    all.addAll(then.statements);
    return new Policy(all, then.otherwise);
  }

  /**
   * One statement. What is empty or null matches everything; of several prefixes, communities or
   * kinds one must match; of the different conditions all must.
   *
   * @param reason why it denies, in words, for showing ("Google Cloud Router does not re-advertise
   *     learned routes"); null where the architect wrote it
   * @param prefixes matched prefixes with bounds
   * @param communities matched communities
   * @param asPath matched path, as written with blanks; {@code _} is already expanded
   * @param neighbor the AS number at the head of the path
   * @param learned how the route came into the table
   * @param from the sessions or propagations it came in by
   * @param permit whether a matching route passes
   * @param set what is changed on one that passes
   */
  public record Statement(
      @Nullable String reason,
      List<Match> prefixes,
      Set<Community> communities,
      @Nullable PathMatch asPath,
      @Nullable Asn neighbor,
      Set<Learned> learned,
      Set<String> from,
      boolean permit,
      Change set) {

    public Statement {
      prefixes = List.copyOf(prefixes);
      communities = Set.copyOf(communities);
      learned = Set.copyOf(learned);
      from = Set.copyOf(from);
    }

    /** Denies what came into the table in one of these ways. */
    public static Statement deny(String reason, Learned... learned) {
      return new Statement(
          reason, List.of(), Set.of(), null, null, Set.of(learned), Set.of(), false, Change.NONE);
    }

    /** Denies these prefixes. */
    public static Statement denyPrefixes(String reason, List<Match> prefixes) {
      return new Statement(
          reason, prefixes, Set.of(), null, null, Set.of(), Set.of(), false, Change.NONE);
    }

    /** Permits everything, with this change. */
    public static Statement set(Change change) {
      return new Statement(null, List.of(), Set.of(), null, null, Set.of(), Set.of(), true, change);
    }
  }

  /** How a route came into a table. */
  public enum Learned {
    /** The table holds it itself, has it by hand, or summarised it. */
    LOCAL,
    /** An interface lies in it. */
    CONNECTED,
    STATIC,
    AGGREGATE,
    /** By an outer BGP session. */
    EXTERNAL,
    /** By an inner BGP session. */
    INNER,
    /** From another VRF of the VPN domain. */
    VPN,
    /** By a propagation. */
    PROPAGATED
  }

  /**
   * A prefix, or the more specific ones inside it.
   *
   * @param ge the shortest length that matches
   * @param le the longest length that matches
   */
  public record Match(Prefix prefix, int ge, int le) {

    public static Match exactly(Prefix prefix) {
      return new Match(prefix, prefix.length(), prefix.length());
    }

    /** The prefix and everything inside it. */
    public static Match within(Prefix prefix) {
      return new Match(prefix, prefix.length(), prefix.family().bits());
    }

    public boolean matches(Prefix p) {
      return p.length() >= ge && p.length() <= le && prefix.contains(p);
    }
  }

  /**
   * What is changed on a route. Null leaves things as they are.
   *
   * @param prepend how often the sender's own number is put before the path in addition (in an
   *     import policy: the neighbour's)
   * @param prependAsn the number that is prepended instead of the sender's own; null for that
   * @param hidePrivateAsns whether a path that holds private numbers only is emptied, before
   *     anything is prepended
   */
  public record Change(
      @Nullable Long localPreference,
      @Nullable Long med,
      int prepend,
      @Nullable Asn prependAsn,
      Set<Community> add,
      Set<Community> remove,
      @Nullable Integer weight,
      @Nullable Integer distance,
      boolean hidePrivateAsns) {

    /** Changes nothing. */
    public static final Change NONE =
        new Change(null, null, 0, null, Set.of(), Set.of(), null, null);

    public Change {
      add = Set.copyOf(add);
      remove = Set.copyOf(remove);
    }

    /** A change that leaves private numbers as they are. */
    public Change(
        @Nullable Long localPreference,
        @Nullable Long med,
        int prepend,
        @Nullable Asn prependAsn,
        Set<Community> add,
        Set<Community> remove,
        @Nullable Integer weight,
        @Nullable Integer distance) {
      this(localPreference, med, prepend, prependAsn, add, remove, weight, distance, false);
    }

    /** Whether anything but the path is changed. */
    public boolean changesAttributes() {
      return localPreference != null
          || med != null
          || weight != null
          || distance != null
          || !add.isEmpty()
          || !remove.isEmpty();
    }

    public static Change weight(int weight) {
      return new Change(null, null, 0, null, Set.of(), Set.of(), weight, null);
    }

    public static Change localPreference(long value) {
      return new Change(value, null, 0, null, Set.of(), Set.of(), null, null);
    }
  }
}
