package mcx.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import mcx.design.AccessLink;
import mcx.design.BgpPeering;
import mcx.design.CircuitAttachment;
import mcx.design.CloudInterconnect;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.NetworkAttachment;
import mcx.design.NetworkPeering;
import mcx.design.VpnConnection;
import mcx.design.Vrf;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.Origin;
import mcx.routing.Solution;
import mcx.routing.Solver;
import org.jspecify.annotations.Nullable;

/**
 * Works out what every single failure does to each pair of sites: one computation of the routes for
 * each thing that can fail, shared by all pairs.
 */
final class Fallbacks {

  private final Analysis analysis;
  private final Design design;
  private final Network network;
  private final Paths paths;

  Fallbacks(Analysis analysis) {
    this.analysis = analysis;
    this.design = analysis.design();
    this.network = analysis.compiled().network();
    this.paths = new Paths(design, analysis.compiled());
  }

  Fallback run(BooleanSupplier cancelled) {
    List<Work> pairs = pairs();
    Solver solver = analysis.solution().solver();
    boolean complete = true;
    for (Id failed : candidates()) {
      if (cancelled.getAsBoolean()) {
        complete = false;
        break;
      }
      SortedSet<Origin> down = new TreeSet<>(analysis.failures().down());
      down.add(Origin.of(failed));
      Solution then = solver.solve(new Failures(down));
      for (Work pair : pairs) {
        if (!pair.own.contains(failed)) {
          Fallback.Outcome outcome = outcome(pair, failed, then);
          if (outcome != null) {
            pair.outcomes.add(outcome);
          }
        }
      }
    }
    return new Fallback(pairs.stream().map(Work::done).toList(), complete);
  }

  /** The pairs of sites that reach each other now. */
  List<Work> pairs() {
    List<Work> pairs = new ArrayList<>();
    List<Id> sites = analysis.separation().sites();
    for (int i = 0; i < sites.size(); i++) {
      for (int k = i + 1; k < sites.size(); k++) {
        SitePath now = analysis.separation().path(sites.get(i), sites.get(k));
        SitePath back = analysis.separation().path(sites.get(k), sites.get(i));
        if (now != null && back != null && (now.reaches() || back.reaches())) {
          pairs.add(new Work(now, back, own(sites.get(i), sites.get(k))));
        }
      }
    }
    return pairs;
  }

  /** What is no failure between the two, but of one of them. */
  Set<Id> own(Id a, Id b) {
    Set<Id> own = new HashSet<>(Set.of(a, b));
    for (Element e : design.ancestors(a)) {
      own.add(e.id());
    }
    for (Element e : design.ancestors(b)) {
      own.add(e.id());
    }
    return own;
  }

  /**
   * What can fail: every element and link that some part of the network depends on and that is not
   * down already. A part of a link counts where the link has several (tunnels, VLANs, paths), and
   * so does an instance of a gateway; what has but one part fails as a whole.
   */
  SortedSet<Id> candidates() {
    SortedSet<Origin> all = new TreeSet<>();
    network.nodes().values().forEach(n -> all.addAll(n.dependsOn()));
    network.segments().forEach(s -> all.addAll(s.dependsOn()));
    network.sessions().forEach(s -> all.addAll(s.dependsOn()));
    network.propagations().forEach(p -> all.addAll(p.dependsOn()));
    network.vpnDomains().forEach(d -> all.add(d.origin()));
    all.removeAll(analysis.failures().down());
    SortedSet<Id> ids = new TreeSet<>();
    for (Origin o : all) {
      Id id = Id.of(o.id());
      if (id.owner().equals(id) || failsAlone(id)) {
        ids.add(id);
      }
    }
    return ids;
  }

  private boolean failsAlone(Id part) {
    return switch (design.link(part.owner())) {
      case AccessLink l -> l.vlans().size() > 1;
      case VpnConnection l -> l.tunnels().size() > 1;
      case CloudInterconnect l -> l.paths().size() > 1;
      case null -> instances(part.owner()) > 1;
      default -> false;
    };
  }

  /** How many instances of a gateway end tunnels; 0 for anything else. */
  private long instances(Id gateway) {
    Set<Integer> ends = new HashSet<>();
    for (VpnConnection vpn : design.allLinks(VpnConnection.class)) {
      for (VpnConnection.Tunnel tunnel : vpn.tunnels()) {
        if (vpn.a().equals(gateway)) {
          ends.add(tunnel.instanceA());
        }
        if (vpn.b().equals(gateway)) {
          ends.add(tunnel.instanceB());
        }
      }
    }
    Gateway drawn = design.element(gateway, Gateway.class);
    return drawn == null ? 0 : drawn.activeActive() ? Math.max(2, ends.size()) : ends.size();
  }

  private Fallback.@Nullable Outcome outcome(Work pair, Id failed, Solution then) {
    SitePath path = paths.path(then, pair.now.from(), pair.now.to());
    SitePath back = paths.path(then, pair.back.from(), pair.back.to());
    if (same(pair.now, path) && same(pair.back, back)) {
      return null;
    }
    return new Fallback.Outcome(
        failed, Names.of(design, failed), path, back, effect(pair, path, back), isLogical(failed));
  }

  /** Whether it exists in configuration only, so that it never breaks by itself. */
  boolean isLogical(Id failed) {
    return switch (design.link(failed)) {
      case BgpPeering l -> true;
      case CircuitAttachment l -> true;
      case NetworkAttachment l -> true;
      case GatewayAssociation l -> true;
      case NetworkPeering l -> true;
      case null -> design.element(failed, Vrf.class) != null;
      default -> false;
    };
  }

  private static boolean same(SitePath before, SitePath after) {
    return before.kind() == after.kind()
        && before.steps().equals(after.steps())
        && before.drawn().equals(after.drawn());
  }

  private static Fallback.Effect effect(Work pair, SitePath path, SitePath back) {
    boolean lost =
        (pair.now.reaches() && !path.reaches()) || (pair.back.reaches() && !back.reaches());
    if (lost) {
      return Fallback.Effect.LOST;
    }
    boolean wasVpn = pair.now.kind() == PathKind.VPN && pair.back.kind() == PathKind.VPN;
    boolean isVpn = path.kind() == PathKind.VPN || back.kind() == PathKind.VPN;
    if (isVpn) {
      return wasVpn ? Fallback.Effect.OTHER_TUNNEL : Fallback.Effect.VPN;
    }
    return Fallback.Effect.OTHER_PRIVATE;
  }

  /** A pair while its outcomes are gathered. */
  static final class Work {
    final SitePath now;
    final SitePath back;
    final Set<Id> own;
    private final List<Fallback.Outcome> outcomes = new ArrayList<>();

    Work(SitePath now, SitePath back, Set<Id> own) {
      this.now = now;
      this.back = back;
      this.own = own;
    }

    Fallback.Pair done() {
      outcomes.sort(
          Comparator.comparing(Fallback.Outcome::effect)
              .thenComparing(Fallback.Outcome::logical)
              .thenComparing(Fallback.Outcome::label)
              .thenComparing(Fallback.Outcome::failed));
      return new Fallback.Pair(
          now.from(),
          now.to(),
          now,
          back,
          outcomes,
          outcomes.stream()
              .filter(o -> o.effect() == Fallback.Effect.LOST && !o.logical())
              .map(Fallback.Outcome::failed)
              .toList());
    }
  }
}
