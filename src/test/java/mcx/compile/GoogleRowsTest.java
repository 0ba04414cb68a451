package mcx.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.PathKind;
import mcx.analysis.SitePath;
import mcx.catalog.CatalogLoader;
import mcx.design.Id;
import mcx.design.RoutePolicy;
import mcx.design.Routing;
import mcx.design.Setting;
import mcx.design.Settings;
import mcx.design.VirtualNetwork;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.network.Failures;
import mcx.network.Policy.Learned;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a Cloud Router tells and how Google's networks choose: each row by its source key. */
class GoogleRowsTest {

  private static final long BASE = 100;
  private static final long LEAST_COST = 201;

  private static Sketch regions(Object... failed) {
    return new Sketch(failed)
        .site("dc", 65010, "10.10.0.0/16")
        .cloud("google")
        .region("google", "us-central1")
        .region("google", "us-west1")
        .gateway("us-central1", "cr-c", "google.cloud-router", 64550L)
        .gateway("us-west1", "cr-w", "google.cloud-router", 64550L);
  }

  /** Two regions, one network that spans them, one attachment in each. */
  private static Sketch spanning(String mode, Object... failed) {
    return regions(failed)
        .add(
            new VirtualNetwork(
                Id.of("vpc"),
                "vpc",
                Id.of("google"),
                List.of(PrefixRange.of("10.40.0.0/20"), PrefixRange.of("10.41.0.0/20")),
                List.of(subnet("10.40.0.0/20", "us-central1"), subnet("10.41.0.0/20", "us-west1")),
                Set.of(Id.of("us-central1"), Id.of("us-west1"))))
        .set("vpc", Setting.DYNAMIC_ROUTING, mode)
        .serve("vpc", "cr-c")
        .serve("vpc", "cr-w")
        .circuit("us-central1", "c", "google.dedicated-interconnect", "cr-c", "dc")
        .circuit("us-west1", "w", "google.dedicated-interconnect", "cr-w", "dc");
  }

  private static VirtualNetwork.Subnet subnet(String prefix, String region) {
    return new VirtualNetwork.Subnet(
        "subnet", Prefix.of(prefix), Settings.of(Setting.SUBNET_REGION, region));
  }

  /** One network in us-central1, with attachments in both regions. */
  private static Sketch central(String mode) {
    return regions()
        .network("us-central1", "vpc", "10.40.0.0/20")
        .set("vpc", Setting.DYNAMIC_ROUTING, mode)
        .serve("vpc", "cr-c")
        .serve("vpc", "cr-w")
        .circuit("us-central1", "c", "google.dedicated-interconnect", "cr-c", "dc")
        .circuit("us-west1", "w", "google.dedicated-interconnect", "cr-w", "dc");
  }

  private static RoutePolicy.Change med(long value) {
    return new RoutePolicy.Change(null, value, 0, List.of(), List.of(), null);
  }

  /** What is passed on (1.4 and 5). */
  @Nested
  class Transit {

    @Test
    @DisplayName("GCP-ADV: in regional mode the subnets of its own region")
    void regional() {
      spanning("regional")
          .outcome()
          .via("dc-r", "10.40.0.0/20", "c-dc-PP")
          .via("dc-r", "10.41.0.0/20", "w-dc-PP")
          .clean();
      Sketch.Outcome lost = spanning("regional", "c").outcome();
      lost.none("dc-r", "10.40.0.0/20").via("dc-r", "10.41.0.0/20", "w-dc-PP");
    }

    @Test
    @DisplayName("GCP-PRI: in global mode all subnets, at base priority plus the cost of regions")
    void global() {
      Sketch.Outcome outcome = spanning("global").outcome().clean();
      var entry = outcome.entry("dc-r", "10.40.0.0/20");
      assertEquals(BASE, entry.first().med());
      assertEquals("c-dc-PP", entry.first().via());
      assertEquals(BASE + LEAST_COST, entry.lost().getFirst().route().med());
      outcome.notes("does not publish it").via("dc-r", "10.41.0.0/20", "w-dc-PP");
      spanning("global", "c").outcome().via("dc-r", "10.40.0.0/20", "w-dc-PP");
    }

