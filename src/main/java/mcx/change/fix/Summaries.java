package mcx.change.fix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.design.Aggregate;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.Router;
import mcx.design.VirtualNetwork;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;

/** Summaries of prefixes, and routers that advertise them. */
public final class Summaries {

  /** No summary is shorter than this: it would hold too much that is not there. */
  private static final int SHORTEST_V4 = 8;

  private static final int SHORTEST_V6 = 16;

  private Summaries() {}

  /** The fewest prefixes that hold exactly the same addresses, in order. */
  public static List<Prefix> exact(Collection<Prefix> prefixes) {
    List<Prefix> merged = new ArrayList<>();
    for (Prefix p : new TreeSet<>(prefixes)) {
      if (!merged.isEmpty() && merged.getLast().contains(p)) {
        continue;
      }
      merged.add(p);
      while (merged.size() > 1 && isPair(merged.get(merged.size() - 2), merged.getLast())) {
        Prefix last = merged.removeLast();
        merged.removeLast();
        merged.add(Prefix.containing(last.address(), last.length() - 1));
      }
    }
    return merged;
  }

  /** Whether two prefixes are the halves of one. */
  private static boolean isPair(Prefix low, Prefix high) {
    return low.family() == high.family()
        && low.length() == high.length()
        && low.length() > 0
        && Prefix.containing(high.address(), high.length() - 1)
            .equals(Prefix.containing(low.address(), low.length() - 1))
        && !low.equals(high);
  }

  /**
   * Prefixes that hold all of these and none of the others: as few as asked for, or as few as there
   * can be. They hold more than they need to only as far as that number takes.
   *
   * @param others what they must keep clear of
   * @param most how many there may be
   */
  public static List<Prefix> cover(
      Collection<Prefix> prefixes, Collection<PrefixRange> others, int most) {
    List<Prefix> cover = exact(prefixes);
    int length = cover.stream().mapToInt(Prefix::length).max().orElse(0) - 1;
    while (cover.size() > most && length >= SHORTEST_V4) {
      SortedSet<Prefix> wider = new TreeSet<>();
      for (Prefix p : cover) {
        Prefix holding = p.length() <= length ? p : Prefix.containing(p.address(), length);
        int shortest = p.family() == Family.V4 ? SHORTEST_V4 : SHORTEST_V6;
        boolean fits = length >= shortest && others.stream().noneMatch(o -> overlaps(o, holding));
        wider.add(fits ? holding : p);
      }
      cover = exact(wider);
      length--;
    }
    return cover.stream().map(c -> narrowed(c, prefixes)).toList();
  }

  /** The longest prefix that holds all of these that a summary holds. */
  private static Prefix narrowed(Prefix summary, Collection<Prefix> prefixes) {
    SortedSet<Prefix> held = new TreeSet<>(prefixes.stream().filter(summary::contains).toList());
    if (held.isEmpty()) {
      return summary;
    }
    Prefix narrow = exact(held).getFirst();
    while (!narrow.contains(held.last())) {
      narrow = Prefix.containing(narrow.address(), narrow.length() - 1);
    }
    return narrow;
  }

  private static boolean overlaps(PrefixRange range, Prefix prefix) {
    return range.first().family() == prefix.family()
        && (range.first().overlaps(prefix)
            || range.last().overlaps(prefix)
            || (range.first().compareTo(prefix) < 0 && range.last().compareTo(prefix) > 0));
  }

  /** What all elements of the design have, but for these and what stands in them. */
  public static List<PrefixRange> others(Design design, Collection<Id> mine) {
    List<PrefixRange> all = new ArrayList<>();
    for (Element e : design.elements().values()) {
      boolean own =
          mine.contains(e.id())
              || design.ancestors(e.id()).stream().anyMatch(a -> mine.contains(a.id()));
      if (!own) {
        switch (e) {
          case Premises p -> all.addAll(p.networks());
          case Router r -> all.addAll(r.networks());
          case VirtualNetwork n -> all.addAll(n.prefixes());
          case Gateway g -> all.addAll(g.advertised());
          default -> {}
        }
      }
    }
    return all;
  }

  /** The design with a router advertising these summaries in the place of what they hold. */
  public static Design advertise(Design design, Id router, Collection<Prefix> summaries) {
    Router old = design.element(router, Router.class);
    if (old == null) {
      return design;
    }
    List<Aggregate> all = new ArrayList<>(old.aggregates());
    for (Prefix p : summaries) {
      all.removeIf(a -> p.contains(a.prefix()));
      all.add(new Aggregate(p, true));
    }
    return design.with(Components.with(old, "aggregates", all));
  }
}
