package mcx.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import mcx.design.BgpEnd;
import mcx.design.BgpPeering;
import mcx.design.BgpSettings;
import mcx.design.Components;
import mcx.design.Id;
import mcx.design.PrivateLink;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.inet.Asn;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Network;
import mcx.network.Origin;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.junit.jupiter.api.Test;

/** Sessions between the loopbacks of two routers. */
class BgpPeeringTest {

  private static final IpAddress ONE = IpAddress.of("192.0.2.1");
  private static final IpAddress TWO = IpAddress.of("192.0.2.2");

  private static Router router(String id, long asn, IpAddress routerId) {
    return Components.with(Router.of(Id.of(id), id, null, Asn.of(asn)), "routerId", routerId);
  }

  private static BgpPeering peering(BgpSettings session) {
    return new BgpPeering(Id.of("s"), "", Id.of("r1"), Id.of("r2"), session);
  }

  private static List<Vrf.Connected> connected(Network network, String node) {
    return Objects.requireNonNull(network.vrf(VrfId.of(node))).connected();
  }

  @Test
  void runsBetweenTheRouterIds() {
    Sketch.Outcome outcome =
        new Sketch()
            .add(router("r1", 65001, ONE))
            .add(router("r2", 65001, TWO))
            .add(peering(BgpSettings.DEFAULT))
            .outcome()
            .clean();
    Session session = outcome.session("s");
    assertNull(session.segment());
    assertTrue(session.isInner());
    assertEquals(VrfId.of("r1"), session.a());
    assertEquals(VrfId.of("r2"), session.b());
    assertEquals(ONE, session.atA().address());
    assertEquals(TWO, session.atB().address());
    assertTrue(session.dependsOn().contains(Origin.of("s")));
    assertEquals(Origin.of("s"), session.origin());
    assertEquals(
        List.of(new Vrf.Connected(Prefix.of("192.0.2.1/32"), null, false)),
        connected(outcome.network(), "r1"));
  }

  @Test
  void aMadeRouterIdIsTheOneOfTheNode() {
    Sketch.Outcome outcome =
        new Sketch()
            .site("a", 65009, "10.1.0.0/16")
            .add(Router.of(Id.of("r1"), "r1", null, Asn.of(65001)))
            .add(Router.of(Id.of("r2"), "r2", null, Asn.of(65002)))
            .add(peering(BgpSettings.DEFAULT))
            .cloud("azure")
            .network("azure", "hub", "10.20.0.0/16")
            .gateway("azure", "er-gw", "azure.er-gateway", null)
            .serve("hub", "er-gw")
            .circuit("azure", "c", "azure.expressroute", "er-gw", "a")
            .outcome()
            .notes("“r1” has no router id of its own")
            .notes("“r2” has no router id of its own");
    Session session = outcome.session("s");
    assertFalse(session.isInner());
    for (String node : List.of("r1", "r2")) {
      IpAddress id = Objects.requireNonNull(outcome.network().node(node)).routerId();
      assertEquals(id, session.at(VrfId.of(node)).address());
      assertEquals(
          List.of(new Vrf.Connected(Prefix.of(id + "/32"), null, false)),
          connected(outcome.network(), node));
    }
  }

  @Test
  void anAddressThatIsSetAtAnEndIsAnotherLoopback() {
    BgpEnd end = BgpEnd.DEFAULT.with("address", IpAddress.of("2001:db8::1"));
    Sketch.Outcome outcome =
        new Sketch()
            .add(Components.with(router("r1", 65001, ONE), "redistributeConnected", true))
            .add(router("r2", 65002, TWO))
            .add(peering(new BgpSettings(end, BgpEnd.DEFAULT)))
            .add(Components.with(peering(BgpSettings.DEFAULT), "id", Id.of("t")))
            .outcome()
            .clean();
    assertEquals(IpAddress.of("2001:db8::1"), outcome.session("s").atA().address());
    assertEquals(
        List.of(
            new Vrf.Connected(Prefix.of("2001:db8::1/128"), null, true),
            new Vrf.Connected(Prefix.of("192.0.2.1/32"), null, true)),
        connected(outcome.network(), "r1"));
    assertEquals(1, connected(outcome.network(), "r2").size(), "one loopback for both sessions");
  }

  @Test
  void innerRoutingRunsOverLinksWithoutASession() {
    Sketch.Outcome outcome =
        new Sketch()
            .site("a", 65001, "10.1.0.0/16")
            .site("b", 65001, "10.2.0.0/16")
            .add(Router.of(Id.of("m"), "m", null, Asn.of(65001)))
            .add(wire("a-r", "m"))
            .add(wire("m", "b-r"))
            .add(new BgpPeering(Id.of("s"), "", Id.of("a-r"), Id.of("b-r"), BgpSettings.DEFAULT))
            .outcome()
            .clean();
    assertEquals(4, Objects.requireNonNull(outcome.network().segment("a-r-m")).igpCost());
    assertTrue(outcome.session("s").isInner());
    outcome.path("b-r", "10.1.0.0/16", "");
  }

  private static PrivateLink wire(String a, String b) {
    return new PrivateLink(
        Id.of(a + "-" + b), "", Id.of(a), Id.of(b), null, 0, 4, Routing.NONE, BgpSettings.DEFAULT);
  }

  @Test
  void withoutANumberThereIsNoSession() {
    Sketch.Outcome outcome =
        new Sketch()
            .add(router("r1", 65001, ONE))
            .add(Router.of(Id.of("r2"), "r2", null, null))
            .add(peering(BgpSettings.DEFAULT))
            .outcome()
            .notes("“r2” has no AS number");
    assertTrue(outcome.network().sessions().isEmpty());
  }

  @Test
  void betweenOtherThingsItIsNothing() {
    new Sketch()
        .cloud("azure")
        .add(router("r1", 65001, ONE))
        .add(new BgpPeering(Id.of("s"), "", Id.of("r1"), Id.of("azure"), BgpSettings.DEFAULT))
        .outcome()
        .notes("joins no two routers");
  }
}
