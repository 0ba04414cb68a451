package mcx.analysis.compare;

import static mcx.analysis.intent.SampleDesigns.analyze;
import static mcx.analysis.intent.SampleDesigns.sample;
import static mcx.analysis.intent.SampleDesigns.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Fallback.Effect;
import mcx.analysis.Finding;
import mcx.analysis.PathKind;
import mcx.analysis.compare.ReachChange.What;
import mcx.analysis.compare.ThingChange.FieldChange;
import mcx.analysis.intent.IntentResult.State;
import mcx.compile.Note.Severity;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.ListName;
import mcx.design.PrefixLists;
import mcx.design.RandomDesigns;
import mcx.design.RoutePolicy.PrefixMatch;
import mcx.design.Setting;
import mcx.design.VpnConnection;
import mcx.inet.Prefix;
import org.junit.jupiter.api.Test;

/** What changed between two designs, and what that changed. */
class ComparisonTest {

  private static final Design BACKUP = sample("vpn-backup-of-expressroute");

  private static Comparison compare(Design before, Design after) {
    Analysis old = analyze(before);
    Analysis fresh = analyze(after);
    return Comparison.of(
        old, fresh, Analyzer.fallback(old, () -> false), Analyzer.fallback(fresh, () -> false));
  }

  private static Element element(Design design, String id) {
    return Objects.requireNonNull(design.element(Id.of(id)));
  }

  private static Link link(Design design, String id) {
    return Objects.requireNonNull(design.link(Id.of(id)));
  }

  private static List<FieldChange> fields(Comparison comparison, String id) {
    return comparison.drawing().stream()
        .filter(c -> c.id().equals(Id.of(id)))
        .findFirst()
        .orElseThrow()
        .fields();
  }

  // --- the drawing ---

  @Test
  void aPrefixListIsToldEntryByEntry() {
    ListName campus = new ListName("campus");
    Design one =
        BACKUP.withPrefixLists(
            PrefixLists.NONE.with(
                campus, List.of(new PrefixMatch(Prefix.of("10.0.0.0/8"), null, 24))));
    Design two =
        BACKUP.withPrefixLists(
            PrefixLists.NONE.with(
                campus, List.of(new PrefixMatch(Prefix.of("10.0.0.0/8"), null, null))));
    Comparison changed = compare(one, two);
    assertEquals(
        List.of(new FieldChange("prefixes", "10.0.0.0/8 to /24", "10.0.0.0/8")),
        fields(changed, "prefixLists/campus"));
    assertTrue(changed.changesNothing(), "no policy names it");
    assertEquals(Presence.ADDED, compare(BACKUP, one).drawing().getFirst().presence());
    assertEquals(Presence.REMOVED, compare(one, BACKUP).drawing().getFirst().presence());
  }

  @Test
  void aFieldIsToldInWords() {
    Design after = BACKUP.with(Components.with(element(BACKUP, "er"), "bandwidthMbps", 2000));
    after = after.with(Components.with(element(after, "er"), "sku", "Premium"));
    after = after.with(element(after, "vpn-gw").with(Setting.ZONE_REDUNDANT, true));
    Comparison c = compare(BACKUP, after);
    assertEquals(
        List.of(
            new FieldChange("variant", "Standard", "Premium"),
            new FieldChange("bandwidth", "1000 Mbit/s", "2000 Mbit/s")),
        fields(c, "er"));
    assertEquals(List.of(new FieldChange("zone redundant", "", "yes")), fields(c, "vpn-gw"));
    assertEquals(2, c.drawing().size());
    assertEquals("ExpressRoute", c.drawing().getFirst().kind());
    // Premium takes more prefixes; nothing else of what the network does is another.
    for (BudgetChange b : c.budgets()) {
      assertEquals(
          "4000 10000",
          Objects.requireNonNull(b.before()).max() + " " + Objects.requireNonNull(b.after()).max(),
          b::label);
    }
    assertEquals(2, c.budgets().size());
    assertEquals(List.of(), c.tables());
    assertEquals(List.of(), c.reach());
    assertEquals(List.of(), c.fallback());
  }

