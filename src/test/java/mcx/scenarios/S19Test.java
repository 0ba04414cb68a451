package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import mcx.analysis.PathKind;
import mcx.compile.Note.Severity;
import mcx.design.Design;
import mcx.design.Intent.IntentKind;
import mcx.design.Setting;
import mcx.network.Session;
import mcx.network.VrfId;
import mcx.routing.Tripped.Aftermath;
import org.junit.jupiter.api.Test;

/** Alibaba's border routers and transit router (ALI-BGP, ALI-TRV). */
class S19Test {

  @Test
  void theVpcReachesBothDatacenters() {
    Results.of(S19.design())
        .noErrors()
        .holds("vbr1", "10.10.0.0/16", "65010")
        .holds("dc1-r1", "10.70.0.0/16", "45104")
        .reaches("vpc", "dc1", PathKind.DIRECT)
        .reaches("vpc", "dc2", PathKind.DIRECT)
        .hasNoRoute("dc1-r1", "10.11.0.0/16")
        .onlyReach("vpc dc1", "vpc dc2");
  }

  /** “DC1 <-> DC2 denied (priority-5000 policy) -> TRN-17; after permit, allowed.” */
  @Test
  void theDatacentersMeetOncePermitted() {
    Results.of(S19.design()).finds("TRN-17", Severity.INFO, "tr");
    Results.of(Edits.intent(S19.design(), IntentKind.REACH, "dc1", "dc2"))
        .finds("TRN-17", Severity.ERROR, "tr");
    Results.of(S19.permitted())
        .findsNothingOf("TRN-17")
        .reaches("dc1", "dc2", PathKind.CLOUD)
        .goes("dc1", "dc2", "dc1 dc1-r1 vbr1 tr vbr2 dc2-r1 dc2");
  }

  /**
   * “111 prefixes: one is not installed and the session stays up (PFX-21; which one is
   * UNCONFIRMED).”
   */
  @Test
  void oneOfTooManyPrefixesIsLostUnnoticed() {
    Results r = Results.of(S19.telling("10.64.0.0/24-10.64.110.0/24"));
    r.finds("PFX-21", Severity.ERROR, "ec1").sessionUp("ec1-line");
    assertEquals(111, r.tripped("PFX-21").count());
    assertEquals(Aftermath.DROPS_EXCESS, r.tripped("PFX-21").aftermath());
    long kept =
        r.analysis().solution().rib(VrfId.of("vbr1")).keySet().stream()
            .filter(p -> p.toString().startsWith("10.64."))
            .count();
    assertEquals(110, kept);
    assertTrue(
        r.findings("PFX-21").getFirst().text().contains("not confirmed")
            || r.tripped("PFX-21").limit().source().contains("not confirmed"));
    Results.of(S19.telling("10.64.0.0/24-10.64.109.0/24")).findsNothingOf("PFX-21");
  }

  /** “VPN gateway with 51 -> PFX-22.” */
  @Test
  void aVpnGatewayTakesFifty() {
    Results.of(S19.vpnGateway("10.64.0.0/24-10.64.50.0/24")).finds("PFX-22", Severity.ERROR, "vpn");
    Results.of(S19.vpnGateway("10.64.0.0/24-10.64.49.0/24")).findsNothingOf("PFX-22");
  }

  /** “Advertised 100.64.1.0/24 -> ADR-15.” */
  @Test
  void theSharedAddressSpaceIsNotTaken() {
    Results.of(S19.telling("10.10.0.0/16", "100.64.1.0/24"))
        .finds("ADR-15", Severity.ERROR, "ec1-line")
        .hasNoRoute("vbr1", "100.64.1.0/24")
        .holds("vbr1", "10.10.0.0/16", "65010");
  }

  /** “VBR1 -> DC1 lost unless second circuit (BFD 3 s).” */
  @Test
  void aSecondCircuitKeepsTheFirstDatacenter() {
    for (String failed : new String[] {"vbr1", "ec1"}) {
      Results.of(S19.design(), failed).onlyReach("vpc dc2");
      Results.of(S19.secondCircuit(), failed)
          .reaches("vpc", "dc1", PathKind.DIRECT)
          .onlyReach("vpc dc1", "vpc dc2");
    }
  }

  /** BFD, where both ends run it, sees the loss within 3 s (ALI-BFD). */
  @Test
  void bfdNoticesWithinThreeSeconds() {
    Design bfd = Edits.sessionA(S19.design(), "ec1-line", "bfd", true);
    bfd = Edits.sessionB(bfd, "ec1-line", "bfd", true);
    Session line = Objects.requireNonNull(Results.of(bfd).network().session("ec1-line"));
    Session.End vbr = line.a().node().equals("vbr1") ? line.atA() : line.atB();
    assertEquals(new Session.Bfd(1000, 3), vbr.bfd());
  }

  @Test
  void aPermitBehindTheDenialIsTooLate() {
    Design late = Edits.setting(S19.design(), "tr", Setting.PERMIT_PRIORITY, 5000);
    Results.of(late).finds("TRN-17", Severity.INFO, "tr").isolated("dc1", "dc2");
  }
}
