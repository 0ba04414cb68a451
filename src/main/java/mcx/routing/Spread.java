package mcx.routing;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import mcx.inet.IpAddress;
import mcx.network.VrfId;
import mcx.routing.Trace.End;
import mcx.routing.Trace.Hop;
import org.jspecify.annotations.Nullable;

/**
 * All ways of packets from one table to an address, where tables share the traffic over equally
 * good routes. Each packet goes one of the ways, and all packets of one connection go the same;
 * shares are those of very many connections.
 */
public final class Spread {

  /** Of very many ways so many are looked at one by one. */
  public static final int MOST_WAYS = 64;

  private final VrfId from;
  private final IpAddress to;
  private final List<Place> places;
  private final List<Branch> all;
  private final List<Hop> hops;

  /**
   * @param from where they start
   * @param to the address they are for
   * @param places the tables they come to, the start first and each before those that it sends to;
   *     what goes in a circle ends in a place of its own
   */
  Spread(VrfId from, IpAddress to, List<Place> places) {
    this.from = from;
    this.to = to;
    this.places = List.copyOf(places);
    List<Branch> branches = new ArrayList<>();
    this.places.forEach(p -> branches.addAll(p.branches()));
    this.all = List.copyOf(branches);
    this.hops = new Hops(all);
  }

  /** The hops of branches. */
  private static final class Hops extends AbstractList<Hop> {
    private final List<Branch> branches;

    Hops(List<Branch> branches) {
      this.branches = branches;
    }

    @Override
    public Hop get(int index) {
      return branches.get(index).hop();
    }

    @Override
    public int size() {
      return branches.size();
    }
  }

  /** Where packets start. */
  public VrfId from() {
    return from;
  }

  /** The address they are for. */
  public IpAddress to() {
    return to;
  }

  /** The tables they come to, the start first; those in a circle end in a place of their own. */
  public List<Place> places() {
    return places;
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof Spread s
        && (s == this || (from.equals(s.from) && to.equals(s.to) && places.equals(s.places)));
  }

  @Override
  public int hashCode() {
    return 31 * from.hashCode() + to.hashCode();
  }

  /**
   * A table that packets come to.
   *
   * @param branches what it does with them, the first of its routes first; at least one
   */
  public record Place(VrfId table, List<Branch> branches) {
    public Place {
      branches = List.copyOf(branches);
    }
  }

  /**
   * What a table does with some of the packets that come to it.
   *
   * @param number the branches of all places count from 0
   * @param hop the table, and how they leave it
   * @param next the index of the place that they come to; -1 where they come no further
   * @param share how many of those that come to the table, above 0 and up to 1
   * @param end what became of them, where they come no further
   * @param reason why, in words, where they did not arrive; empty otherwise
   */
  public record Branch(int number, Hop hop, int next, double share, End end, String reason) {

    public boolean isEnd() {
      return next < 0;
    }

    /** Whether so many packets leave the same table in the same way, for the same place. */
    boolean isLike(Branch other) {
      return this == other
          || (next == other.next && share == other.share && Leg.isSame(hop, other.hop));
    }
  }

  /**
   * What tells one branch from another of the same or another state of a network.
   *
   * @param via the session, propagation, VPN domain or segment that the table's route came by
   */
  public record Leg(VrfId table, @Nullable String via, @Nullable String segment) {

    /** What a hop of one way is. */
    public static Leg of(Hop hop) {
      return new Leg(hop.table(), hop.via(), hop.segment());
    }

    /** Whether two hops are the same leg. */
    static boolean isSame(Hop a, Hop b) {
      return a == b
          || (a.table().equals(b.table())
              && Objects.equals(a.via(), b.via())
              && Objects.equals(a.segment(), b.segment()));
    }
  }

  /** The hops of all ways, in the order of the numbers of their branches. */
  public List<Hop> hops() {
    return hops;
  }

  /** The numbers of these branches. */
  public BitSet select(Predicate<Branch> wanted) {
    BitSet numbers = new BitSet();
    for (Branch b : all) {
      if (wanted.test(b)) {
        numbers.set(b.number());
      }
    }
    return numbers;
  }

  /** The numbers of the branches at which packets end, but not at this table. */
  public BitSet astray(VrfId goal) {
    return select(b -> b.isEnd() && !(b.end() == End.DELIVERED && b.hop().table().equals(goal)));
  }

  /** The table that packets of a branch come to; null where they come no further. */
  public @Nullable VrfId next(Branch branch) {
    return branch.isEnd() ? null : places.get(branch.next()).table();
  }

