package mcx.export.lab;

import static mcx.routing.Nets.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import mcx.design.Components;
import mcx.inet.Family;
import mcx.inet.IpAddress;
import mcx.network.Failures;
import mcx.network.LimitBasis;
import mcx.network.Network;
import mcx.network.Origin;
import mcx.network.PrefixLimit;
import mcx.network.PrefixLimit.Beyond;
import mcx.network.Segment;
import mcx.network.SharedLimit;
import mcx.network.VrfId;
import mcx.routing.Nets;
import mcx.routing.Routing;
import mcx.routing.Solution;
import org.junit.jupiter.api.Test;

/** What no daemon knows of, is left out of a lab or put in by hand, and said. */
class LeftOutTest {

  /** A and B each tell G two prefixes. */
  private static Nets gateway() {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.0.0/16", "10.2.0.0/16");
    nets.router("B", 65002).holds("10.3.0.0/16", "10.4.0.0/16");
    nets.router("G", 65003);
    return nets.session("A", "G").session("B", "G");
  }

  private static Network limited(Network n, int max, Beyond beyond, String... falls) {
    SharedLimit limit =
        new SharedLimit(
            "pool",
            "Routes of the gateway",
            max,
            beyond,
            "the test",
            Set.of(Family.V4),
            List.of(
                new SharedLimit.Counted("A-G", VrfId.of("A"), false),
                new SharedLimit.Counted("B-G", VrfId.of("B"), false)),
            null,
            Set.of(falls),
            new Origin("G"),
            LimitBasis.DESIGN);
    return new Network(
        n.nodes(), n.segments(), n.sessions(), n.propagations(), n.vpnDomains(), List.of(limit));
  }

  private static Lab lab(Network network) {
    Solution solution = Routing.solve(network, Failures.NONE);
    return Lab.of(network, Failures.NONE, solution, LabDaemon.Choice.FRR, "test");
  }

  private static String readme(Lab lab) {
    return Objects.requireNonNull(lab.files().get("README.txt"));
  }

  private static List<String> sessions(Lab lab) {
    return lab.plan().routers().stream()
        .flatMap(r -> r.peerings().stream())
        .map(p -> p.session().id())
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void whatASharedLimitTookDownIsLeftOut() {
    Lab lab = lab(limited(gateway().build(), 3, Beyond.SESSION_IDLE, "B-G"));
    assertEquals(List.of("A-G"), sessions(lab));
    assertEquals(1, lab.plan().leftOut().size());
    assertTrue(
        lab.plan().leftOut().getFirst().startsWith("Session “B-G”: "),
        lab.plan().leftOut()::toString);
    assertTrue(readme(lab).contains("Left out, because no daemon knows why it is down."));
    assertTrue(readme(lab).contains("Session “B-G”: "));
    assertFalse(Objects.requireNonNull(lab.files().get("plan/injected.tsv")).isEmpty());
  }

  @Test
  void aSharedLimitThatHoldsIsNamed() {
    Lab lab = lab(limited(gateway().build(), 4, Beyond.SESSION_IDLE, "B-G"));
    assertEquals(List.of("A-G", "B-G"), sessions(lab));
    assertEquals(List.of(), lab.plan().leftOut());
    assertEquals("", lab.files().get("plan/injected.tsv"));
    assertTrue(readme(lab).contains("export again with --fail: Routes of the gateway."));
  }

  @Test
  void whatASharedLimitDropsIsRefusedByHand() {
    Lab lab = lab(limited(gateway().build(), 3, Beyond.DROP_EXCESS_ORDERED));
    assertEquals(List.of("A-G", "B-G"), sessions(lab));
    assertEquals(1, lab.plan().injections().size(), lab.plan().injections()::toString);
    Injection i = lab.plan().injections().getFirst();
    assertEquals(Injection.Kind.REFUSE, i.kind());
    assertTrue(i.why().contains("counts over several sessions"), i.why());
  }

  /** The daemon ends such a session itself, so it must be there. */
  @Test
  void aLimitOfOneSessionIsLeftToItsDaemon() {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.0.0/16", "10.2.0.0/16");
    nets.router("G", 65003);
    nets.session(
        "A",
        "G",
        UnaryOperator.identity(),
        end("limitV4", new PrefixLimit(1, Beyond.CONNECTION_DOWN, "the test")));
    Lab lab = lab(nets.build());
    assertEquals(List.of("A-G"), sessions(lab));
    assertEquals(List.of(), lab.plan().leftOut());
  }

  /** The ends of its tunnel have no routes to each other. */
  private static Network tunnel() {
    Nets nets = gateway();
    nets.segment("vpn", Segment.Kind.TUNNEL, "A", "B", 0);
    nets.sessionOver(
        "vpn-bgp", "A", "B", "vpn", UnaryOperator.identity(), UnaryOperator.identity());
    Network n = nets.build();
    List<Segment> segments = new ArrayList<>();
    for (Segment s : n.segments()) {
      segments.add(
          s.id().equals("vpn")
              ? Components.with(
                  s,
                  "underlay",
                  new Segment.Underlay(
                      IpAddress.of("192.0.2.1"), IpAddress.of("198.51.100.1"), false))
              : s);
    }
    return new Network(
        n.nodes(), segments, n.sessions(), n.propagations(), n.vpnDomains(), n.limits());
  }

  @Test
  void aTunnelWithoutAWayIsLeftOutAndTunnelsAreNamed() {
    Lab lab = lab(tunnel());
    assertEquals(List.of("A-G", "B-G"), sessions(lab));
    assertEquals(2, lab.plan().wires().size());
    assertTrue(
        lab.plan().leftOut().getFirst().startsWith("Session “vpn-bgp”: "),
        lab.plan().leftOut()::toString);
    assertTrue(readme(lab).contains("A tunnel is a wire in the lab."));
    assertTrue(readme(lab).contains("export again with --fail: vpn."));
  }
}
