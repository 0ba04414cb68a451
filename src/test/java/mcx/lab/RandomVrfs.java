package mcx.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import mcx.design.AccessLink;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Layer3Provider;
import mcx.design.Link;
import mcx.design.PointOfPresence;
import mcx.design.PrivateLink;
import mcx.design.ProviderEdge;
import mcx.design.RoutePolicy;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.design.Vrf;
import mcx.inet.Asn;
import mcx.inet.Community;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.inet.RouteTarget;
import org.jspecify.annotations.Nullable;

/**
 * Draws layer-3 providers: a few edges with VRFs on them whose route targets are shared, separate,
 * unequal, or those of a hub and its spokes, and customers' routers at one or two edges each, some
 * in several VRFs, some joined behind the provider's back.
 *
 * <p>In half of them no VRF in GoBGP has routes of several distinguishers to one prefix, among
 * which it would not choose ({@link mcx.export.lab.DaemonQuirk#GOBGP_NO_VRF_CHOICE}).
 */
final class RandomVrfs {

  private static final long PROVIDER = 64900;

  /** How the VRFs' route targets stand to each other. */
  private enum Shape {
    SHARED,
    SEPARATE,
    HUB_AND_SPOKE,
    UNEQUAL
  }

  /** Where a customer's router is. */
  private record Home(List<Id> edges, List<Id> vrfs) {}

  private final SplittableRandom chance;

  /** Whether routes of several distinguishers are kept apart. */
  private final boolean apart;

  private final Shape shape;
  private final List<Element> elements = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Id> edges = new ArrayList<>();
  private final List<Id> vrfs = new ArrayList<>();
  private final List<Router> customers = new ArrayList<>();
  private final List<Home> homes = new ArrayList<>();
  private final List<Integer> commons = new ArrayList<>();

  RandomVrfs(SplittableRandom chance) {
    this.chance = chance;
    this.apart = happens(0.5);
    this.shape = Shape.values()[chance.nextInt(Shape.values().length)];
  }

  Design make(String name) {
    Id provider = Id.of("provider");
    elements.add(new Layer3Provider(provider, "Provider", null, Asn.of(PROVIDER), List.of()));
    edges(provider);
    vrfs(provider);
    customers();
    for (int i = 0; i < customers.size(); i++) {
      attach(customers.get(i), homes.get(i));
    }
    backDoors();
    elements.addAll(customers);
    return Design.of(name, elements, links, List.of());
  }

  private boolean happens(double probability) {
    return chance.nextDouble() < probability;
  }

  private <T> T any(List<T> list) {
    return list.get(chance.nextInt(list.size()));
  }

  private <T> List<T> some(List<T> list, int count) {
    List<T> mixed = new ArrayList<>(list);
    for (int i = mixed.size() - 1; i > 0; i--) {
      Collections.swap(mixed, i, chance.nextInt(i + 1));
    }
    return mixed.subList(0, Math.min(count, mixed.size()));
  }

