package mcx.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcx.analysis.rule.RuleBook;
import mcx.analysis.rule.RuleTable;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.catalog.PrefixLimitFact;
import mcx.catalog.Product;
import mcx.design.Aggregate;
import mcx.design.BgpSettings;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.PremisesKind;
import mcx.design.PrivateLink;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.design.Setting;
import mcx.design.VirtualNetwork;
import mcx.design.VpnConnection;
import mcx.format.McxFiles;
import mcx.inet.Asn;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.network.LimitBasis.Over;
import mcx.network.PrefixLimit.Beyond;
import mcx.network.Session;
import mcx.routing.Advertisement;
import mcx.routing.Tripped.Aftermath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What prefix limits count, how much more fits, and what growth trips. */
class BudgetsTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();
  private static final Id DC = Id.of("dc");
  private static final Id HUB = Id.of("hub");
  private static final Id VPC = Id.of("vpc");

  /** A design of the rules' tests. */
  private static Design base(String name) throws Exception {
    return McxFiles.read(Path.of("src/test/resources/mcx/rules/base/" + name + ".mcx")).design();
  }

  private static Design with(Design design, String id, String component, Object value) {
    return design.with(Components.with(design.element(Id.of(id)), component, value));
  }

  private static Analysis analyze(Design design) {
    return Analyzer.analyze(design, CATALOG);
  }

  private static Budget budget(Analysis analysis, String id) {
    return analysis.budgets().stream()
        .filter(b -> b.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no " + id + " in " + analysis.budgets().stream().map(Budget::id).toList()));
  }

  static List<Path> designs() throws Exception {
    try (Stream<Path> samples = Files.list(Path.of("samples"));
        Stream<Path> bases = Files.list(Path.of("src/test/resources/mcx/rules/base"))) {
      return Stream.concat(samples, bases)
          .filter(f -> f.toString().endsWith(".mcx"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("designs")
  void everyLimitOfASessionIsThereAndCountsWhatComes(Path file) throws Exception {
    Analysis analysis = analyze(McxFiles.read(file).design());
    Set<String> ids = new HashSet<>();
    for (Budget b : analysis.budgets()) {
      assertTrue(ids.add(b.id()), () -> "twice: " + b.id());
      assertEquals(b.max() - b.count(), b.headroom());
      if (b.over() != Over.ALLOCATION && b.over() != Over.LIST && b.tripped() == null) {
        assertEquals(
            b.count(), b.origins().values().stream().mapToInt(Integer::intValue).sum(), b::id);
        assertEquals(b.count(), Budgets.counted(analysis, b).size(), b::id);
      }
    }
    for (SessionFlow flow : analysis.advertisements()) {
      Session session = analysis.compiled().network().session(flow.session());
      assertNotNull(session);
      boolean limited = session.at(flow.to()).limitV4() != null;
      String id = flow.session() + ":" + flow.to() + ":IPv4";
      assertEquals(limited, ids.contains(id), id);
      boolean isPublic =
          flow.routes().stream().anyMatch(r -> r.outcome() == Advertisement.Outcome.REFUSED_POLICY);
      if (limited && flow.state().up() && !isPublic) {
        assertEquals(flow.acceptedV4(), budget(analysis, id).count(), id);
      }
    }
    analysis
        .compiled()
        .network()
        .limits()
        .forEach(l -> assertTrue(ids.contains(l.id()), () -> "missing: " + l.id()));
  }

  /** AWS takes 100 static routes on a connection (AWS-VLIM); Azure names no number. */
  @Test
  void staticRoutesOfAVpnCountWhereTheVendorNamesANumber() throws Exception {
    Design design = McxFiles.read(Path.of("samples/vpn-between-two-clouds.mcx")).design();
    VpnConnection vpn = design.allLinks(VpnConnection.class).getFirst();
    Design drawn = design.with(Components.with(vpn, "routing", Routing.STATIC));
    List<Budget> found =
        analyze(drawn).budgets().stream().filter(b -> b.id().endsWith(":STATIC")).toList();
    assertEquals(1, found.size(), found.toString());
    Budget budget = found.getFirst();
    assertEquals(1, budget.count());
    assertEquals(100, budget.max());
    assertTrue(budget.limit().source().contains("AWS-VLIM"), budget.limit().source());
    assertTrue(
        analyze(design).budgets().stream().noneMatch(b -> b.id().endsWith(":STATIC")),
        "with BGP there are none");
  }

  @Test
  void theFullestComesFirst() throws Exception {
    List<Double> shares =
        analyze(base("prefix-two-clouds")).budgets().stream().map(Budget::share).toList();
    assertEquals(shares.stream().sorted(java.util.Comparator.reverseOrder()).toList(), shares);
  }

  @Test
  void aLimitTellsWhatItIsAndWhatItCosts() throws Exception {
    Budget b = budget(analyze(base("prefix-two-clouds")), "vif-a:dx-a/primary:IPv4");
    assertEquals("What R1 sends VIF A primary", b.label());
    assertEquals("PFX-09", b.rule());
    assertEquals(Over.SESSION, b.over());
    assertEquals(Id.of("dx-a"), b.holder());
    assertEquals(Id.of("vif-a"), b.link());
    assertEquals("vif-a", b.session());
    assertEquals(Family.V4, b.family());
    assertFalse(b.outgoing());
    assertEquals(2, b.count());
    assertEquals(100, b.max());
    assertEquals(98, b.headroom());
    assertEquals(Beyond.SESSION_IDLE, b.limit().beyond());
    assertTrue(b.limit().basis().adjustable());
    assertEquals(java.util.Map.of(DC, 1, HUB, 1), b.origins());
    assertNull(b.tripped());
  }

  @Test
  void whatACloudSendsIsLimitedToo() throws Exception {
    Analysis analysis = analyze(base("prefix-azure"));
    Budget b = budget(analysis, "er-gw:out-gateway-1000-ipv4");
    assertTrue(b.outgoing());
    assertEquals(Over.GATEWAY, b.over());
    assertEquals(1, b.count());
    assertEquals(new Budget.Room(1, 999), b.networks());
    assertNull(b.sites());
  }

  @Test
  void countsAreTrueAfterAggregation() throws Exception {
    Design design =
        with(
            base("prefix-aws"),
            "dc",
            "networks",
            List.of(new PrefixRange(Prefix.of("10.64.0.0/24"), 128)));
    assertTrue(budget(analyze(design), "vif-a:dx-a/primary:IPv4").exceeded());
    List<Aggregate> summary = List.of(new Aggregate(Prefix.of("10.64.0.0/16"), true));
    Design summed = with(with(design, "r1", "aggregates", summary), "r2", "aggregates", summary);
    Analysis analysis = analyze(summed);
    assertEquals(1, budget(analysis, "vif-a:dx-a/primary:IPv4").count());
    assertEquals(1, budget(analysis, "vif-b:dx-b/primary:IPv4").count());
    assertEquals(List.of(), analysis.solution().tripped());
    List<Aggregate> beside = List.of(new Aggregate(Prefix.of("10.64.0.0/16"), false));
    Design both = with(with(design, "r1", "aggregates", beside), "r2", "aggregates", beside);
    assertEquals(129, budget(analyze(both), "vif-a:dx-a/primary:IPv4").count());
  }

  @Test
  void aSessionThatFellCountsWhatCame() throws Exception {
    Design design =
        with(
            base("prefix-aws"),
            "dc",
            "networks",
            List.of(new PrefixRange(Prefix.of("10.64.0.0/24"), 140)));
    Analysis analysis = analyze(design);
    Budget b = budget(analysis, "vif-a:dx-a/primary:IPv4");
    assertFalse(analysis.solution().session("vif-a").up());
    assertEquals(140, b.count());
    assertNotNull(b.tripped());
    assertEquals(Aftermath.STAYS_DOWN, b.tripped().aftermath());
    assertEquals(1.4, b.share());
    assertEquals(140, Budgets.counted(analysis, b).size());
  }

  @Test
  void theRoomIsForSitesOfTheUsualSize() throws Exception {
    Design design = with(base("prefix-aws"), "dc", "networks", ranges("10.64.0.0/24", 4));
    for (int i = 0; i < 2; i++) {
      String site = "branch" + i;
      String router = "b" + i;
      design =
          design
              .with(
                  new Premises(
                      Id.of(site),
                      site,
                      null,
                      PremisesKind.BRANCH,
                      null,
                      ranges("10." + (100 + i) + ".0.0/24", i == 0 ? 4 : 20)))
              .with(Router.of(Id.of(router), router, Id.of(site), Asn.of(65100 + i)));
      design =
          design.with(
              new PrivateLink(
                  Id.of("l" + i),
                  "",
                  Id.of("r1"),
                  Id.of(router),
                  Prefix.of("10.254.0." + 4 * i + "/30"),
                  0,
                  10,
                  Routing.BGP,
                  BgpSettings.DEFAULT));
    }
    Budget b = budget(analyze(design), "vif-a:dx-a/primary:IPv4");
    assertEquals(28, b.count());
    // 4, 4 and 20 prefixes: the usual site has 4, and 72 are left.
    assertEquals(new Budget.Room(4, 18), b.sites());
    assertNull(b.networks());
  }

  private static List<PrefixRange> ranges(String first, int count) {
    return List.of(new PrefixRange(Prefix.of(first), count));
  }

  @Test
  void whatIsAllottedCountsWhetherItIsUsedOrNot() throws Exception {
    Design design = base("prefix-aws");
    Budget before = budget(analyze(design), "dx-a:in-port-5000-ipv4");
    assertEquals(100, before.count());
    assertEquals(Over.ALLOCATION, before.over());
    Design more =
        design.with(
            java.util.Objects.requireNonNull(design.link(Id.of("vif-a")))
                .with(Setting.PREFIX_ALLOCATION, 700));
    assertEquals(700, budget(analyze(more), "dx-a:in-port-5000-ipv4").count());
    assertEquals(700, budget(analyze(more), "vif-a:dx-a/primary:IPv4").max());
    assertEquals(1600, budget(analyze(more), "dxgw:in-allocated-10000").count());
  }

  @Test
  void listsAreCountedAsEntered() throws Exception {
    Budget allowed = budget(analyze(base("prefix-aws-transit")), "dxgw-tgw:ASSOCIATION");
    assertEquals(1, allowed.count());
    assertEquals(200, allowed.max());
    assertTrue(allowed.outgoing());
    Design google = with(base("prefix-google"), "cr", "advertised", ranges("10.64.0.0/24", 7));
    assertEquals(7, budget(analyze(google), "cr:ENTERED").count());
  }

  @Test
  void aQuotaThatWasRaisedTakesTheCatalogsPlace() throws Exception {
    Design design = base("prefix-google");
    String region = "vpc:google:in-region-250";
    assertEquals(250, budget(analyze(design), region).max());
    Design raised =
        design.with(
            java.util.Objects.requireNonNull(design.element(Id.of("cr")))
                .with(Setting.PREFIX_QUOTA, 400));
    assertEquals(
        400,
        analyze(raised).budgets().stream()
            .filter(b -> b.over() == Over.REGION)
            .mapToInt(Budget::max)
            .max()
            .orElseThrow());
  }

  // Growth

  @Test
  void oneCloudsGrowthClosesTheSessionsOfAnother() throws Exception {
    Analysis before = analyze(base("prefix-two-clouds"));
    assertEquals(List.of(), before.solution().tripped());
    Growth growth = Budgets.grown(before, HUB, 99);
    assertEquals(99, growth.added().stream().mapToInt(PrefixRange::count).sum());
    assertEquals(
        Set.of("vif-a:dx-a/primary:IPv4", "vif-b:dx-b/primary:IPv4"),
        growth.exceeded().stream().map(Budget::id).collect(Collectors.toSet()));
    assertEquals(
        Set.of("vif-a", "vif-b"),
        growth.down().stream().map(Growth.Down::session).collect(Collectors.toSet()));
    growth.down().forEach(d -> assertTrue(d.reason().contains("101"), d.reason()));
    assertEquals(
        Set.of(List.of(DC, VPC), List.of(VPC, DC), List.of(HUB, VPC), List.of(VPC, HUB)),
        growth.lost().stream().map(p -> List.of(p.from(), p.to())).collect(Collectors.toSet()));
    assertTrue(
        growth.nearer().stream().anyMatch(b -> b.id().equals("er-gw:out-gateway-1000-ipv4")));
    assertTrue(
        growth.after().findings().stream()
            .map(Finding::rule)
            .toList()
            .containsAll(List.of("PFX-09", "PFX-23")));
  }

  @Test
  void oneLessFits() throws Exception {
    Growth growth = Budgets.grown(analyze(base("prefix-two-clouds")), HUB, 98);
    assertEquals(List.of(), growth.exceeded());
    assertEquals(List.of(), growth.down());
    assertEquals(List.of(), growth.lost());
    assertEquals(
        0,
        growth.nearer().stream()
            .filter(b -> b.id().equals("vif-a:dx-a/primary:IPv4"))
            .mapToInt(Budget::headroom)
            .sum());
  }

  @Test
  void growthInsideASummaryCountsNowhere() throws Exception {
    Design design = base("prefix-two-clouds");
    List<Aggregate> summary = List.of(new Aggregate(Prefix.of("10.0.0.0/8"), true));
    Design summed = with(with(design, "r1", "aggregates", summary), "r2", "aggregates", summary);
    Growth growth = Budgets.grown(analyze(summed), DC, 500);
    assertEquals(List.of(), growth.exceeded());
    assertEquals(List.of(), growth.lost());
    assertEquals(1, budget(growth.after(), "vif-a:dx-a/primary:IPv4").count());
  }

  @Test
  void whereTheExcessIsDroppedTheSessionsStayUp() throws Exception {
    Growth growth = Budgets.grown(analyze(base("prefix-google")), DC, 250);
    assertEquals(
        List.of(Over.REGION), growth.exceeded().stream().map(Budget::over).distinct().toList());
    assertEquals(List.of(), growth.down());
    assertEquals(
        Aftermath.DROPS_EXCESS,
        java.util.Objects.requireNonNull(growth.exceeded().getFirst().tripped()).aftermath());
  }

  @Test
  void onlySitesGrow() throws Exception {
    Analysis analysis = analyze(base("prefix-aws"));
    assertThrows(IllegalArgumentException.class, () -> Budgets.grown(analysis, Id.of("r1"), 1));
    assertThrows(IllegalArgumentException.class, () -> Budgets.grown(analysis, Id.of("no"), 1));
  }

  @Test
  void aNetworkOfIpv6GrowsInIpv6() throws Exception {
    Design design =
        base("prefix-azure")
            .with(VirtualNetwork.of(Id.of("six"), "six", Id.of("azure"), "fd00:1::/64"));
    Growth growth = Budgets.grown(analyze(design), Id.of("six"), 3);
    assertEquals(
        List.of(Family.V6),
        growth.added().stream().map(r -> r.first().family()).distinct().toList());
  }

  // The catalog

  @Test
  void theRulesThatLimitsNameAreThere() {
    Set<String> implemented =
        RuleBook.all().stream().map(mcx.analysis.rule.Rule::id).collect(Collectors.toSet());
    for (Product p : CATALOG.products().values()) {
      for (PrefixLimitFact f : p.limits()) {
        if (!f.rule().isEmpty()) {
          assertTrue(RuleTable.ids().contains(f.rule()), () -> p.key() + ": " + f.rule());
          assertTrue(implemented.contains(f.rule()), () -> p.key() + ": " + f.rule());
        }
      }
    }
  }
}
