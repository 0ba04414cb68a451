package mcx.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mcx.design.RoutePolicy;
import mcx.design.RoutePolicy.Change;
import mcx.design.RoutePolicy.PrefixMatch;
import mcx.design.RoutePolicy.Term;
import org.jspecify.annotations.Nullable;

/** A route policy in a line of words. */
final class PolicyWords {

  private PolicyWords() {}

  static String of(RoutePolicy policy) {
    List<String> terms = new ArrayList<>();
    policy.terms().forEach(t -> terms.add(of(t)));
    terms.add(
        (terms.isEmpty() ? "" : "otherwise ") + (policy.otherwise() ? "permit all" : "deny all"));
    return String.join("; ", terms);
  }

  private static String of(Term term) {
    StringBuilder text = new StringBuilder(term.permit() ? "permit" : "deny");
    List<String> what = new ArrayList<>();
    List<String> prefixes = new ArrayList<>(term.prefixes().stream().map(PolicyWords::of).toList());
    term.lists().forEach(name -> prefixes.add("list " + name));
    if (!prefixes.isEmpty()) {
      what.add(String.join(", ", prefixes));
    }
    if (!term.communities().isEmpty()) {
      what.add("community " + list(term.communities()));
    }
    if (term.asPath() != null) {
      what.add("AS path " + term.asPath());
    }
    if (term.neighbor() != null) {
      what.add("from AS " + term.neighbor());
    }
    text.append(' ').append(what.isEmpty() ? "all" : String.join(" and ", what));
    List<String> sets = sets(term.set());
    if (!sets.isEmpty()) {
      text.append(", ").append(String.join(", ", sets));
    }
    return text.toString();
  }

  static String of(PrefixMatch match) {
    return match.prefix()
        + (match.ge() == null ? "" : " from /" + match.ge())
        + (match.le() == null ? "" : " to /" + match.le());
  }

  private static List<String> sets(Change set) {
    List<String> all = new ArrayList<>();
    add(all, "local preference", set.localPreference());
    add(all, "MED", set.med());
    add(all, "weight", set.weight());
    if (set.prepend() > 0) {
      all.add("prepend " + set.prepend() + (set.prepend() == 1 ? " time" : " times"));
    }
    if (!set.addCommunities().isEmpty()) {
      all.add("add " + list(set.addCommunities()));
    }
    if (!set.removeCommunities().isEmpty()) {
      all.add("take off " + list(set.removeCommunities()));
    }
    return all;
  }

  private static void add(List<String> all, String word, @Nullable Number value) {
    if (value != null) {
      all.add(word + " " + value);
    }
  }

  private static String list(List<?> all) {
    return all.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
