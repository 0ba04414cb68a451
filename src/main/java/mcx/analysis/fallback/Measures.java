package mcx.analysis.fallback;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mcx.analysis.Names;
import mcx.analysis.SitePath;
import mcx.catalog.Assumption;
import mcx.catalog.Catalog;
import mcx.catalog.Coordinates;
import mcx.catalog.Fact;
import mcx.catalog.Ike;
import mcx.catalog.Product;
import mcx.design.AccessLink;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.CircuitPeering;
import mcx.design.CloudInterconnect;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Internet;
import mcx.design.Link;
import mcx.design.Port;
import mcx.design.PrivateLink;
import mcx.design.Setting;
import mcx.design.VpnConnection;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.Segment;
import mcx.network.VrfId;
import mcx.routing.Spread;
import mcx.routing.Trace;
import org.jspecify.annotations.Nullable;

/** Works out how much paths carry and how long they take. Safe for use by several threads. */
public final class Measures {

  private static final int PER_CENT = 100;
  private static final double MICROS = 1_000;
  private static final double NANOS = 1_000_000;

  private final Design design;
  private final Catalog catalog;
  private final Hops hops;
  private final Whereabouts whereabouts;
  private final Map<Crossed, List<Capacity.Part>> crossed = new ConcurrentHashMap<>();
  private final Map<Object, Figures> known = new ConcurrentHashMap<>();

  public Measures(Design design, Catalog catalog, Network network) {
    this.design = design;
    this.catalog = catalog;
    this.hops = new Hops(network);
    this.whereabouts = new Whereabouts(design, catalog);
  }

  /** The figures of a path; of one that does not reach, none. */
  public Figures of(SitePath path) {
    Trace trace = path.trace();
    Spread spread = path.spread();
    if (!path.reaches() || trace == null) {
      return Figures.NONE;
    }
    return spread == null ? of(trace) : shared(spread);
  }

  private Figures of(Trace trace) {
    List<Spread.Leg> key = trace.hops().stream().map(Spread.Leg::of).toList();
    return known.computeIfAbsent(
        key,
        k -> {
          List<Hops.Step> steps = hops.steps(trace);
          Map<Id, Capacity.Part> parts = new LinkedHashMap<>();
          steps.forEach(s -> crossed(s).forEach(p -> parts.putIfAbsent(p.id(), p)));
          return new Figures(capacity(parts.values()), latency(steps));
        });
  }

  private Figures shared(Spread spread) {
    Object key = spread.likeness();
    Figures done = known.get(key);
    if (done == null) {
      done = new Figures(capacity(parts(spread)), worstLatency(spread));
      known.put(key, done);
    }
    return done;
  }

  // Capacity

  /** The parts of all ways, each with how much of the traffic passes it. */
  private List<Capacity.Part> parts(Spread spread) {
    Map<Id, Capacity.Part> parts = new LinkedHashMap<>();
    Map<Id, BitSet> passing = new HashMap<>();
    for (Spread.Place place : spread.places()) {
      for (Spread.Branch branch : place.branches()) {
        VrfId next = spread.next(branch);
        Hops.Step step = next == null ? null : hops.step(branch.hop(), next);
        if (step != null) {
          for (Capacity.Part part : crossed(step)) {
            parts.putIfAbsent(part.id(), part);
            passing.computeIfAbsent(part.id(), i -> new BitSet()).set(branch.number());
          }
        }
      }
    }
    List<Capacity.Part> all = new ArrayList<>();
    parts.forEach(
        (id, part) ->
            all.add(
                new Capacity.Part(
                    id,
                    part.label(),
                    part.mbps(),
                    part.confirmed(),
                    spread.share(passing.getOrDefault(id, new BitSet())))));
    return all;
  }

  private static Capacity capacity(Collection<Capacity.Part> parts) {
    Capacity.Part narrowest = null;
    Integer least = null;
    for (Capacity.Part part : parts) {
      Integer mbps = part.filledAt();
      if (mbps != null && (least == null || mbps < least)) {
        narrowest = part;
        least = mbps;
      }
    }
    return new Capacity(least, narrowest, List.copyOf(parts));
  }

