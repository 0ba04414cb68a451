package mcx.change.fix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import mcx.design.BgpEnd;
import mcx.design.RoutePolicy;
import mcx.design.RoutePolicy.Change;
import mcx.design.RoutePolicy.PrefixMatch;
import mcx.design.RoutePolicy.Term;
import mcx.inet.Community;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/** Edits of route policies. */
public final class PolicyEdits {

  private PolicyEdits() {}

  /** An edit of what one end of a session sends. */
  public static UnaryOperator<BgpEnd> sending(UnaryOperator<RoutePolicy> edit) {
    return end -> end.with("exportPolicy", edit.apply(end.exportPolicy()));
  }

  /** An edit of what one end of a session does to what it receives. */
  public static UnaryOperator<BgpEnd> receiving(UnaryOperator<RoutePolicy> edit) {
    return end -> end.with("importPolicy", edit.apply(end.importPolicy()));
  }

  /** The policy with this local preference set on all that it lets through. */
  public static RoutePolicy preferring(RoutePolicy policy, long localPreference) {
    return onAll(
        policy,
        "prefer",
        c ->
            new Change(
                localPreference,
                c.med(),
                c.prepend(),
                c.addCommunities(),
                c.removeCommunities(),
                c.weight()));
  }

  /** The policy with the path prepended no more often than this. */
  public static RoutePolicy prependingAtMost(RoutePolicy policy, int times) {
    return edited(policy, c -> prepending(c, Math.min(times, c.prepend())));
  }

  /** The policy with the path prepended this often on all that it lets through. */
  public static RoutePolicy prepending(RoutePolicy policy, int times) {
    return onAll(policy, "prepend", c -> prepending(c, times));
  }

  /** The policy with the path prepended this much more often on all that it lets through. */
  public static RoutePolicy prependingMore(RoutePolicy policy, int times) {
    return onAll(policy, "prepend", c -> prepending(c, c.prepend() + times));
  }

  private static Change prepending(Change c, int times) {
    return new Change(
        c.localPreference(), c.med(), times, c.addCommunities(), c.removeCommunities(), c.weight());
  }

  /** The policy with this MED set on all that it lets through. */
  public static RoutePolicy telling(RoutePolicy policy, long med) {
    return onAll(policy, "rank", c -> withMed(c, med));
  }

  private static Change withMed(Change c, @Nullable Long med) {
    return new Change(
        c.localPreference(),
        med,
        c.prepend(),
        c.addCommunities(),
        c.removeCommunities(),
        c.weight());
  }

  /** The policy with this MED instead of any that it sets; null for none. */
  public static RoutePolicy withMed(RoutePolicy policy, @Nullable Long med) {
    return edited(policy, c -> c.med() == null ? c : withMed(c, med));
  }

  /** The policy without local preference, MED and weight. */
  public static RoutePolicy withoutRanks(RoutePolicy policy) {
    return edited(
        policy,
        c -> new Change(null, null, c.prepend(), c.addCommunities(), c.removeCommunities(), null));
  }

  /** The policy with the community put on all that it lets through. */
  public static RoutePolicy marking(RoutePolicy policy, Community community) {
    return onAll(
        policy,
        "mark",
        c -> {
          List<Community> all = new ArrayList<>(c.addCommunities());
          if (!all.contains(community)) {
            all.add(community);
          }
          return new Change(
              c.localPreference(), c.med(), c.prepend(), all, c.removeCommunities(), c.weight());
        });
  }

  /** The policy with these prefixes, and the more specific ones inside them, refused before all. */
  public static RoutePolicy refusing(RoutePolicy policy, String name, Collection<Prefix> prefixes) {
    return first(
        policy,
        new Term(
            name,
            prefixes.stream().map(p -> new PrefixMatch(p, p.length(), null)).toList(),
            List.of(),
            null,
            null,
            false,
            Change.NONE));
  }

  /** The policy with exactly these prefixes refused before all. */
  public static RoutePolicy refusingExactly(
      RoutePolicy policy, String name, Collection<Prefix> prefixes) {
    return first(policy, term(name, prefixes, false, Change.NONE));
  }

  /** The policy with this term before all others; as it is where it is there. */
  private static RoutePolicy first(RoutePolicy policy, Term term) {
    List<Term> terms = new ArrayList<>(policy.terms());
    if (!terms.isEmpty() && terms.getFirst().equals(term)) {
      return policy;
    }
    terms.addFirst(term);
    return new RoutePolicy(terms, policy.otherwise());
  }

  /** The policy with these prefixes held back, and those let through, before all else. */
  public static RoutePolicy exchanging(
      RoutePolicy policy, Collection<Prefix> deny, Collection<Prefix> permit) {
    List<Term> terms = new ArrayList<>();
    if (!deny.isEmpty()) {
      terms.add(term("hold back", deny, false, Change.NONE));
    }
    if (!permit.isEmpty()) {
      terms.add(term("let through", permit, true, firstChange(policy)));
    }
    terms.addAll(policy.terms());
    return new RoutePolicy(terms, policy.otherwise());
  }

  /** What the policy sets on ordinary routes, so that one let through is not treated otherwise. */
  private static Change firstChange(RoutePolicy policy) {
    return policy.terms().stream()
        .filter(Term::permit)
        .map(Term::set)
        .findFirst()
        .orElse(Change.NONE);
  }

  private static Term term(String name, Collection<Prefix> prefixes, boolean permit, Change set) {
    return new Term(
        name,
        prefixes.stream().map(p -> new PrefixMatch(p, null, null)).toList(),
        List.of(),
        null,
        null,
        permit,
        set);
  }

  /** Edits every change, and makes one for what no term matches, where that is let through. */
  private static RoutePolicy onAll(RoutePolicy policy, String name, UnaryOperator<Change> edit) {
    RoutePolicy edited = edited(policy, edit);
    boolean catchesAll = policy.terms().stream().anyMatch(Term::matchesAll);
    if (!policy.otherwise() || catchesAll) {
      return edited;
    }
    List<Term> terms = new ArrayList<>(edited.terms());
    terms.add(new Term(name, List.of(), List.of(), null, null, true, edit.apply(Change.NONE)));
    return new RoutePolicy(terms, true);
  }

  private static RoutePolicy edited(RoutePolicy policy, UnaryOperator<Change> edit) {
    List<Term> terms = new ArrayList<>();
    for (Term t : policy.terms()) {
      terms.add(t.permit() ? t.setting(edit.apply(t.set())) : t);
    }
    return new RoutePolicy(terms, policy.otherwise());
  }
}
