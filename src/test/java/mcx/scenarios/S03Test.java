package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mcx.analysis.Fallback;
import mcx.analysis.PathKind;
import mcx.compile.Note.Severity;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Layer2Provider;
import mcx.design.RoutePolicy;
import mcx.inet.Asn;
import mcx.inet.Prefix;
import org.junit.jupiter.api.Test;

/** Layer-2 provider, the customer's routers in the middle. */
class S03Test {

  private static final String[] EVERYONE = {
    "dc1 vnet", "dc1 vpc", "dc1 vcn", "vnet vpc", "vnet vcn", "vpc vcn"
  };

  @Test
  void everyCloudLearnsTheOthersFromTheCustomer() {
    Results r = Results.of(S03.design()).noErrors();
    for (String azure : List.of("er/primary", "er/secondary")) {
      r.holds(azure, "10.10.0.0/16", "65010")
          .holds(azure, "10.30.0.0/16", "65010 64514")
          .holds(azure, "10.50.0.0/16", "65010 31898");
    }
    for (String oracle : List.of("fc-a/primary", "fc-b/primary")) {
      r.holds(oracle, "10.10.0.0/16", "65010")
          .holds(oracle, "10.20.0.0/16", "65010 12076")
          .holds(oracle, "10.30.0.0/16", "65010 64514");
    }
    for (String aws : List.of("dx-a/primary", "dx-b/primary")) {
      r.holds(aws, "10.10.0.0/16", "65010")
          .holds(aws, "10.20.0.0/16", "65010 12076")
          .holds(aws, "10.50.0.0/16", "65010 31898");
    }
    r.onlyReach(EVERYONE)
        .reaches("vnet", "vpc", PathKind.CUSTOMER_ROUTER)
        .reaches("dc1", "vcn", PathKind.DIRECT)
        .goes(
            "vnet",
            "vcn",
            "vnet er-gw er/(primary r1 |secondary r2 )(r1 |r2 )?fc-[ab]/primary drg vcn");
  }

  @Test
  void variantFilterKeepsTheCloudsApart() {
    Results.of(S03.filtered())
        .holds("er/primary", "10.10.0.0/16", "65010")
        .hasNoRoute("er/primary", "10.30.0.0/16", "10.50.0.0/16")
        .hasNoRoute("dx-a/primary", "10.20.0.0/16", "10.50.0.0/16")
        .hasNoRoute("fc-b/primary", "10.20.0.0/16", "10.30.0.0/16")
        .onlyReach("dc1 vnet", "dc1 vpc", "dc1 vcn");
  }

  @Test
  void oneRouterLostLeavesAllOnTheOther() {
    Results.of(S03.design(), "r1")
        .onlyReach(EVERYONE)
        .goes("vnet", "vpc", "vnet er-gw er/secondary r2 dx-b/primary .*vpc");
    Results.of(S03.design(), "r2")
        .onlyReach(EVERYONE)
        .goes("vnet", "vpc", "vnet er-gw er/primary r1 dx-a/primary .*vpc");
  }

  @Test
  void bothRoutersLostIsolateEverything() {
    Results.of(S03.design(), "r1", "r2").onlyReach();
  }

  /** “Single L2 provider outage: only its circuits.” With one provider that is all of them. */
  @Test
  void aProvidersOutageTakesItsCircuitsOnly() {
    Results.of(S03.twoProviders()).onlyReach(EVERYONE);
    Results.of(S03.twoProviders(), "northgate")
        .sessionDown("er-primary", "vif-a", "fc-a-vc")
        .sessionUp("er-secondary", "vif-b", "fc-b-vc")
        .onlyReach(EVERYONE);
    Results.of(S03.design(), "northgate")
        .sessionDown(S03.CONNECTIONS.toArray(String[]::new))
        .onlyReach();
  }