  /** The parts of one step, all of the traffic over it taken as passing them. */
  private List<Capacity.Part> parts(Crossed step) {
    Map<Id, Capacity.Part> parts = new LinkedHashMap<>();
    node(Hops.element(step.from), parts);
    if (step.segment != null) {
      segment(step.segment, parts);
    }
    node(Hops.element(step.to), parts);
    return List.copyOf(parts.values());
  }

  private List<Capacity.Part> crossed(Hops.Step step) {
    return crossed.computeIfAbsent(
        new Crossed(step.from(), step.to(), step.segment()), this::parts);
  }

  /** What parts follow from; the same objects of one network. */
  private record Crossed(Node from, Node to, @Nullable Segment segment) {
    @Override
    public boolean equals(@Nullable Object o) {
      return o instanceof Crossed c && from == c.from && to == c.to && segment == c.segment;
    }

    @Override
    public int hashCode() {
      return 31 * (31 * System.identityHashCode(from) + System.identityHashCode(to))
          + System.identityHashCode(segment);
    }
  }

  private void node(Id id, Map<Id, Capacity.Part> parts) {
    if (design.element(id) instanceof Gateway gateway) {
      Product product = catalog.of(gateway);
      // A product without speeds is not sold by speed, and narrows nothing.
      if (product != null && !product.speedsMbps().isEmpty()) {
        add(parts, id, product.throughputMbps(gateway.sku()), true);
      }
    } else if (design.element(id) instanceof Circuit circuit) {
      add(parts, id, circuit.bandwidthMbps(), true);
    }
  }

  private void segment(Segment segment, Map<Id, Capacity.Part> parts) {
    Id origin = Id.of(segment.origin().id());
    // A tunnel of no stated speed is as fast as its gateway, where that is sold by speed.
    if (segment.kind() == Segment.Kind.TUNNEL
        && (segment.bandwidthMbps() > 0 || !endsAtKnownSpeed(origin))) {
      add(parts, origin, segment.bandwidthMbps(), isConfirmed(origin));
    }
    for (Origin needed : sorted(segment)) {
      Id id = Id.of(needed.id());
      Link link = design.link(id);
      Element element = design.element(id);
      if (link instanceof AccessLink l) {
        add(parts, id, l.bandwidthMbps(), true);
      } else if (link instanceof PrivateLink l) {
        add(parts, id, l.bandwidthMbps(), true);
      } else if (element instanceof Port p) {
        add(parts, id, p.speedMbps(), true);
      } else if (element instanceof Circuit c) {
        add(parts, id, c.bandwidthMbps(), true);
      }
    }
  }

  private static List<Origin> sorted(Segment segment) {
    return segment.dependsOn().stream().sorted().toList();
  }

