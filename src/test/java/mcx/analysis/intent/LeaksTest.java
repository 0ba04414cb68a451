package mcx.analysis.intent;

import static mcx.analysis.intent.SampleDesigns.analyze;
import static mcx.analysis.intent.SampleDesigns.sample;
import static mcx.analysis.intent.SampleDesigns.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Finding;
import mcx.analysis.Fix;
import mcx.analysis.FixPreview;
import mcx.analysis.SitePath;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Vrf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A leak is found with the session at which it can be stopped, and the filter stops it. */
class LeaksTest {

  /** A VRF for each cloud, where the provider lets the customer's routes back in. */
  private static Design leaky() {
    Design design = sample("layer-3-provider-vrf-per-cloud");
    for (Vrf vrf : design.all(Vrf.class)) {
      design = design.with(Components.with(vrf, "allowAsIn", 1));
    }
    return design;
  }

  private static Finding finding(Analysis analysis) {
    return analysis.findings().stream()
        .filter(f -> f.rule().equals("INTENT"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theCustomersRouterIsWhereTheLeakIsStopped() {
    Finding leak = finding(analyze(with(leaky(), "VRF-AZ never reaches VRF-AWS")));
    assertTrue(leak.text().contains("customer router"), leak::text);
    assertTrue(leak.text().contains("Access link CE – PE 2, VLAN 100"), leak::text);
    assertTrue(leak.text().contains("a filter there stops them"), leak::text);
    assertTrue(leak.evidence().contains(Id.of("ce-pe2/vlan-100")), leak.evidence()::toString);
    assertEquals(1, leak.fixes().size());
  }

  @ParameterizedTest
  @CsvSource({
    "leaky, VRF-AZ never reaches VRF-AWS, vnet vpc",
    "leaky, vpc never reaches gcp-vpc, vpc gcp-vpc",
    "layer-3-provider-one-vrf, azure never reaches aws, vnet vpc",
    "layer-3-provider-one-vrf, Amsterdam never reaches google, dc1 gcp-vpc",
    "layer-2-provider, vnet never reaches vpc, vnet vpc",
    "vpn-backup-of-expressroute, Amsterdam never reaches Hub, dc hub,",
  })
  void theFilterStopsTheLeakAndNothingElse(String name, String sentence, String pair) {
    Design design = with(name.equals("leaky") ? leaky() : sample(name), sentence);
    Analysis before = analyze(design);
    Finding leak = finding(before);
    Fix fix = leak.fixes().getFirst();
    FixPreview preview = Analyzer.preview(before, fix);
    IntentResult after = Analyzer.judge(preview.after(), () -> false).intents().getFirst();
    assertEquals(IntentResult.State.HOLDS, after.state(), () -> fix + ": " + after.text());
    Set<String> lost = reach(before);
    lost.removeAll(reach(preview.after()));
    String[] two = pair.split(" ", -1);
    lost.remove(two[0] + " " + two[1]);
    lost.remove(two[1] + " " + two[0]);
    if (!name.startsWith("vpn-backup")) {
      assertEquals(Set.of(), lost, fix + " takes away what should stay");
    }
  }

  private static Set<String> reach(Analysis analysis) {
    Set<String> all = new TreeSet<>();
    for (SitePath p : analysis.separation().paths()) {
      if (p.reaches()) {
        all.add(p.from() + " " + p.to());
      }
    }
    return all;
  }

  @Test
  void whereNoSessionCanFilterNoneIsOffered() {
    // Two virtual networks of one cloud, joined inside it.
    Design design = with(sample("vpn-backup-of-expressroute"), "Hub never reaches Spoke");
    Finding leak = finding(analyze(design));
    assertEquals(List.of(), leak.fixes());
    assertNotNull(leak.remedies().getFirst());
  }
}
