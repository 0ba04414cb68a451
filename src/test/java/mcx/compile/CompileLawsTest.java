package mcx.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.RandomDesigns;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.Propagation;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.SharedLimit;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.Routing;
import org.junit.jupiter.api.Test;

/** What holds for the network of any design, well made or not. */
class CompileLawsTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();
  private static final int DESIGNS = 150;

  @Test
  void everyReferenceInTheNetworkLeadsToSomething() {
    for (long seed = 0; seed < DESIGNS; seed++) {
      Network network = Compiler.compile(RandomDesigns.design(seed), CATALOG).network();
      String at = "seed " + seed + ": ";
      for (Session s : network.sessions()) {
        assertNotNull(network.vrf(s.a()), at + s.id() + " starts nowhere");
        assertNotNull(network.vrf(s.b()), at + s.id() + " ends nowhere");
        assertFalse(s.a().equals(s.b()), at + s.id() + " joins a table with itself");
        assertTrue(
            network.segment(s.segment()) != null || hasLoopbacks(network, s),
            at + s.id() + " runs over nothing");
      }
      for (Segment s : network.segments()) {
        assertNotNull(network.vrf(s.a()), at + s.id() + " starts nowhere");
        assertNotNull(network.vrf(s.b()), at + s.id() + " ends nowhere");
      }
      for (Propagation p : network.propagations()) {
        assertNotNull(network.vrf(p.from()), at + p.id() + " starts nowhere");
        assertNotNull(network.vrf(p.to()), at + p.id() + " ends nowhere");
      }
      for (Node node : network.nodes().values()) {
        for (Vrf vrf : node.vrfs()) {
          for (Vrf.StaticRoute route : vrf.statics()) {
            VrfId next = route.nextHop();
            assertTrue(
                next == null || network.vrf(next) != null,
                at + "a route of " + vrf.id() + " leads nowhere");
          }
        }
      }
    }
  }

  /** Whether the session runs between addresses that its ends have of their own. */
  private static boolean hasLoopbacks(Network network, Session s) {
    return s.segment() == null
        && hasLoopback(network, s.a(), s.atA())
        && hasLoopback(network, s.b(), s.atB());
  }

  private static boolean hasLoopback(Network network, VrfId table, Session.End end) {
    Vrf vrf = network.vrf(table);
    IpAddress address = end.address();
    return vrf != null
        && address != null
        && vrf.connected().stream()
            .anyMatch(
                n ->
                    n.segment() == null
                        && n.prefix().equals(Prefix.of(address + "/" + address.family().bits())));
  }

  @Test
  void idsAreUnique() {
    for (long seed = 0; seed < DESIGNS; seed++) {
      Network network = Compiler.compile(RandomDesigns.design(seed), CATALOG).network();
      List<String> edges = new ArrayList<>();
      network.sessions().forEach(s -> edges.add(s.id()));
      network.propagations().forEach(p -> edges.add(p.id()));
      assertEquals(edges.size(), new HashSet<>(edges).size(), "edges of seed " + seed);
      List<String> segments = network.segments().stream().map(Segment::id).toList();
      assertEquals(segments.size(), new HashSet<>(segments).size(), "segments of seed " + seed);
      long ids = network.nodes().values().stream().map(Node::routerId).distinct().count();
      assertEquals(network.nodes().size(), ids, "router ids of seed " + seed);
    }
  }

  @Test
  void everySharedLimitCountsWhatIsThere() {
    int counted = 0;
    for (long seed = 0; seed < DESIGNS; seed++) {
      Design design = RandomDesigns.design(seed);
      Network network = Compiler.compile(design, CATALOG).network();
      List<String> ids = network.limits().stream().map(SharedLimit::id).toList();
      assertEquals(ids.size(), new HashSet<>(ids).size(), "limits of seed " + seed);
      for (SharedLimit limit : network.limits()) {
        String at = "seed " + seed + ": " + limit.id();
        VrfId table = limit.table();
        assertTrue(table == null || network.vrf(table) != null, at);
        assertTrue(table != null || !limit.counted().isEmpty(), at);
        for (SharedLimit.Counted c : limit.counted()) {
          Session session = network.session(c.edge());
          Propagation propagation = network.propagation(c.edge());
          assertTrue(
              session != null
                  ? c.from().equals(session.a()) || c.from().equals(session.b())
                  : propagation != null && c.from().equals(propagation.from()),
              at + " counts " + c);
          counted++;
        }
        for (String id : limit.falls()) {
          assertTrue(network.session(id) != null || network.segment(id) != null, at);
        }
        Id origin = new Id(limit.origin().id());
        assertNotNull(design.element(origin), at);
      }
    }
    assertTrue(counted > 100, "counted " + counted);
  }

  @Test
  void everythingDependsOnWhatItCameFrom() {
    for (long seed = 0; seed < DESIGNS; seed++) {
      Design design = RandomDesigns.design(seed);
      Network network = Compiler.compile(design, CATALOG).network();
      for (Node node : network.nodes().values()) {
        Set<Origin> above = new HashSet<>(Set.of(node.element()));
        for (Element e : design.ancestors(new Id(node.element().id()))) {
          above.add(Origin.of(e.id()));
        }
        assertTrue(
            node.dependsOn().containsAll(above), "seed " + seed + ": " + node.id() + " lacks one");
      }
      for (Segment s : network.segments()) {
        assertTrue(s.dependsOn().contains(s.origin()), "seed " + seed + ": " + s.id());
        Origin link = Origin.of(new Id(s.origin().id()).owner());
        assertTrue(s.dependsOn().contains(link), "seed " + seed + ": " + s.id());
      }
    }
  }

  @Test
  void everyOriginIsInTheDesign() {
    for (long seed = 0; seed < DESIGNS; seed++) {
      Design design = RandomDesigns.design(seed);
      Compiled compiled = Compiler.compile(design, CATALOG);
      Set<Origin> origins = new HashSet<>();
      compiled.network().nodes().values().forEach(n -> origins.addAll(n.dependsOn()));
      compiled
          .network()
          .segments()
          .forEach(
              s -> {
                origins.addAll(s.drawn());
                origins.addAll(s.dependsOn());
              });
      for (Origin origin : origins) {
        Id owner = new Id(origin.id()).owner();
        assertTrue(
            design.element(owner) != null || design.link(owner) != null,
            "seed " + seed + ": “" + origin + "” is nothing drawn");
      }
      for (Note note : compiled.notes()) {
        assertFalse(note.text().isBlank(), "seed " + seed);
        assertFalse(note.subjects().isEmpty(), "seed " + seed + ": " + note.text());
      }
    }
  }

  @Test
  void theSameDesignGivesTheSameNetwork() {
    for (long seed = 0; seed < 30; seed++) {
      Compiled once = Compiler.compile(RandomDesigns.design(seed), CATALOG);
      Compiled again = Compiler.compile(RandomDesigns.design(seed), CATALOG);
      assertNotSame(once, again);
      assertEquals(once.toString(), again.toString(), "seed " + seed);
    }
  }

  @Test
  void anyNetworkCanBeSolved() {
    for (long seed = 0; seed < 40; seed++) {
      Network network = Compiler.compile(RandomDesigns.design(seed), CATALOG).network();
      assertNotNull(Routing.solve(network, Failures.NONE), "seed " + seed);
    }
  }
}