    @Test
    @DisplayName("GCP-ADV: custom ranges are told beside the subnets")
    void customRanges() {
      Sketch.Outcome outcome =
          central("global")
              .change("cr-c", "advertised", List.of(PrefixRange.of("10.0.0.0/9")))
              .outcome()
              .path("dc-r", "10.40.0.0/20", "64550")
              .path("dc-r", "10.0.0.0/9", "64550");
      assertEquals(BASE, outcome.entry("dc-r", "10.0.0.0/9").first().med());
    }

    private Sketch twoSites() {
      return central("global")
          .site("dc2", 65020, "10.11.0.0/16")
          .circuit("us-central1", "c2", "google.dedicated-interconnect", "cr-c", "dc2");
    }

    @Test
    @DisplayName("GCP-ADV: learned routes are not passed on")
    void learnedRoutesStay() {
      twoSites()
          .outcome()
          .clean()
          .none("dc-r", "10.11.0.0/16")
          .none("dc2-r", "10.10.0.0/16")
          .isolated("dc", "dc2");
    }

    @Test
    @DisplayName("GCP-NCC: except between hybrid spokes with data transfer, on one router")
    void spokesOfOneRouter() {
      twoSites().set("c-cr-c", Setting.DATA_TRANSFER, true).outcome().isolated("dc", "dc2");
      twoSites()
          .set("c-cr-c", Setting.DATA_TRANSFER, true)
          .set("c2-cr-c", Setting.DATA_TRANSFER, true)
          .outcome()
          .clean()
          .notes("some locations only")
          .path("dc-r", "10.11.0.0/16", "64550 65020")
          .path("dc2-r", "10.10.0.0/16", "64550 65010")
          .goes("dc", "dc2", "dc dc-r dc2-r dc2");
    }

    @Test
    @DisplayName("GCP-NCC: and between routers of one network, attachments and HA VPN")
    void spokesOfSeveralRouters() {
      Sketch sketch =
          central("global")
              .site("branch", 65030, "10.12.0.0/16")
              .gateway("us-west1", "ha", "google.ha-vpn", 64551L)
              .serve("vpc", "ha")
              .vpn("vpn", "ha", "branch-r", Routing.BGP)
              .set("cr-c", Setting.DATA_TRANSFER, true);
      sketch.outcome().none("branch-r", "10.10.0.0/16").isolated("branch", "dc");
      Sketch.Outcome outcome =
          sketch
              .set("ha", Setting.DATA_TRANSFER, true)
              .outcome()
              .path("branch-r", "10.10.0.0/16", "64551 65010")
              .path("dc-r", "10.12.0.0/16", "64550 65030")
              .goes("branch", "dc", "branch branch-r ha dc-r dc")
              .goes("dc", "branch", "dc dc-r ha branch-r branch");
      assertTrue(outcome.solution().converged());
    }
  }

  /** How routes are chosen. */
  @Nested
  class SelectionRows {

    @Test
    @DisplayName("GCP-LRN: legacy: in one router the AS path, then the MED")
    void withinRouter() {
      Sketch two =
          central("global")
              .circuit("us-central1", "c2", "google.dedicated-interconnect", "cr-c", "dc");
      two.prepend("c-dc-PP", 1)
          .export("c2-dc-PP", med(500))
          .outcome()
          .via("cr-c", "10.10.0.0/16", "c2-dc-PP");
      two.export("c-dc-PP", med(400)).outcome().via("cr-c", "10.10.0.0/16", "c-dc-PP");
    }

    @Test
    @DisplayName("GCP-LRN: legacy: across routers the MED with the cost of regions")
    void acrossRouters() {
      Sketch.Outcome outcome =
          central("global").outcome().via("vpc", "10.10.0.0/16", "vpc-cr-c:cr-c>vpc");
      assertEquals(
          LEAST_COST, outcome.entry("vpc", "10.10.0.0/16").lost().getFirst().route().med());
      central("global")
          .export("c-dc-PP", med(300))
          .outcome()
          .via("vpc", "10.10.0.0/16", "vpc-cr-w:cr-w>vpc");
      central("global")
          .export("c-dc-PP", med(100))
          .outcome()
          .via("vpc", "10.10.0.0/16", "vpc-cr-c:cr-c>vpc");
    }

