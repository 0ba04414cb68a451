package mcx.editor.field;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mcx.design.ListName;
import mcx.design.RoutePolicy;
import mcx.design.RoutePolicy.Change;
import mcx.design.RoutePolicy.PrefixMatch;
import mcx.design.RoutePolicy.Term;
import org.jspecify.annotations.Nullable;

/**
 * The policies that most sessions have, as a few values: pass some prefixes or all, and set a local
 * preference, a MED or a longer path on what passes.
 *
 * @param name the term's name, kept as it is
 * @param only what passes, besides what is in lists; with no lists, empty for all
 * @param lists the prefix lists with what passes
 * @param localPreference null for unchanged
 * @param med null for unchanged
 * @param prepend how often the path is prepended
 */
record SimplePolicy(
    String name,
    List<PrefixMatch> only,
    Set<ListName> lists,
    @Nullable Long localPreference,
    @Nullable Long med,
    int prepend) {

  private static final SimplePolicy NOTHING =
      new SimplePolicy("", List.of(), Set.of(), null, null, 0);

  SimplePolicy {
    only = List.copyOf(only);
    lists = Collections.unmodifiableSortedSet(new TreeSet<>(lists));
  }

  /** The policy in these terms; null where it says more. */
  static @Nullable SimplePolicy of(RoutePolicy policy) {
    if (policy.equals(RoutePolicy.PERMIT_ALL)) {
      return NOTHING;
    }
    if (policy.terms().size() != 1) {
      return null;
    }
    Term term = policy.terms().getFirst();
    Change set = term.set();
    boolean simple =
        term.permit()
            && term.communities().isEmpty()
            && term.asPath() == null
            && term.neighbor() == null
            && set.addCommunities().isEmpty()
            && set.removeCommunities().isEmpty()
            && set.weight() == null
            && policy.otherwise() == (term.prefixes().isEmpty() && term.lists().isEmpty());
    return simple
        ? new SimplePolicy(
            term.name(),
            term.prefixes(),
            term.lists(),
            set.localPreference(),
            set.med(),
            set.prepend())
        : null;
  }

  RoutePolicy policy() {
    boolean all = only.isEmpty() && lists.isEmpty();
    if (all && localPreference == null && med == null && prepend == 0) {
      return RoutePolicy.PERMIT_ALL;
    }
    return new RoutePolicy(
        List.of(
            new Term(
                name,
                only,
                lists,
                List.of(),
                null,
                null,
                true,
                new Change(localPreference, med, prepend, List.of(), List.of(), null))),
        all);
  }

  SimplePolicy withOnly(List<PrefixMatch> matches, Set<ListName> named) {
    return new SimplePolicy(name, matches, named, localPreference, med, prepend);
  }

  SimplePolicy withLocalPreference(@Nullable Long value) {
    return new SimplePolicy(name, only, lists, value, med, prepend);
  }

  SimplePolicy withMed(@Nullable Long value) {
    return new SimplePolicy(name, only, lists, localPreference, value, prepend);
  }

  SimplePolicy withPrepend(int times) {
    return new SimplePolicy(name, only, lists, localPreference, med, times);
  }
}
