package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mcx.analysis.Fallback;
import mcx.analysis.PathKind;
import mcx.compile.Note.Severity;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.CloudInterconnect;
import mcx.design.Components;
import mcx.design.ConnectionRole;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Intent.IntentKind;
import mcx.design.NetworkPeering;
import mcx.design.RoutePolicy;
import mcx.inet.Asn;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Azure and Oracle back to back. “RIB(Azure from interconnect)” is the MSEE of the interconnect's
 * circuit, “RIB(OCI from interconnect)” Oracle's edge of the FastConnect side.
 */
class S05Test {

  private static final String[] USUAL = {
    "vnet vcn", "vnet vcn2", "vcn vcn2", "dc1 vnet", "dc2 vcn", "dc2 vcn2"
  };

  @Test
  void theCloudsLearnEachOther() {
    Results r = Results.of(S05.design()).noErrors();
    for (String path : new String[] {"primary", "secondary"}) {
      r.holds("er-oci/" + path, "10.50.0.0/16", "31898")
          .holds("er-oci/" + path, "10.51.0.0/16", "31898")
          .holds("fc-az/" + path, "10.20.0.0/16", "12076");
    }
    r.reaches("vnet", "vcn", PathKind.INTERCONNECT)
        .goes(
            "vnet",
            "vcn",
            "vnet er-gw er-oci/(primary fc-az/primary|secondary fc-az/secondary) drg vcn");
  }

  /** A tie goes to the router that is named first, in both directions. */
  @Test
  void thePrimaryCarriesBothDirections() {
    Results.of(S05.design())
        .goes("vnet", "vcn", "vnet er-gw er-oci/primary fc-az/primary drg vcn")
        .goes("vcn", "vnet", "vcn drg fc-az/primary er-oci/primary er-gw vnet");
  }

  /** Oracle's “does not carry on-premises traffic”; Azure's “no transit between circuits”. */
  @Test
  void noTransitToTheDatacentersBehind() {
    Results.of(S05.design())
        .onlyReach(USUAL)
        .isolated("dc2", "vnet", "dc1")
        .isolated("dc1", "vcn", "vcn2")
        .hasNoRoute("er-oci/primary", "10.11.0.0/16")
        .hasNoRoute("fc-az/primary", "10.10.0.0/16")
        .hasNoRoute("ce2", "10.20.0.0/16", "10.10.0.0/16")
        .hasNoRoute("ce1", "10.50.0.0/16", "10.11.0.0/16");
  }

  /**
   * Variant Global Reach. Microsoft's page (AZ-OCI) says the circuit is an ordinary one, for which
   * Global Reach works; Oracle's (OCI-AZ) says that it does not carry such traffic. Routed as
   * Microsoft says, and never without a word of warning (TRN-15).
   */
  @Test
  void variantGlobalReachOpensTheWayWithAWarning() {
    Results r = Results.of(S05.withGlobalReach());
    r.reaches("dc1", "vcn", PathKind.INTERCONNECT)
        .isolated("dc2", "vnet", "dc1")
        .holds("ce1", "10.50.0.0/16", "12076 31898")
        .holds("fc-az/primary", "10.10.0.0/16", "12076 65010");
    assertTrue(r.says("global-reach", "Oracle"), "warned of nothing: " + r.analysis().findings());
  }

  @Test
  void oneSessionLostLeavesTheOther() {
    Results.of(S05.design(), "az-oci/primary")
        .onlyReach(USUAL)
        .goes("vnet", "vcn", "vnet er-gw er-oci/secondary fc-az/secondary drg vcn");
    Fallback.Pair pair = Results.of(S05.design()).fallback("vcn", "vnet");
    Assertions.assertEquals(Fallback.Effect.OTHER_PRIVATE, Results.effect(pair, "az-oci/primary"));
  }

  @Test
  void gatewayLostLeavesNone() {
    Results.of(S05.design(), "er-gw").onlyReach("vcn vcn2", "dc2 vcn", "dc2 vcn2");
  }

  @Test
  void circuitLostLeavesTheDatacentersLinks() {
    for (String circuit : new String[] {"er-oci", "fc-az", "az-oci"}) {
      Results.of(S05.design(), circuit).onlyReach("vcn vcn2", "dc1 vnet", "dc2 vcn", "dc2 vcn2");
    }
  }

  // Findings