    @Test
    @DisplayName("GCP-LRN: legacy: the AS path is not compared across routers")
    void pathAcrossRouters() {
      central("global")
          .prepend("c-dc-PP", 5)
          .outcome()
          .via("vpc", "10.10.0.0/16", "vpc-cr-c:cr-c>vpc");
    }

    @Test
    @DisplayName("GCP-LRN: standard: the AS path comes first everywhere")
    void standard() {
      central("global")
          .set("vpc", Setting.BEST_PATH, "standard")
          .prepend("c-dc-PP", 1)
          .outcome()
          .via("vpc", "10.10.0.0/16", "vpc-cr-w:cr-w>vpc");
      central("global")
          .set("vpc", Setting.BEST_PATH, "standard")
          .outcome()
          .via("vpc", "10.10.0.0/16", "vpc-cr-c:cr-c>vpc");
    }

    @Test
    @DisplayName("GCP-LRN: standard: the cost of regions can be added to the MED")
    void standardWithCost() {
      Sketch sketch = central("global").export("c-dc-PP", med(100));
      sketch
          .set("vpc", Setting.BEST_PATH, "standard")
          .outcome()
          .via("vpc", "10.10.0.0/16", "vpc-cr-w:cr-w>vpc");
      sketch
          .set("vpc", Setting.BEST_PATH, "standard-with-cost")
          .outcome()
          .via("vpc", "10.10.0.0/16", "vpc-cr-c:cr-c>vpc");
    }

    @Test
    @DisplayName("GCP-ADV: in regional mode a network takes nothing from routers of other regions")
    void regionalLearning() {
      Sketch.Outcome outcome = central("regional").outcome();
      assertEquals(1, outcome.entry("vpc", "10.10.0.0/16").best().size());
      assertTrue(outcome.entry("vpc", "10.10.0.0/16").lost().isEmpty());
    }

    @Test
    @DisplayName("GCP-ADV: in regional mode each region leaves by the routers of its own only")
    void regionalByRegion() {
      spanning("regional")
          .outcome()
          .via("vpc", "10.10.0.0/16", "vpc-cr-c:cr-c>vpc")
          .via("vpc:us-west1", "10.10.0.0/16", "vpc-cr-w:cr-w>vpc:us-west1")
          .path("vpc", "10.41.0.0/20", "")
          .path("vpc:us-west1", "10.40.0.0/20", "");
      Sketch.Outcome lost = spanning("regional", "c").outcome();
      lost.none("vpc", "10.10.0.0/16")
          .via("vpc:us-west1", "10.10.0.0/16", "vpc-cr-w:cr-w>vpc:us-west1");
      Analysis analysis =
          Analyzer.analyze(
              spanning("regional").design(), CatalogLoader.builtIn(), Failures.of("c"));
      SitePath out = Objects.requireNonNull(analysis.separation().path(Id.of("vpc"), Id.of("dc")));
      assertEquals(PathKind.NONE, out.kind());
      assertTrue(out.reason().startsWith("vpc has no route to 10.10.0.0/16"), out.reason());
    }

    @Test
    @DisplayName("GCP-LRN: in global mode each region leaves by the nearest routers")
    void globalByRegion() {
      Sketch.Outcome all = spanning("global").outcome();
      all.via("vpc", "10.10.0.0/16", "vpc-cr-c:cr-c>vpc")
          .via("vpc:us-west1", "10.10.0.0/16", "vpc-cr-w:cr-w>vpc:us-west1");
      assertEquals(
          LEAST_COST, all.entry("vpc:us-west1", "10.10.0.0/16").lost().getFirst().route().med());
      Sketch.Outcome lost = spanning("global", "c").outcome();
      lost.via("vpc", "10.10.0.0/16", "vpc-cr-w:cr-w>vpc")
          .via("vpc:us-west1", "10.10.0.0/16", "vpc-cr-w:cr-w>vpc:us-west1");
      assertEquals(LEAST_COST, lost.entry("vpc", "10.10.0.0/16").first().med());
    }