  private boolean endsAtKnownSpeed(Id tunnel) {
    if (!(design.link(tunnel.owner()) instanceof VpnConnection vpn)) {
      return false;
    }
    for (Id end : List.of(vpn.a(), vpn.b())) {
      Gateway gateway = design.element(end, Gateway.class);
      Product product = gateway == null ? null : catalog.of(gateway);
      if (gateway != null && product != null && product.throughputMbps(gateway.sku()) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether the catalog's speeds of the tunnels were found in a document. */
  private boolean isConfirmed(Id tunnel) {
    if (!(design.link(tunnel.owner()) instanceof VpnConnection vpn)) {
      return true;
    }
    for (Id end : List.of(vpn.a(), vpn.b())) {
      Gateway gateway = design.element(end, Gateway.class);
      Product product = gateway == null ? null : catalog.of(gateway);
      Ike ike = product == null || gateway == null ? null : product.ike(gateway.sku());
      if (ike != null && !ike.confirmed()) {
        return false;
      }
    }
    return true;
  }

  private void add(Map<Id, Capacity.Part> parts, Id id, int mbps, boolean confirmed) {
    parts.putIfAbsent(
        id,
        new Capacity.Part(
            id, Names.of(design, id), mbps > 0 ? Integer.valueOf(mbps) : null, confirmed, 1));
  }

  // Latency

  /** That of the slowest of the ways; unknown where that of one is. */
  private Latency worstLatency(Spread spread) {
    Latency worst = Latency.NONE;
    for (Trace way : spread.ways(Spread.MOST_WAYS)) {
      Latency its = of(way).latency();
      Double millis = its.millis();
      if (millis == null) {
        return its;
      }
      Double most = worst.millis();
      if (most == null || millis > most) {
        worst = its;
      }
    }
    return worst;
  }

  private Latency latency(List<Hops.Step> steps) {
    double millis = 0;
    boolean estimate = false;
    boolean internet = false;
    boolean open = false;
    // After a time that was set, distance counts from the next place that is known.
    boolean fresh = false;
    List<Id> unknown = new ArrayList<>();
    if (steps.isEmpty()) {
      return new Latency(0.0, true, unknown);
    }
    Coordinates at = whereabouts.of(Hops.element(steps.getFirst().from()));
    for (Hops.Step step : steps) {
      Integer set = set(step);
      Id next = Hops.element(step.to());
      Coordinates there = whereabouts.of(next);
      if (set != null) {
        if (open) {
          unknown.add(Hops.element(step.from()));
        }
        millis += set;
        at = there;
        open = false;
        internet = false;
        fresh = true;
        continue;
      }
      estimate = true;
      millis += technology(step);
      internet |= isOverInternet(step);
      if (at == null) {
        if (!fresh) {
          unknown.add(Hops.element(step.from()));
        }
        at = there;
        continue;
      }
      open = there == null;
      if (there != null) {
        millis += distance(at, there, internet);
        at = there;
        internet = false;
      }
    }
    if (open) {
      unknown.add(Hops.element(steps.getLast().to()));
    }
    return unknown.isEmpty()
        ? new Latency(millis, estimate, unknown)
        : new Latency(null, estimate, unknown.stream().distinct().toList());
  }

  /** The time that is set of the links crossed; null where none is. */
  private @Nullable Integer set(Hops.Step step) {
    Segment segment = step.segment();
    if (segment == null) {
      return null;
    }
    Integer sum = null;
    List<Id> links = new ArrayList<>(List.of(Id.of(segment.origin().id()).owner()));
    segment.drawn().forEach(o -> links.add(Id.of(o.id()).owner()));
    for (Id id : links.stream().distinct().toList()) {
      Link link = design.link(id);
      Integer millis = link == null ? null : link.settings().number(Setting.LATENCY_MILLIS);
      if (millis != null) {
        sum = (sum == null ? 0 : sum) + millis;
      }
    }
    return sum;
  }

  private double technology(Hops.Step step) {
    return assumed(term(step)) / MICROS;
  }

  private Assumption term(Hops.Step step) {
    Segment segment = step.segment();
    if (step.core()) {
      return Assumption.CORE_MICROS;
    }
    if (segment == null) {
      return Assumption.INSIDE_MICROS;
    }
    if (segment.kind() == Segment.Kind.TUNNEL) {
      return Assumption.TUNNEL_MICROS;
    }
    return switch (design.link(Id.of(segment.origin().id()).owner())) {
      case CloudInterconnect l -> Assumption.INTERCONNECT_MICROS;
      case CircuitPeering l -> Assumption.INTERCONNECT_MICROS;
      case CircuitConnection l -> Assumption.CIRCUIT_MICROS;
      case AccessLink l -> Assumption.ACCESS_MICROS;
      case PrivateLink l -> Assumption.ACCESS_MICROS;
      case null, default -> Assumption.INSIDE_MICROS;
    };
  }

  private boolean isOverInternet(Hops.Step step) {
    Segment segment = step.segment();
    if (segment == null || segment.kind() != Segment.Kind.TUNNEL) {
      return false;
    }
    Link link = design.link(Id.of(segment.origin().id()).owner());
    Id underlay = link instanceof VpnConnection vpn ? vpn.underlay() : null;
    return underlay == null || design.element(underlay, Internet.class) != null;
  }

  private double distance(Coordinates a, Coordinates b, boolean internet) {
    double factor =
        assumed(internet ? Assumption.INTERNET_DETOUR_PERCENT : Assumption.DETOUR_PERCENT);
    return a.kilometresTo(b) * factor / PER_CENT * assumed(Assumption.NANOS_PER_KM) / NANOS;
  }

  private long assumed(Assumption assumption) {
    Fact<Long> fact = catalog.assumption(assumption);
    return fact == null ? 0 : fact.value();
  }
}
