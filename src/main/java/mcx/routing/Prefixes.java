package mcx.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import mcx.inet.Family;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Policy.Match;
import mcx.network.Vrf;

/** All prefixes that may be in some table of a network, and the classes that they make up. */
final class Prefixes {

  private final List<Prefix> all;
  private final List<PrefixClass> classes;
  private final int dependent;
  private final Map<Prefix, Integer> classOf = new HashMap<>();
  private final Map<Prefix, Integer> placeOf = new HashMap<>();
  private final NavigableSet<Integer> lengthsV4 = new TreeSet<>(Comparator.reverseOrder());
  private final NavigableSet<Integer> lengthsV6 = new TreeSet<>(Comparator.reverseOrder());
  private final int countV4;
  private final Map<IpAddress, Covering> covering = new ConcurrentHashMap<>();
  private final Map<Prefix, int[]> within = new ConcurrentHashMap<>();

  /**
   * The prefixes that hold one address and that some table may have.
   *
   * @param prefixes the longest first
   * @param classes the numbers of their classes, in the same order; not to be changed
   */
  record Covering(List<Prefix> prefixes, int[] classes) {}

  /**
   * @param tables all tables, in order
   * @param lists the prefix lists of all policies, by number
   * @param sendDefaults whether some table sends a default route by hand
   */
  Prefixes(List<Table> tables, Map<List<Match>, Integer> lists, boolean sendDefaults) {
    Map<Prefix, List<Table>> holders = holders(tables, sendDefaults);
    all = List.copyOf(holders.keySet());
    int v4 = 0;
    for (Prefix p : all) {
      boolean isV4 = p.family() == Family.V4;
      v4 += isV4 ? 1 : 0;
      (isV4 ? lengthsV4 : lengthsV6).add(p.length());
      placeOf.put(p, placeOf.size());
    }
    countV4 = v4;
    // Summaries after what they may stand on, the longest first, and default routes at the end:
    // whether one stands may depend on other prefixes.
    classes =
        PrefixClass.of(all, holders, tables, lists).stream()
            .sorted(
                Comparator.comparing(Prefixes::rank)
                    .thenComparing(c -> c.summary ? -c.first().length() : 0)
                    .thenComparing(PrefixClass::first))
            .toList();
    int plain = 0;
    for (int i = 0; i < classes.size(); i++) {
      if (rank(classes.get(i)) == 0) {
        plain++;
      }
      for (Prefix p : classes.get(i).members) {
        classOf.put(p, i);
      }
    }
    dependent = classes.size() - plain;
  }

  private static int rank(PrefixClass c) {
    return c.first().isDefault() ? 2 : c.summary ? 1 : 0;
  }

  /** The tables that may bring each prefix into the network. */
  private static Map<Prefix, List<Table>> holders(List<Table> tables, boolean sendDefaults) {
    Map<Prefix, List<Table>> found = new TreeMap<>();
    for (Table t : tables) {
      Vrf vrf = t.vrf;
      vrf.originated().forEach(p -> hold(found, p, t));
      vrf.connected().forEach(c -> hold(found, c.prefix(), t));
      vrf.statics().forEach(s -> hold(found, s.prefix(), t));
      vrf.aggregates().forEach(a -> hold(found, a.prefix(), t));
    }
    if (sendDefaults) {
      boolean v6 = found.keySet().stream().anyMatch(p -> p.family() == Family.V6);
      found.computeIfAbsent(Prefix.DEFAULT_V4, k -> new ArrayList<>());
      if (v6) {
        found.computeIfAbsent(Prefix.DEFAULT_V6, k -> new ArrayList<>());
      }
    }
    return found;
  }

  private static void hold(Map<Prefix, List<Table>> found, Prefix prefix, Table table) {
    List<Table> at = found.computeIfAbsent(prefix, k -> new ArrayList<>(1));
    if (at.isEmpty() || at.getLast() != table) {
      at.add(table);
    }
  }

  /** All prefixes, in order. */
  List<Prefix> all() {
    return all;
  }

  /** The classes in the order in which to solve them. */
  List<PrefixClass> classes() {
    return classes;
  }

  /** How many classes at the end of all depend on the routes to others. */
  int dependentClasses() {
    return dependent;
  }

  /** The prefixes with this address in them. */
  Covering covering(IpAddress address) {
    Covering known = covering.get(address);
    if (known == null) {
      List<Prefix> prefixes = new ArrayList<>();
      for (int length : lengths(address.family())) {
        Prefix prefix = Prefix.containing(address, length);
        if (classOf.containsKey(prefix)) {
          prefixes.add(prefix);
        }
      }
      known = new Covering(prefixes, prefixes.stream().mapToInt(this::classOf).toArray());
      covering.put(address, known);
    }
    return known;
  }

  /** The number of the class of a prefix; -1 where no table ever has it. */
  int classOf(Prefix prefix) {
    return classOf.getOrDefault(prefix, -1);
  }

  /** The place of a prefix among all; from 0. */
  int place(Prefix prefix) {
    return Objects.requireNonNull(placeOf.get(prefix));
  }

  /** The numbers of the classes with a longer prefix that is in this one; not to be changed. */
  int[] within(Prefix summary) {
    int[] known = within.get(summary);
    return known != null
        ? known
        : within.computeIfAbsent(
            summary,
            k ->
                IntStream.range(0, classes.size())
                    .filter(
                        i ->
                            classes.get(i).members.stream()
                                .anyMatch(p -> p.length() > k.length() && k.contains(p)))
                    .toArray());
  }

  /** How many prefixes of a family there are. */
  int count(Family family) {
    return family == Family.V4 ? countV4 : all.size() - countV4;
  }

  /** How many prefixes of these families there are. */
  int count(Set<Family> families) {
    int count = 0;
    for (Family family : families) {
      count += count(family);
    }
    return count;
  }

  /** The lengths that prefixes of a family have, longest first. */
  NavigableSet<Integer> lengths(Family family) {
    return family == Family.V4 ? lengthsV4 : lengthsV6;
  }
}