  /** “No route: DC2 -> 10.20.0.0/16; DC1 -> 10.50.0.0/16 (TRN-15)”, with both sources. */
  @Test
  void transitBehindTheInterconnectIsTold() {
    Results.of(S05.design())
        .finds("TRN-15", Severity.INFO, "dc1", "az-oci")
        .finds("TRN-15", Severity.INFO, "dc2", "az-oci");
    Results.of(Edits.intent(S05.design(), IntentKind.REACH, "dc2", "vnet"))
        .finds("TRN-15", Severity.ERROR, "dc2", "az-oci");
    Results r = Results.of(S05.withGlobalReach()).finds("TRN-15", Severity.ERROR, "global-reach");
    String text = r.findings("TRN-15").getFirst().text();
    assertTrue(text.contains("AZ-OCI") && text.contains("OCI-AZ"), text);
  }

  /** “Checks: address order (ADR-05), speed equal (MTU-04), overlap with 10.0.0.20-27.” */
  @Test
  void theInterconnectsAddressesAndSpeedsAreChecked() {
    Results.of(S05.design()).findsNothingOf("ADR-05", "MTU-04");
    Results.of(Edits.set(S05.design(), "fc-az", "bandwidthMbps", 1000))
        .finds("MTU-04", Severity.WARNING, "az-oci");
    CloudInterconnect link = (CloudInterconnect) S05.design().links().get(Id.of("az-oci"));
    CloudInterconnect.Path first = link.paths().getFirst();
    CloudInterconnect.Path swapped =
        Components.with(first, "session", Drawing.addresses("10.0.0.21", "10.0.0.22"));
    Design design =
        Edits.set(S05.design(), "az-oci", "paths", List.of(swapped, link.paths().getLast()));
    Results.of(design).finds("ADR-05", Severity.WARNING, "az-oci/primary");
    Design overlapping =
        Edits.set(S05.design(), "vnet", "prefixes", List.of(PrefixRange.of("10.0.0.0/24")));
    Results.of(overlapping).finds("ADR-05", Severity.WARNING, "az-oci/primary", "vnet");
  }

  // Edits

  /** “10.51.0.0/16 if DRG exports it”: a network peered with the other only is not attached. */
  @Test
  void aNetworkThatIsNotAttachedToTheDrgIsNotAdvertised() {
    Design design =
        Edits.without(S05.design(), "vcn2-drg")
            .with(
                new NetworkPeering(
                    Id.of("vcn-vcn2"), "", Id.of("vcn"), Id.of("vcn2"), false, false));
    Results.of(design)
        .holds("er-oci/primary", "10.50.0.0/16", "31898")
        .hasNoRoute("er-oci/primary", "10.51.0.0/16")
        .onlyReach("vnet vcn", "vcn vcn2", "dc1 vnet", "dc2 vcn");
  }

  @Test
  void withoutTheSecondPathThePrimaryIsASinglePoint() {
    Design design = S05.design();
    CloudInterconnect link = (CloudInterconnect) design.links().get(Id.of("az-oci"));
    Design edited =
        Edits.set(
            design,
            "az-oci",
            "paths",
            link.paths().stream().filter(p -> p.role() == ConnectionRole.PRIMARY).toList());
    Results.of(edited).onlyReach(USUAL);
    Results.of(edited, "az-oci/primary").isolated("vnet", "vcn");
  }

  @Test
  void aCircuitWithoutItsGatewayCarriesNothing() {
    Design design = Edits.without(S05.design(), "er-oci-gw");
    Results.of(design).onlyReach("vcn vcn2", "dc1 vnet", "dc2 vcn", "dc2 vcn2");
  }

  @Test
  void aFilterAtOraclesEndHidesANetworkOnThatPath() {
    Design design = S05.design();
    CloudInterconnect link = (CloudInterconnect) design.links().get(Id.of("az-oci"));
    BgpEnd onlyDatabases =
        link.paths()
            .getFirst()
            .session()
            .b()
            .with("exportPolicy", RoutePolicy.only(List.of(Prefix.of("10.50.0.0/16"))));
    CloudInterconnect.Path first = link.paths().getFirst();
    Design edited =
        Edits.set(
            design,
            "az-oci",
            "paths",
            List.of(
                new CloudInterconnect.Path(
                    first.role(),
                    first.subnet(),
                    new BgpSettings(first.session().a(), onlyDatabases)),
                link.paths().getLast()));
    Results.of(edited)
        .hasNoRoute("er-oci/primary", "10.51.0.0/16")
        .holds("er-oci/primary", "10.50.0.0/16", "31898")
        .holds("er-oci/secondary", "10.51.0.0/16", "31898")
        .goes("vnet", "vcn2", "vnet er-gw er-oci/secondary .*");
  }

  @Test
  void theDatacentersNumberStandsInThePath() {
    Results.of(Edits.set(S05.design(), "ce1", "asn", Asn.of(65099)))
        .holds("er-dc1/primary", "10.10.0.0/16", "65099");
  }
}
