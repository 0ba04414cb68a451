package mcx.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mcx.inet.Family;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Policy.Match;
import mcx.network.Vrf;
import org.jspecify.annotations.Nullable;

/**
 * Prefixes that are treated alike everywhere: the same tables hold them in the same way, and every
 * policy and summary says the same about them. Their routes differ in the prefix only, so they are
 * computed once.
 */
final class PrefixClass {

  /** All prefixes that it stands for, in order, at least one. */
  final List<Prefix> members;

  /** Whether some table may summarise into it; such a prefix is alone in its class. */
  final boolean summary;

  /** The tables that may hold it themselves. */
  final List<Table> holders;

  /** The numbers of the prefix lists that speak of it, in order. */
  private final int[] lists;

  /** Bits of these numbers: a list whose bit is missing does not speak of it. */
  final long listBits;

  private PrefixClass(Key key, List<Prefix> members, boolean summary, List<Table> holders) {
    this.members = List.copyOf(members);
    this.summary = summary;
    this.holders = holders;
    this.lists = key.lists.numbers;
    long bits = 0;
    for (int l : lists) {
      bits |= bit(l);
    }
    this.listBits = bits;
  }

  static long bit(int list) {
    return 1L << ((list * 0x9E37_79B9_7F4A_7C15L) >>> 58);
  }

  Prefix first() {
    return members.getFirst();
  }

  Family family() {
    return first().family();
  }

  /** The numbers of the prefix lists that speak of the class; not to be changed. */
  int[] lists() {
    return lists;
  }

  /** Whether the prefix list of this number speaks of the class. */
  boolean isIn(int list) {
    if (lists.length < 8) {
      for (int l : lists) {
        if (l == list) {
          return true;
        }
      }
      return false;
    }
    return Arrays.binarySearch(lists, list) >= 0;
  }

  /** What makes prefixes alike. {@code alone} is null where others may be so too. */
  private record Key(
      @Nullable Prefix alone,
      Family family,
      List<Holding> holdings,
      Numbers lists,
      Numbers hiders) {}

  /** Numbers in order. */
  private record Numbers(int[] numbers) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Numbers n && Arrays.equals(numbers, n.numbers);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(numbers);
    }
  }

  private static final Numbers NO_NUMBERS = new Numbers(new int[0]);

  /** How a table holds a prefix itself. */
  private record Holding(
      int table,
      boolean originated,
      List<Vrf.StaticRoute> statics,
      List<Vrf.Connected> connected) {}

  /**
   * Sorts these prefixes into classes; in the order of the first of each.
   *
   * @param prefixes in order
   * @param holders the tables that may hold each themselves
   * @param lists the prefix lists of all policies, by number
   */
  static List<PrefixClass> of(
      List<Prefix> prefixes,
      Map<Prefix, List<Table>> holders,
      List<Table> tables,
      Map<List<Match>, Integer> lists) {
    Matcher matcher = new Matcher(lists);
    Set<Prefix> summaries = new HashSet<>();
    Set<Prefix> hiding = new TreeSet<>();
    for (Table t : tables) {
      for (Vrf.Aggregate a : t.vrf.aggregates()) {
        summaries.add(a.prefix());
        if (a.summaryOnly()) {
          hiding.add(a.prefix());
        }
      }
    }
    List<Prefix> hiders = new ArrayList<>(hiding);
    Map<Key, List<Prefix>> classes = new LinkedHashMap<>();
    for (Prefix p : prefixes) {
      boolean alone = p.isDefault() || summaries.contains(p);
      Key key =
          new Key(
              alone ? p : null,
              p.family(),
              holdings(p, holders.getOrDefault(p, List.of())),
              matcher.lists(p),
              hiders(p, hiders));
      classes.computeIfAbsent(key, k -> new ArrayList<>()).add(p);
    }
    List<PrefixClass> all = new ArrayList<>(classes.size());
    classes.forEach(
        (key, members) ->
            all.add(
                new PrefixClass(
                    key,
                    members,
                    summaries.contains(members.getFirst()),
                    holders.getOrDefault(members.getFirst(), List.of()))));
    return all;
  }

  private static Numbers hiders(Prefix p, List<Prefix> hiding) {
    if (hiding.isEmpty()) {
      return NO_NUMBERS;
    }
    int[] found = new int[hiding.size()];
    int n = 0;
    for (int i = 0; i < found.length; i++) {
      if (p.length() > hiding.get(i).length() && hiding.get(i).contains(p)) {
        found[n++] = i;
      }
    }
    return new Numbers(Arrays.copyOf(found, n));
  }

  private static List<Holding> holdings(Prefix p, List<Table> holders) {
    List<Holding> holdings = new ArrayList<>(holders.size());
    for (Table t : holders) {
      List<Vrf.StaticRoute> statics = new ArrayList<>();
      Prefix any = p.family() == Family.V4 ? Prefix.DEFAULT_V4 : Prefix.DEFAULT_V6;
      for (Vrf.StaticRoute s : t.statics(p)) {
        statics.add(
            new Vrf.StaticRoute(any, s.nextHop(), s.segment(), s.distance(), s.redistribute()));
      }
      List<Vrf.Connected> connected = new ArrayList<>();
      for (Vrf.Connected c : t.connected(p)) {
        connected.add(new Vrf.Connected(any, c.segment(), c.redistribute()));
      }
      holdings.add(new Holding(t.index, t.originates(p), statics, connected));
    }
    return holdings;
  }

  /** Finds the prefix lists that speak of a prefix, without trying each. */
  private static final class Matcher {

    private record Entry(int list, int ge, int le) {}

    private final Map<Prefix, List<Entry>> entries = new HashMap<>();
    private final TreeSet<Integer> lengthsV4 = new TreeSet<>();
    private final TreeSet<Integer> lengthsV6 = new TreeSet<>();

    Matcher(Map<List<Match>, Integer> lists) {
      lists.forEach(
          (matches, number) -> {
            for (Match m : matches) {
              entries
                  .computeIfAbsent(m.prefix(), k -> new ArrayList<>(1))
                  .add(new Entry(number, m.ge(), m.le()));
              lengths(m.prefix().family()).add(m.prefix().length());
            }
          });
    }

    private TreeSet<Integer> lengths(Family family) {
      return family == Family.V4 ? lengthsV4 : lengthsV6;
    }

    Numbers lists(Prefix p) {
      int[] found = new int[4];
      int n = 0;
      IpAddress address = p.address();
      for (int length : lengths(p.family())) {
        if (length > p.length()) {
          break;
        }
        List<Entry> at = entries.get(length == p.length() ? p : Prefix.containing(address, length));
        if (at == null) {
          continue;
        }
        for (Entry e : at) {
          if (p.length() >= e.ge && p.length() <= e.le) {
            if (n == found.length) {
              found = Arrays.copyOf(found, 2 * n);
            }
            found[n++] = e.list;
          }
        }
      }
      if (n == 0) {
        return NO_NUMBERS;
      }
      int[] sorted = Arrays.stream(found, 0, n).sorted().distinct().toArray();
      return new Numbers(sorted);
    }
  }
}