  @Test
  void variantBothLinksOnOneRouterHangsAzureOnIt() {
    Results.of(S03.bothOnR1()).onlyReach(EVERYONE);
    Results.of(S03.bothOnR1(), "r1").onlyReach("dc1 vpc", "dc1 vcn", "vpc vcn");
    Fallback.Pair pair = Results.of(S03.bothOnR1()).fallback("dc1", "vnet");
    assertTrue(pair.singlePoints().contains(Id.of("r1")));
    Fallback.Pair twoRouters = Results.of(S03.design()).fallback("dc1", "vnet");
    // Both routers carry traffic while both are up.
    assertEquals(Fallback.Effect.FEWER_WAYS, Results.effect(twoRouters, "r1"));
  }

  @Test
  void theFallbackTableCallsThingsByTheirNames() {
    List<String> labels =
        Results.of(S03.design()).fallback("dc1", "vcn").outcomes().stream()
            .map(Fallback.Outcome::label)
            .toList();
    assertTrue(labels.contains("Northgate Exchange OCI A"), labels.toString());
    assertTrue(
        labels.contains("Access link R1 – Northgate Exchange Port 1, VLAN 300"), labels.toString());
    assertTrue(labels.contains("Oracle Cloud FastConnect A, primary connection"));
  }

  // Findings

  /** “Variant filter clears TRN-21”; “variant both ER links on R1: RED-02”. */
  @Test
  void transitAndTheSingleRouterAreTold() {
    Results.of(S03.design()).finds("TRN-21", Severity.INFO, "r1", "r2").findsNothingOf("RED-02");
    Results.of(S03.filtered()).findsNothingOf("TRN-21", "TRN-22");
    Results.of(S03.bothOnR1()).finds("RED-02", Severity.WARNING, "er");
  }

  // Edits

  @Test
  void aMissingCrossConnectTakesItsSessionAway() {
    Design design = S03.design();
    Layer2Provider provider = (Layer2Provider) design.elements().get(Id.of("northgate"));
    Design edited =
        Edits.set(
            design,
            "northgate",
            "crossConnects",
            provider.crossConnects().stream()
                .filter(c -> !c.portB().equals(Id.of("port-aws-a")))
                .toList());
    Results r = Results.of(edited).onlyReach(EVERYONE);
    r.hasNoRoute("dx-a/primary", "10.10.0.0/16")
        .goes("dc1", "vpc", "dc1 (r1 )?r2 dx-b/primary .*vpc");
    assertTrue(
        r.says("vif-a"),
        "a circuit that leads nowhere is worth a note: " + r.analysis().findings());
  }

  @Test
  void aFilteredCloudIsHiddenFromOneNeighbourOnly() {
    Design design = S03.design();
    for (String vif : List.of("vif-a", "vif-b")) {
      design =
          Edits.sessionB(
              design, vif, "exportPolicy", RoutePolicy.only(List.of(Prefix.of("10.10.0.0/16"))));
    }
    Results r = Results.of(design);
    r.hasNoRoute("dx-a/primary", "10.20.0.0/16", "10.50.0.0/16")
        .holds("er/primary", "10.30.0.0/16", "65010 64514")
        .reaches("vnet", "vcn", PathKind.CUSTOMER_ROUTER);
    assertEquals(PathKind.NONE, r.path("vpc", "vnet").kind());
  }

  @Test
  void theCustomersNumberStandsInEveryPath() {
    Design design = Edits.set(S03.design(), "r1", "asn", Asn.of(65077));
    design = Edits.set(design, "r2", "asn", Asn.of(65077));
    Results.of(design).holds("er/primary", "10.30.0.0/16", "65077 64514");
  }

  @Test
  void withoutTheInnerSessionEachRouterKeepsToItsOwn() {
    Results.of(Edits.without(S03.design(), "r1-r2")).onlyReach(EVERYONE);
    Results.of(Edits.without(S03.bothOnR1(), "r1-r2"), "dx-a")
        .hasNoRoute("er/primary", "10.30.0.0/16");
    Results.of(S03.bothOnR1(), "dx-a").holds("er/primary", "10.30.0.0/16", "65010 64514");
  }
}