  /** Whether packets go the same ways in the same shares. */
  public boolean isLike(Spread other) {
    if (this == other) {
      return true;
    }
    if (all.size() != other.all.size()) {
      return false;
    }
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).isLike(other.all.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Equal for spreads that are alike. */
  public Object likeness() {
    return new Likeness(this);
  }

  private record Likeness(Spread spread) {
    @Override
    public boolean equals(@Nullable Object o) {
      return o instanceof Likeness l && spread.isLike(l.spread);
    }

    @Override
    public int hashCode() {
      int hash = spread.all.size();
      for (Branch b : spread.all) {
        hash = 31 * hash + Objects.hashCode(b.hop().via());
      }
      return hash;
    }
  }

  /** How many branches there are in all. */
  public int branches() {
    return all.size();
  }

  /** Whether packets go different ways. */
  public boolean isShared() {
    return all.size() > places.size();
  }

  /** Whether all packets arrive at this table. */
  public boolean arrivesAt(VrfId goal) {
    return astray(goal).isEmpty();
  }

  /** The share of all packets that passes at least one of these branches, by number: 0 to 1. */
  public double share(BitSet passed) {
    double[] coming = new double[places.size()];
    coming[0] = 1;
    double share = 0;
    for (int i = 0; i < coming.length; i++) {
      for (Branch branch : places.get(i).branches()) {
        double part = coming[i] * branch.share();
        if (passed.get(branch.number())) {
          share += part;
        } else if (!branch.isEnd()) {
          coming[branch.next()] += part;
        }
      }
    }
    return Math.min(1, share);
  }

  /** How many ways there are; {@link Integer#MAX_VALUE} for as many or more. */
  public int count() {
    long[] ways = new long[places.size()];
    for (int i = ways.length - 1; i >= 0; i--) {
      for (Branch branch : places.get(i).branches()) {
        ways[i] = Math.min(Integer.MAX_VALUE, ways[i] + (branch.isEnd() ? 1 : ways[branch.next()]));
      }
    }
    return (int) ways[0];
  }

  /**
   * The ways, that of the first route of each table first.
   *
   * @param most not more than so many
   */
  public List<Trace> ways(int most) {
    return branchesOfWays(most).stream().map(this::trace).toList();
  }

  /**
   * The branches of each way, in order; that of the first route of each table first.
   *
   * @param most not more than so many ways
   */
  public List<List<Branch>> branchesOfWays(int most) {
    Walk walk = new Walk(new BitSet(), most);
    walk.from(0, false);
    return walk.found;
  }

  /**
   * The first way that passes one of these branches; the first of all where none does.
   *
   * @param passed branches by number
   */
  public Trace through(BitSet passed) {
    Walk walk = new Walk(passed, 1);
    walk.from(0, true);
    return walk.found.isEmpty() ? ways(1).getFirst() : trace(walk.found.getFirst());
  }

  /** Ways are found one by one, the first branches first. */
  private final class Walk {
    final List<List<Branch>> found = new ArrayList<>();
    private final List<Branch> soFar = new ArrayList<>();
    private final BitSet wanted;
    private final int most;

    /** The places from which a wanted branch can still be passed. */
    private final BitSet leading = new BitSet();

    Walk(BitSet wanted, int most) {
      this.wanted = wanted;
      this.most = most;
      for (int i = places.size() - 1; i >= 0; i--) {
        for (Branch branch : places.get(i).branches()) {
          if (wanted.get(branch.number()) || (!branch.isEnd() && leading.get(branch.next()))) {
            leading.set(i);
          }
        }
      }
    }

    /**
     * Goes on from a place.
     *
     * @param wanting whether a wanted branch has still to be passed
     */
    void from(int place, boolean wanting) {
      for (Branch branch : places.get(place).branches()) {
        if (found.size() >= most) {
          return;
        }
        boolean still = wanting && !wanted.get(branch.number());
        if (still && (branch.isEnd() || !leading.get(branch.next()))) {
          continue;
        }
        soFar.add(branch);
        if (branch.isEnd()) {
          found.add(List.copyOf(soFar));
        } else {
          from(branch.next(), still);
        }
        soFar.removeLast();
      }
    }
  }

  private Trace trace(List<Branch> way) {
    Branch last = way.getLast();
    return new Trace(
        from, to, way.stream().map(Branch::hop).toList(), last.end(), last.reason(), isShared());
  }
}
