package mcx.design;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import mcx.inet.Asn;
import mcx.inet.Community;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * What is done to routes at one end of a session, in one direction: the first term that matches
 * decides.
 *
 * @param terms in order
 * @param otherwise whether a route that no term matches is permitted
 */
public record RoutePolicy(List<Term> terms, boolean otherwise) {

  /** Lets everything through unchanged, as routers do where no policy is set. */
  public static final RoutePolicy PERMIT_ALL = new RoutePolicy(List.of(), true);

  public RoutePolicy {
    terms = Checks.list(terms);
  }

  /** Permits exactly these prefixes, unchanged. */
  public static RoutePolicy only(List<Prefix> prefixes) {
    return new RoutePolicy(
        List.of(
            new Term(
                "only",
                prefixes.stream().map(p -> new PrefixMatch(p, null, null)).toList(),
                List.of(),
                null,
                null,
                true,
                Change.NONE)),
        false);
  }

  /** Permits everything and sets this local preference. */
  public static RoutePolicy localPreference(long value) {
    return new RoutePolicy(
        List.of(
            new Term(
                "prefer",
                List.of(),
                List.of(),
                null,
                null,
                true,
                new Change(value, null, 0, List.of(), List.of(), null))),
        true);
  }

  /** Permits everything and prepends the sender's own number this often. */
  public static RoutePolicy prepend(int times) {
    return new RoutePolicy(
        List.of(
            new Term(
                "prepend",
                List.of(),
                List.of(),
                null,
                null,
                true,
                new Change(null, null, times, List.of(), List.of(), null))),
        true);
  }

  /**
   * One term. What is empty or null matches everything; of several prefixes, whether they stand in
   * the term or in a list that it names, or of several communities one must match; of the different
   * conditions all must.
   *
   * @param lists the named lists of prefixes that it looks in, besides its own prefixes
   * @param asPath a regular expression over the path written with blanks, where {@code _} stands
   *     for a boundary, as routers have it: {@code _64514$}
   * @param neighbor the AS number of the neighbour the route was learned from
   * @param permit whether a matching route passes
   * @param set what is changed on one that passes
   */
  public record Term(
      String name,
      List<PrefixMatch> prefixes,
      Set<ListName> lists,
      List<Community> communities,
      @Nullable String asPath,
      @Nullable Asn neighbor,
      boolean permit,
      Change set) {

    /** One that names no list. */
    public Term(
        String name,
        List<PrefixMatch> prefixes,
        List<Community> communities,
        @Nullable String asPath,
        @Nullable Asn neighbor,
        boolean permit,
        Change set) {
      this(name, prefixes, Set.of(), communities, asPath, neighbor, permit, set);
    }

    public Term {
      name = Checks.name(name);
      prefixes = Checks.list(prefixes);
      lists = Checks.set(lists);
      communities = Checks.list(communities);
      if (asPath != null) {
        try {
          Pattern.compile(asPath.replace("_", "(?:^|$| )"));
        } catch (PatternSyntaxException e) {
          throw new InvalidDesignException(
              "“"
                  + asPath
                  + "” is no regular expression for AS paths: "
                  + e.getDescription()
                  + ".");
        }
      }
    }

    /** Whether every route matches. */
    public boolean matchesAll() {
      return prefixes.isEmpty()
          && lists.isEmpty()
          && communities.isEmpty()
          && asPath == null
          && neighbor == null;
    }

    /** The term with other prefixes to match. */
    public Term matching(List<PrefixMatch> newPrefixes, Set<ListName> newLists) {
      return new Term(name, newPrefixes, newLists, communities, asPath, neighbor, permit, set);
    }

    /** The term with another change. */
    public Term setting(Change change) {
      return new Term(name, prefixes, lists, communities, asPath, neighbor, permit, change);
    }
  }

  /**
   * Matches a prefix and, where bounds are given, the more specific ones inside it.
   *
   * @param ge the shortest length that matches; null for the prefix's own
   * @param le the longest length that matches; null for the longest there is if {@code ge} is
   *     given, else the prefix's own
   */
  public record PrefixMatch(Prefix prefix, @Nullable Integer ge, @Nullable Integer le) {
    public PrefixMatch {
      int bits = prefix.family().bits();
      int low = ge == null ? prefix.length() : ge;
      int high = le == null ? (ge == null ? prefix.length() : bits) : le;
      if (low < prefix.length() || high > bits || low > high) {
        throw new InvalidDesignException(
            "The bounds of “"
                + prefix
                + "” must be "
                + prefix.length()
                + " ≤ ge ≤ le ≤ "
                + bits
                + ".");
      }
    }
  }

  /**
   * What a term changes on a route.
   *
   * @param localPreference 0 to 4294967295
   * @param med 0 to 4294967295
   * @param prepend how often the own AS number is put before the path in addition, 0 to 50
   * @param addCommunities put on
   * @param removeCommunities taken off
   * @param weight the router's own preference, above all others, 0 to 65535
   */
  public record Change(
      @Nullable Long localPreference,
      @Nullable Long med,
      int prepend,
      List<Community> addCommunities,
      List<Community> removeCommunities,
      @Nullable Integer weight) {

    /** Changes nothing. */
    public static final Change NONE = new Change(null, null, 0, List.of(), List.of(), null);

    public Change {
      addCommunities = Checks.list(addCommunities);
      removeCommunities = Checks.list(removeCommunities);
      if (prepend < 0 || prepend > 50) {
        throw new InvalidDesignException("A path is prepended 0 to 50 times, not " + prepend + ".");
      }
      if (localPreference != null && (localPreference < 0 || localPreference > 0xffff_ffffL)) {
        throw new InvalidDesignException("A local preference goes from 0 to 4294967295.");
      }
      if (med != null && (med < 0 || med > 0xffff_ffffL)) {
        throw new InvalidDesignException("A MED goes from 0 to 4294967295.");
      }
      if (weight != null && (weight < 0 || weight > 65535)) {
        throw new InvalidDesignException("A weight goes from 0 to 65535.");
      }
    }
  }
}