  private void edges(Id provider) {
    int places = 1 + chance.nextInt(3);
    int count = 2 + chance.nextInt(3);
    List<Id> pops = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      Id pop = Id.of("pop" + i);
      pops.add(pop);
      elements.add(new PointOfPresence(pop, "POP " + i, provider, null));
    }
    for (int i = 0; i < count; i++) {
      Id edge = Id.of("pe" + i);
      edges.add(edge);
      elements.add(new ProviderEdge(edge, "PE " + i, any(pops)));
    }
  }

  private void vrfs(Id provider) {
    int count = shape == Shape.SHARED && (apart || happens(0.5)) ? 1 : 2 + chance.nextInt(3);
    for (int i = 0; i < count; i++) {
      Set<RouteTarget> imports = new TreeSet<>();
      Set<RouteTarget> exports = new TreeSet<>();
      switch (shape) {
        case SHARED -> {
          imports.add(target(0));
          exports.add(target(0));
        }
        case SEPARATE -> {
          imports.add(target(i));
          exports.add(target(i));
        }
        case HUB_AND_SPOKE -> {
          imports.add(target(i == 0 ? 1 : 0));
          exports.add(target(i == 0 ? 0 : 1));
        }
        case UNEQUAL -> {
          exports.add(target(i));
          for (int k = 0; k < count; k++) {
            if (k == i || happens(0.5)) {
              imports.add(target(k));
            }
          }
        }
      }
      Id vrf = Id.of("vrf" + i);
      vrfs.add(vrf);
      elements.add(
          new Vrf(
              vrf,
              "VRF " + i,
              provider,
              null,
              imports,
              exports,
              null,
              // GoBGP's edges do not tell each other what has their own number in the path.
              !apart && happens(0.15) ? 1 + chance.nextInt(2) : 0,
              happens(0.4)));
    }
  }

  private static RouteTarget target(int number) {
    return RouteTarget.of(PROVIDER + ":" + (100 + number));
  }

  /** Some have a number in common, and some a prefix, so that there is something to choose. */
  private void customers() {
    int count = 3 + chance.nextInt(5);
    for (int i = 0; i < count; i++) {
      Home home = home();
      homes.add(home);
      long asn = happens(0.35) ? 65001 : happens(0.2) ? 12076 : 65010 + i;
      Set<PrefixRange> networks = new TreeSet<>();
      for (int k = 0; k < 1 + chance.nextInt(3); k++) {
        networks.add(
            PrefixRange.of(
                happens(0.4)
                    ? "10." + common(home) + ".0.0/16"
                    : "10." + (1 + i) + "." + k * 16 + ".0/20"));
      }
      Router plain = Router.of(Id.of("ce" + i), "CE " + i, null, Asn.of(asn));
      customers.add(
          new Router(
              plain.id(),
              plain.name(),
              null,
              plain.kind(),
              plain.asn(),
              null,
              List.copyOf(networks),
              List.of(),
              List.of(),
              null,
              Set.of()));
    }
  }

  /** Whether VRFs give each other their routes, so that those of several distinguishers meet. */
  private boolean isAcross() {
    return shape == Shape.UNEQUAL || shape == Shape.HUB_AND_SPOKE;
  }

  private Home home() {
    // The VRFs of a hub or of a spoke have a distinguisher on each edge.
    boolean oneEdge = apart && shape == Shape.HUB_AND_SPOKE;
    // In two that give each other their routes it would bring one's to the other once more.
    boolean oneVrf = isAcross();
    List<Id> at = some(edges, !oneEdge && happens(0.4) ? 2 : 1);
    List<Id> in = some(vrfs, !oneVrf && happens(0.35) ? 2 : 1);
    return new Home(List.copyOf(at), List.copyOf(in));
  }

  /** The second number of a prefix that others at the same place may hold too. */
  private int common(Home home) {
    int number = 100 + chance.nextInt(3);
    if (apart && isAcross()) {
      number += 12 * vrfs.indexOf(home.vrfs.getFirst());
    }
    if (apart && shape == Shape.HUB_AND_SPOKE) {
      number += 3 * edges.indexOf(home.edges.getFirst());
    }
    commons.add(number);
    return number;
  }

  private void attach(Router customer, Home home) {
    for (Id edge : home.edges) {
      List<AccessLink.Vlan> vlans = new ArrayList<>();
      for (Id vrf : home.vrfs) {
        vlans.add(
            new AccessLink.Vlan(
                100 + vrfs.indexOf(vrf),
                vrf,
                null,
                Routing.BGP,
                new BgpSettings(customerEnd(), edgeEnd())));
      }
      links.add(
          new AccessLink(Id.of(customer.id() + "-" + edge), "", customer.id(), edge, 0, vlans));
    }
  }

  /** Two customers' routers side by side, past the provider. */
  private void backDoors() {
    Set<Set<Id>> joined = new HashSet<>();
    for (int i = 0; i < chance.nextInt(3); i++) {
      int first = chance.nextInt(customers.size());
      int second = chance.nextInt(customers.size());
      Router a = customers.get(first);
      Router b = customers.get(second);
      boolean mayMeet = !apart || !isAcross() || homes.get(first).equals(homes.get(second));
      if (mayMeet
          && !a.id().equals(b.id())
          && !java.util.Objects.equals(a.asn(), b.asn())
          && joined.add(Set.of(a.id(), b.id()))) {
        links.add(
            new PrivateLink(
                Id.of("back-" + i),
                "",
                a.id(),
                b.id(),
                null,
                0,
                1,
                Routing.BGP,
                new BgpSettings(customerEnd(), customerEnd())));
      }
    }
  }

  private BgpEnd customerEnd() {
    BgpEnd end = BgpEnd.DEFAULT;
    if (happens(0.3)) {
      end = end.with("exportPolicy", policy(null));
    }
    if (happens(0.3)) {
      end = end.with("importPolicy", policy(chance.nextInt(50, 300)));
    }
    return happens(0.2) ? end.with("allowAsIn", 1 + chance.nextInt(2)) : end;
  }

  /** An edge holds back what has its neighbour's number in the path, as GoBGP does. */
  private BgpEnd edgeEnd() {
    BgpEnd end = BgpEnd.DEFAULT.with("holdBackNeighborAs", true);
    return happens(0.15) ? end.with("importPolicy", policy(chance.nextInt(50, 300))) : end;
  }

  /** A policy with one term, for some prefixes or for all. */
  private RoutePolicy policy(@Nullable Integer localPreference) {
    List<RoutePolicy.PrefixMatch> prefixes =
        happens(0.5)
            ? List.of(
                new RoutePolicy.PrefixMatch(
                    Prefix.of("10." + (commons.isEmpty() ? 100 : any(commons)) + ".0.0/16"),
                    null,
                    null))
            : List.of();
    boolean permit = happens(0.85);
    RoutePolicy.Change change =
        permit
            ? new RoutePolicy.Change(
                localPreference == null ? null : Long.valueOf(localPreference),
                happens(0.4) ? Long.valueOf(chance.nextInt(100)) : null,
                localPreference == null ? chance.nextInt(3) : 0,
                happens(0.3) ? List.of(Community.of("3356:" + (1 + chance.nextInt(3)))) : List.of(),
                List.of(),
                null)
            : RoutePolicy.Change.NONE;
    return new RoutePolicy(
        List.of(new RoutePolicy.Term("t0", prefixes, List.of(), null, null, permit, change)),
        happens(0.95));
  }
}