  @Test
  void partsAndSessionEndsAreNamed() {
    VpnConnection vpn = (VpnConnection) link(BACKUP, "vpn");
    VpnConnection.Tunnel first = vpn.tunnels().getFirst();
    mcx.design.BgpSettings session =
        new mcx.design.BgpSettings(
            first.session().a(),
            first
                .session()
                .b()
                .with("holdSeconds", 30)
                .with("importPolicy", mcx.design.RoutePolicy.localPreference(200)));
    Design after =
        BACKUP.with(
            Components.with(vpn, "tunnels", List.of(Components.with(first, "session", session))));
    assertEquals(
        List.of(
            new FieldChange(
                "tunnel 1: BGP at CE: policy on what it takes",
                "permit all, local preference 100; otherwise permit all",
                "permit all, local preference 200; otherwise permit all"),
            new FieldChange("tunnel 1: BGP at CE: hold time", "", "30 s"),
            new FieldChange("tunnel 2", "there", "")),
        fields(compare(BACKUP, after), "vpn"));
  }

  @Test
  void listsTellWhatIsNewAndGone() {
    Design after =
        BACKUP.with(
            Components.with(
                element(BACKUP, "dc"),
                "networks",
                List.of(mcx.inet.PrefixRange.of("10.1.12.0/25"))));
    Comparison c = compare(BACKUP, after);
    assertEquals(
        List.of(new FieldChange("networks", "10.1.11.0/25", "10.1.12.0/25")), fields(c, "dc"));
    TableChange hub =
        c.tables().stream().filter(t -> t.table().node().equals("hub")).findFirst().orElseThrow();
    assertEquals(List.of("10.1.12.0/25"), hub.gained().stream().map(Object::toString).toList());
    assertEquals(List.of("10.1.11.0/25"), hub.lost().stream().map(Object::toString).toList());
  }

  // --- what it does ---

