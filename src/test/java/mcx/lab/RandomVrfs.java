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

  private final SplittableRandom chance;
  private final List<Element> elements = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Id> edges = new ArrayList<>();
  private final List<Id> vrfs = new ArrayList<>();
  private final List<Router> customers = new ArrayList<>();

  RandomVrfs(SplittableRandom chance) {
    this.chance = chance;
  }

  Design make(String name) {
    Id provider = Id.of("provider");
    elements.add(new Layer3Provider(provider, "Provider", null, Asn.of(PROVIDER), List.of()));
    edges(provider);
    vrfs(provider);
    customers();
    for (Router customer : customers) {
      attach(customer);
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
    Shape shape = Shape.values()[chance.nextInt(Shape.values().length)];
    int count = shape == Shape.SHARED && happens(0.5) ? 1 : 2 + chance.nextInt(3);
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
              happens(0.3) ? 1 + chance.nextInt(2) : 0,
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
      long asn = happens(0.35) ? 65001 : happens(0.2) ? 12076 : 65010 + i;
      Set<PrefixRange> networks = new TreeSet<>();
      for (int k = 0; k < 1 + chance.nextInt(3); k++) {
        networks.add(
            PrefixRange.of(
                happens(0.4)
                    ? "10." + (100 + chance.nextInt(3)) + ".0.0/16"
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

  private void attach(Router customer) {
    List<Id> at = some(edges, happens(0.4) ? 2 : 1);
    List<Id> in = some(vrfs, happens(0.35) ? 2 : 1);
    for (Id edge : at) {
      List<AccessLink.Vlan> vlans = new ArrayList<>();
      for (Id vrf : in) {
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
      Router a = any(customers);
      Router b = any(customers);
      if (!a.id().equals(b.id())
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

  private BgpEnd edgeEnd() {
    return happens(0.15)
        ? BgpEnd.DEFAULT.with("importPolicy", policy(chance.nextInt(50, 300)))
        : BgpEnd.DEFAULT;
  }

  /** A policy with one term, for some prefixes or for all. */
  private RoutePolicy policy(@Nullable Integer localPreference) {
    List<RoutePolicy.PrefixMatch> prefixes =
        happens(0.5)
            ? List.of(
                new RoutePolicy.PrefixMatch(
                    Prefix.of("10." + (100 + chance.nextInt(3)) + ".0.0/16"), null, null))
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
