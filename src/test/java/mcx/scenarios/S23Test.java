package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mcx.analysis.PathKind;
import mcx.compile.Note.Severity;
import mcx.design.Intent.IntentKind;
import mcx.routing.Advertisement;
import org.junit.jupiter.api.Test;

/** Two ExpressRoute circuits joined by one VRF drop each other's routes (RFC 4271 §9.1.2). */
class S23Test {

  @Test
  void theDatacenterReachesBothRegions() {
    Results.of(S23.design())
        .noErrors()
        .holds("ce1", "10.20.0.0/16", "64900 12076")
        .holds("ce1", "10.21.0.0/16", "64900 12076")
        .reaches("dc1", "vnet1", PathKind.PROVIDER)
        .reaches("dc1", "vnet2", PathKind.PROVIDER)
        .onlyReach("dc1 vnet1", "dc1 vnet2");
  }

  /** “ER-1 receives 10.21.0.0/16 as [64900 12076] -> own ASN -> discarded (ASN-14).” */
  @Test
  void eachRegionDropsTheOthersRoutes() {
    Results r = Results.of(S23.design()).finds("ASN-14", Severity.INFO, "er1", "er2");
    Advertisement told = r.told("er1-primary", "pe2:vrf", "10.21.0.0/16");
    assertEquals("64900 12076", told.asPath().toString());
    assertEquals(Advertisement.Outcome.REFUSED_LOOP, told.outcome());
    r.hasNoRoute("er1/primary", "10.21.0.0/16")
        .hasNoRoute("er2/primary", "10.20.0.0/16")
        .isolated("vnet1", "vnet2");
    Results.of(Edits.intent(S23.design(), IntentKind.REACH, "vnet1", "vnet2"))
        .finds("ASN-14", Severity.WARNING, "er1", "er2");
  }

  /** “PE as-override on the session toward MSEE -> [64900 64900], accepted.” */
  @Test
  void asOverrideLetsThemMeet() {
    Results.of(S23.asOverride())
        .holds("er1/primary", "10.21.0.0/16", "64900 64900")
        .holds("er2/secondary", "10.20.0.0/16", "64900 64900")
        .reaches("vnet1", "vnet2", PathKind.PROVIDER)
        .findsNothingOf("ASN-14");
  }

  /** “Otherwise peer the VNets (preferred).” */
  @Test
  void peeringJoinsThemInsideAzure() {
    Results.of(S23.peered())
        .reaches("vnet1", "vnet2", PathKind.INSIDE)
        .onlyReach("dc1 vnet1", "dc1 vnet2", "vnet1 vnet2");
    Results.of(S23.peered(), "meridian").onlyReach("vnet1 vnet2");
  }

  @Test
  void oneRegionsCircuitLostLeavesTheOther() {
    Results.of(S23.design(), "er1").onlyReach("dc1 vnet2");
    Results.of(S23.design(), "er1-primary").onlyReach("dc1 vnet1", "dc1 vnet2");
    Results.of(S23.asOverride(), "er1").onlyReach("dc1 vnet2");
  }
}
