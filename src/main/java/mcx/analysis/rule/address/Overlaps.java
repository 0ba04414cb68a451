package mcx.analysis.rule.address;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.change.Spare;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.Router;
import mcx.design.VirtualNetwork;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import org.jspecify.annotations.Nullable;

/** Which sites of a design use the same addresses. */
final class Overlaps {

  private Overlaps() {}

  /** A range in use at a site. */
  private record Use(Id site, PrefixRange range) {

    IpAddress end() {
      Prefix last = range.last();
      return last.host((1L << Math.min(62, last.family().bits() - last.length())) - 1);
    }
  }

  /** Ranges of several sites, each of which overlaps another. */
  record Heap(List<Use> uses) {

    SortedSet<Id> sites() {
      SortedSet<Id> sites = new TreeSet<>();
      uses.forEach(u -> sites.add(u.site));
      return sites;
    }

    /** The first range of the one that overlaps one of the other; null where none does. */
    @Nullable PrefixRange shared(Id a, Id b) {
      for (Use x : uses) {
        for (Use y : uses) {
          if (x.site.equals(a) && y.site.equals(b) && Spare.overlaps(x.range, y.range)) {
            return x.range.last().length() >= y.range.last().length() ? x.range : y.range;
          }
        }
      }
      return null;
    }

    /** The widest range. */
    PrefixRange first() {
      return uses.getFirst().range;
    }
  }

  /** All heaps, in the order of their addresses. */
  static List<Heap> of(Design design) {
    List<Use> uses = uses(design);
    List<Heap> heaps = new ArrayList<>();
    List<Use> heap = new ArrayList<>();
    IpAddress end = null;
    for (Use use : uses) {
      IpAddress start = use.range.first().address();
      if (end == null || start.family() != end.family() || start.compareTo(end) > 0) {
        add(heap, heaps);
        heap = new ArrayList<>();
        end = use.end();
      } else if (use.end().compareTo(end) > 0) {
        end = use.end();
      }
      heap.add(use);
    }
    add(heap, heaps);
    return heaps;
  }

  private static void add(List<Use> uses, List<Heap> heaps) {
    Heap heap = new Heap(List.copyOf(uses));
    if (heap.sites().size() > 1) {
      heaps.add(heap);
    }
  }

  private static List<Use> uses(Design design) {
    List<Use> uses = new ArrayList<>();
    for (Premises p : design.all(Premises.class)) {
      p.networks().forEach(r -> uses.add(new Use(p.id(), r)));
    }
    for (VirtualNetwork n : design.all(VirtualNetwork.class)) {
      n.prefixes().forEach(r -> uses.add(new Use(n.id(), r)));
    }
    for (Router r : design.all(Router.class)) {
      Premises premises = design.within(r.id(), Premises.class);
      if (premises != null) {
        r.networks().forEach(range -> uses.add(new Use(premises.id(), range)));
      }
    }
    uses.removeIf(u -> u.range.first().isDefault());
    uses.sort(
        Comparator.<Use, IpAddress>comparing(u -> u.range.first().address())
            .thenComparing(Use::end, Collections.reverseOrder())
            .thenComparing(Use::site));
    return uses;
  }

  /** The one range of a network that overlaps another site's; null where it has several. */
  static @Nullable Prefix only(Design design, VirtualNetwork network) {
    List<Use> others = uses(design).stream().filter(u -> !u.site.equals(network.id())).toList();
    List<PrefixRange> own =
        network.prefixes().stream()
            .filter(r -> others.stream().anyMatch(u -> Spare.overlaps(u.range, r)))
            .toList();
    return own.size() == 1 && own.getFirst().count() == 1 ? own.getFirst().first() : null;
  }
}
