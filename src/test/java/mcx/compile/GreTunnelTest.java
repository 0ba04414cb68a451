package mcx.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Fallback;
import mcx.analysis.PathKind;
import mcx.analysis.SitePath;
import mcx.analysis.fallback.Detection;
import mcx.catalog.CatalogLoader;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.Id;
import mcx.design.RoutePolicy;
import mcx.design.Routing;
import mcx.design.VpnConnection;
import org.junit.jupiter.api.Test;

/** What the analysis makes of tunnels without IPsec. */
class GreTunnelTest {

  private static Sketch connected() {
    return new Sketch()
        .site("dc", 65010, "10.10.0.0/16")
        .cloud("aws")
        .network("aws", "vpc", "10.30.0.0/16")
        .gateway("aws", "tgw", "aws.tgw", 64512L)
        .serve("vpc", "tgw")
        .gateway("aws", "dxgw", "aws.dxgw", 64514L)
        .associate("dxgw", "tgw", "172.31.0.0/24")
        .circuit("aws", "dx", "aws.direct-connect", "dxgw", "dc")
        .gre("connect", "tgw", "dc-r");
  }

  private static SitePath path(Analysis analysis, String from, String to) {
    return Objects.requireNonNull(analysis.separation().path(Id.of(from), Id.of(to)));
  }

  private static Analysis analysed(Sketch sketch) {
    return Analyzer.analyze(sketch.design(), CatalogLoader.builtIn());
  }

  @Test
  void overACircuitItIsAsPrivateAsTheCircuit() {
    Analysis over = analysed(connected().changeLink("connect", "underlay", Id.of("dx")));
    assertEquals(PathKind.DIRECT, path(over, "dc", "vpc").kind());
    Analysis open = analysed(connected());
    assertEquals(PathKind.VPN, path(open, "dc", "vpc").kind(), "over the Internet it is not");
  }

  @Test
  void nothingIsSaidOfIkeAndTheHoldTimerNotices() {
    Analysis analysis = analysed(connected());
    assertTrue(
        analysis.findings().stream().noneMatch(f -> f.rule().startsWith("VPN")),
        () -> analysis.findings().toString());
    assertEquals(3, analysis.compiled().vpns().get(Id.of("connect")).terms().size());
    Analysis both =
        analysed(
            connected()
                .vpn("vpn", "tgw", "dc-r", Routing.BGP)
                .changeLink(
                    "vpn",
                    "tunnels",
                    List.of(
                        new VpnConnection.Tunnel(
                            "tunnel-1",
                            null,
                            0,
                            0,
                            new BgpSettings(
                                BgpEnd.DEFAULT.with("exportPolicy", RoutePolicy.prepend(2)),
                                BgpEnd.DEFAULT)))));
    Fallback.Outcome outcome =
        Analyzer.fallback(both, () -> false).pairs().getFirst().outcomes().stream()
            .filter(o -> o.failed().equals(Id.of("connect")))
            .findFirst()
            .orElseThrow();
    assertEquals(
        Detection.Mechanism.HOLD_TIMER, Objects.requireNonNull(outcome.slowest()).mechanism());
  }
}
