package mcx.design;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import mcx.design.RoutePolicy.PrefixMatch;
import mcx.design.RoutePolicy.Term;

/**
 * Lists of prefixes that have a name, so that the policies of several sessions, and route tables,
 * may use one and the same.
 *
 * @param byName what each list matches: a route whose prefix one of these matches; none is empty
 */
public record PrefixLists(SortedMap<ListName, List<PrefixMatch>> byName) {

  /** No list. */
  public static final PrefixLists NONE = new PrefixLists(new TreeMap<>());

  /**
   * @throws InvalidDesignException if a list is empty
   */
  public PrefixLists {
    SortedMap<ListName, List<PrefixMatch>> copy = new TreeMap<>();
    byName.forEach(
        (name, matches) -> {
          if (matches.isEmpty()) {
            throw new InvalidDesignException(
                "The prefix list “" + name + "” is empty. Give it a prefix, or remove it.");
          }
          copy.put(name, List.copyOf(matches));
        });
    byName = Collections.unmodifiableSortedMap(copy);
  }

  /** Whether there is no list. */
  public boolean isEmpty() {
    return byName.isEmpty();
  }

  /** The lists with another one, or one in the place of that of its name. */
  public PrefixLists with(ListName name, List<PrefixMatch> matches) {
    SortedMap<ListName, List<PrefixMatch>> all = new TreeMap<>(byName);
    all.put(name, matches);
    return new PrefixLists(all);
  }

  /** Those lists that these elements, or the policies of these links, name. */
  public PrefixLists usedBy(Collection<Element> elements, Collection<Link> links) {
    SortedMap<ListName, List<PrefixMatch>> used = new TreeMap<>(byName);
    Set<ListName> names = new TreeSet<>();
    elements.forEach(e -> names.addAll(namedBy(e)));
    links.forEach(l -> names.addAll(namedBy(l)));
    used.keySet().retainAll(names);
    return new PrefixLists(used);
  }

  /** The names of the lists that a route table refers to; none for other elements. */
  static Set<ListName> namedBy(Element element) {
    Set<ListName> names = new TreeSet<>();
    if (element instanceof RouteTable table) {
      table.listRoutes().forEach(r -> names.add(r.list()));
    }
    return names;
  }

  /** The names of the lists that the policies of a link name. */
  static Set<ListName> namedBy(Link link) {
    Set<ListName> names = new TreeSet<>();
    for (RoutePolicy policy : Sessions.policies(link)) {
      policy.terms().forEach(t -> names.addAll(t.lists()));
    }
    return names;
  }

  /** The link with each list written out where a policy names it. */
  public Link inlined(Link link) {
    return Sessions.withPolicies(
        link,
        terms(
            t -> {
              Set<PrefixMatch> all = new LinkedHashSet<>(t.prefixes());
              for (ListName name : t.lists()) {
                all.addAll(byName.getOrDefault(name, List.of()));
              }
              return t.matching(List.copyOf(all), Set.of());
            }));
  }

  /** The link with lists under their new names; those that are not in the map keep theirs. */
  public static Link renamed(Link link, Map<ListName, ListName> names) {
    return Sessions.withPolicies(
        link,
        terms(
            t -> {
              Set<ListName> lists = new TreeSet<>();
              t.lists().forEach(n -> lists.add(names.getOrDefault(n, n)));
              return t.matching(t.prefixes(), lists);
            }));
  }

  /** The element with lists under their new names; those that are not in the map keep theirs. */
  public static Element renamed(Element element, Map<ListName, ListName> names) {
    if (namedBy(element).stream().noneMatch(names::containsKey)) {
      return element;
    }
    List<PrefixListRoute> routes = new ArrayList<>();
    for (PrefixListRoute r : ((RouteTable) element).listRoutes()) {
      routes.add(new PrefixListRoute(names.getOrDefault(r.list(), r.list()), r.via()));
    }
    return Components.with(element, "listRoutes", routes);
  }

  /** An edit of the terms that name a list. */
  private static UnaryOperator<RoutePolicy> terms(UnaryOperator<Term> edit) {
    return policy -> {
      if (policy.terms().stream().allMatch(t -> t.lists().isEmpty())) {
        return policy;
      }
      List<Term> terms = new ArrayList<>();
      policy.terms().forEach(t -> terms.add(t.lists().isEmpty() ? t : edit.apply(t)));
      return new RoutePolicy(terms, policy.otherwise());
    };
  }
}