    @Test
    @DisplayName("GCP-LRN: a path of a network is the worst of those of its regions")
    void worstOfRegions() {
      Analysis global = Analyzer.analyze(spanning("global").design(), CatalogLoader.builtIn());
      for (SitePath path : global.separation().paths()) {
        assertEquals(PathKind.DIRECT, path.kind(), path.reason());
      }
      Analysis regional =
          Analyzer.analyze(
              spanning("regional").design(), CatalogLoader.builtIn(), Failures.of("w"));
      SitePath out = Objects.requireNonNull(regional.separation().path(Id.of("vpc"), Id.of("dc")));
      assertTrue(
          out.reason().startsWith("vpc · us-west1 has no route to 10.10.0.0/16"), out.reason());
      SitePath back = Objects.requireNonNull(regional.separation().path(Id.of("dc"), Id.of("vpc")));
      assertTrue(back.reason().contains("10.41.0.0/20"), back.reason());
    }

    @Test
    @DisplayName("GCP-LRN: routes by hand and peered networks are known in every region")
    void handAndPeersInEveryRegion() {
      spanning("regional")
          .network("google", "other", "10.90.0.0/20")
          .peer("vpc", "other", false)
          .table("vpc", "rt", "", "")
          .route("rt", "10.77.0.0/16", null)
          .outcome()
          .path("vpc:us-west1", "10.90.0.0/20", "")
          .path("vpc:us-west1", "10.77.0.0/16", "")
          .path("other", "10.41.0.0/20", "")
          .path("other", "10.40.0.0/20", "");
    }

    @Test
    @DisplayName("GCP-LRN: a subnet route beats learned ones, and what conflicts is suppressed")
    void subnetFirst() {
      central("global")
          .change(
              "dc-r",
              "networks",
              List.of(PrefixRange.of("10.40.0.0/20"), PrefixRange.of("10.40.1.0/24")))
          .outcome()
          .none("vpc", "10.40.1.0/24")
          .path("vpc", "10.40.0.0/20", "");
    }

    @Test
    @DisplayName("GCP-LRN: static beats dynamic")
    void staticFirst() {
      Sketch.Outcome outcome =
          central("global").table("vpc", "rt", "", "").route("rt", "10.10.0.0/16", null).outcome();
      assertEquals(Learned.STATIC, outcome.entry("vpc", "10.10.0.0/16").first().learned());
    }

    @Test
    @DisplayName("GCP-LRN: equal prefix and MED share the traffic")
    void balances() {
      Sketch equal =
          central("global")
              .gateway("us-central1", "cr-c2", "google.cloud-router", 64550L)
              .serve("vpc", "cr-c2")
              .circuit("us-central1", "c2", "google.dedicated-interconnect", "cr-c2", "dc");
      assertEquals(2, equal.outcome().entry("vpc", "10.10.0.0/16").best().size());
      assertEquals(
          1, equal.export("c2-dc-PP", med(1)).outcome().entry("vpc", "10.10.0.0/16").best().size());
    }

    @Test
    @DisplayName("GCP-LRN: what is balanced is weighted by the capacity of attachments")
    void weighted() {
      Sketch.Outcome outcome =
          central("global")
              .gateway("us-central1", "cr-c2", "google.cloud-router", 64550L)
              .serve("vpc", "cr-c2")
              .circuit("us-central1", "c2", "google.dedicated-interconnect", "cr-c2", "dc")
              .change("c2", "bandwidthMbps", 3000)
              .outcome();
      assertEquals(Map.of("c-dc-PP", 0.25, "c2-dc-PP", 0.75), outcome.shares("vpc", "10.10.0.1"));
    }
  }
}