  @Test
  void removingTheCircuitIsToldInAllItDoes() {
    Design after = BACKUP.without(List.of(Id.of("er")));
    Comparison c = compare(BACKUP, after);
    Set<String> removed =
        c.drawing().stream()
            .filter(t -> t.presence() == Presence.REMOVED)
            .map(t -> t.id().value())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of("er", "er-er-gw", "er-primary", "er-secondary"), removed);
    ReachChange reach =
        c.reach().stream()
            .filter(r -> r.from().equals(Id.of("dc")) && r.to().equals(Id.of("hub")))
            .findFirst()
            .orElseThrow();
    assertEquals(What.KIND, reach.what());
    assertEquals(PathKind.DIRECT, Objects.requireNonNull(reach.before()).kind());
    assertEquals(PathKind.VPN, Objects.requireNonNull(reach.after()).kind());
    FallbackChange fallback =
        c.fallback().stream()
            .filter(f -> f.a().equals(Id.of("dc")) && f.b().equals(Id.of("hub")))
            .findFirst()
            .orElseThrow();
    assertTrue(fallback.newSinglePoints().contains(Id.of("internet")), fallback::toString);
    assertTrue(
        fallback.effects().stream()
            .anyMatch(e -> e.failed().equals(Id.of("internet")) && e.after() == Effect.LOST));
    TableChange ce =
        c.tables().stream().filter(t -> t.table().node().equals("ce")).findFirst().orElseThrow();
    assertEquals(Presence.CHANGED, ce.presence());
    assertTrue(
        ce.changed().stream().anyMatch(r -> r.prefix().toString().equals("10.17.11.0/25")),
        ce::toString);
  }

  @Test
  void lostReachAndTheFindingThatTellsWhyAreTogether() {
    Design before = sample("layer-3-provider-one-vrf");
    Comparison c = compare(before, sample("layer-3-provider-vrf-per-cloud"));
    assertEquals(
        Set.of(
            "vnet vpc", "vpc vnet", "vnet gcp-vpc", "gcp-vpc vnet", "vpc gcp-vpc", "gcp-vpc vpc"),
        c.reach().stream()
            .filter(r -> r.what() == What.LOST)
            .map(r -> r.from() + " " + r.to())
            .collect(Collectors.toSet()));
    assertTrue(c.caused().stream().anyMatch(f -> f.rule().equals("ASN-13")));
    Comparison back = compare(sample("layer-3-provider-vrf-per-cloud"), before);
    assertTrue(back.solved().stream().anyMatch(f -> f.rule().equals("ASN-13")));
  }

  @Test
  void aCountAgainstItsLimitIsTold() {
    Design more =
        BACKUP.with(
            Components.with(
                element(BACKUP, "dc"),
                "networks",
                List.of(
                    mcx.inet.PrefixRange.of("10.1.11.0/25"),
                    mcx.inet.PrefixRange.of("10.1.12.0/25"))));
    BudgetChange change =
        compare(BACKUP, more).budgets().stream()
            .filter(b -> b.after() != null && "er-primary".equals(b.after().session()))
            .findFirst()
            .orElseThrow();
    assertEquals(1, Objects.requireNonNull(change.before()).count());
    assertEquals(2, Objects.requireNonNull(change.after()).count());
    assertEquals(4000, change.after().max());
    assertTrue(!change.isNewlyExceeded());
  }

  @Test
  void intentsThatBreakAreTold() {
    Design before = with(BACKUP, "Amsterdam reaches Hub over private links", "dc reaches Spoke");
    Design after = before.without(List.of(Id.of("er-er-gw")));
    List<IntentChange> changes = compare(before, after).intents();
    assertEquals(1, changes.size());
    IntentChange broken = changes.getFirst();
    assertEquals(State.HOLDS, Objects.requireNonNull(broken.was()).state());
    assertEquals(State.BROKEN, Objects.requireNonNull(broken.is()).state());
    assertEquals(
        List.of(Id.of("intent-1"), Id.of("intent-2")),
        compare(BACKUP, before).intents().stream().map(IntentChange::id).toList());
  }

  @Test
  void aNarrowerExpressRouteNeedsANewCircuit() {
    Design narrow = BACKUP.with(Components.with(element(BACKUP, "er"), "bandwidthMbps", 500));
    Finding remark = compare(BACKUP, narrow).remarks().getFirst();
    assertEquals("MTU-05", remark.rule());
    assertEquals(Severity.INFO, remark.severity());
    assertTrue(remark.title().contains("from 1000 to 500 Mbit/s"), remark::title);
    assertEquals(List.of(), compare(narrow, BACKUP).remarks());
    Design aws = sample("layer-3-provider-one-vrf");
    assertEquals(
        List.of(),
        compare(aws, aws.with(Components.with(element(aws, "dx"), "bandwidthMbps", 500)))
            .remarks());
  }

  // --- laws ---

  @Test
  void aDesignIsTheSameAsItself() {
    for (String name : List.of("layer-2-provider", "direct-ports", "vpn-between-two-clouds")) {
      Comparison c = compare(sample(name), sample(name));
      assertTrue(c.isEmpty(), c::toString);
    }
    for (long seed = 0; seed < 10; seed++) {
      Design design = RandomDesigns.design(seed);
      assertTrue(Comparison.of(analyze(design), analyze(design)).isEmpty());
    }
  }

  /** Any change of any design is told, and told the other way round in the other direction. */
  @Test
  void everyChangeIsToldInBothDirections() {
    for (long seed = 0; seed < 8; seed++) {
      Analysis a = analyze(RandomDesigns.design(seed));
      Analysis b = analyze(RandomDesigns.design(seed + 1000));
      Comparison there = Comparison.of(a, b);
      Comparison back = Comparison.of(b, a);
      assertEquals(there.solved(), back.caused());
      assertEquals(there.tables().size(), back.tables().size());
      assertEquals(there.reach().size(), back.reach().size());
      for (ThingChange c : there.drawing()) {
        assertTrue(c.presence() != Presence.CHANGED || !c.fields().isEmpty(), c::toString);
        for (FieldChange f : c.fields()) {
          assertTrue(!f.before().equals(f.after()), f::toString);
          assertTrue(!f.field().isBlank(), f::toString);
        }
      }
    }
  }
}
