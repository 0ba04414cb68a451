package mcx.analysis.intent;

import static mcx.analysis.intent.SampleDesigns.analyze;
import static mcx.analysis.intent.SampleDesigns.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.design.AccessLink;
import mcx.design.BgpSettings;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.Premises;
import mcx.design.PremisesKind;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.format.McxFiles;
import mcx.inet.Asn;
import mcx.inet.PrefixRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a design keeps already is proposed, in a handful of sentences. */
class ProposalsTest {

  static List<Path> samples() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("samples"))) {
      return all.filter(f -> f.toString().endsWith(".mcx")).sorted().toList();
    }
  }

  private static List<String> sentences(Design design) {
    return Proposals.of(analyze(design), () -> false).stream().map(Proposal::sentence).toList();
  }

  @Test
  void aBackedUpCloudIsReachedPrivatelyAndVrfsAreApart() {
    assertEquals(
        List.of(
            "VRF-AWS never reaches VRF-AZ",
            "VRF-AWS never reaches VRF-GCP",
            "VRF-AZ never reaches VRF-GCP",
            "AWS Frankfurt reaches Amsterdam over private links",
            "Azure West Europe reaches Amsterdam over private links",
            "Google Cloud reaches Amsterdam over private links"),
        sentences(sample("layer-3-provider-vrf-per-cloud")));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsProposedHoldsAndIsAccepted(Path sample) throws Exception {
    Design design = McxFiles.read(sample).design();
    List<Proposal> proposals = Proposals.of(analyze(design), () -> false);
    assertTrue(!proposals.isEmpty() && proposals.size() <= 12, proposals::toString);
    SortedMap<Id, Intent> intents = new TreeMap<>();
    proposals.forEach(p -> intents.put(p.intent().id(), p.intent()));
    assertEquals(proposals.size(), intents.size());
    Analysis accepted = Analyzer.judge(analyze(design.withIntents(intents)), () -> false);
    for (IntentResult r : accepted.intents()) {
      assertEquals(IntentResult.State.HOLDS, r.state(), r::text);
    }
    // What is wanted already is not proposed again.
    assertEquals(List.of(), Proposals.of(accepted, () -> false));
    for (Proposal p : proposals) {
      assertEquals(p.intent(), IntentText.parse(design, p.intent().id(), "", p.sentence()));
    }
  }

  @Test
  void fiftySitesGetAHandful() {
    Design design = sample("layer-3-provider-one-vrf");
    for (int i = 1; i <= 46; i++) {
      design = branch(design, i);
    }
    Analysis analysis = analyze(design);
    assertEquals(50, analysis.separation().sites().size());
    List<Proposal> proposals = Proposals.of(analysis, () -> false);
    assertTrue(proposals.size() <= 3, proposals::toString);
    assertEquals("ALL reaches ALL over private links", proposals.getFirst().sentence());
  }

  private static Design branch(Design design, int i) {
    Id place = Id.of("branch-" + i);
    Id router = Id.of("branch-" + i + "-ce");
    return design.with(
        List.of(
            new Premises(
                place,
                "Branch " + i,
                null,
                PremisesKind.BRANCH,
                null,
                List.of(PrefixRange.of("10.100." + i + ".0/24"))),
            Router.of(router, "CE", place, Asn.of(65100 + i))),
        List.of(
            new AccessLink(
                Id.of("branch-" + i + "-access"),
                "",
                router,
                Id.of(i % 2 == 0 ? "pe1" : "pe4"),
                100,
                List.of(
                    new AccessLink.Vlan(
                        1000 + i, Id.of("vrf-all"), null, Routing.BGP, BgpSettings.DEFAULT)))));
  }
}
