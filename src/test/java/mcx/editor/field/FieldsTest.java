package mcx.editor.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.design.BgpEnd;
import mcx.design.BgpPeering;
import mcx.design.BgpSettings;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Cloud;
import mcx.design.ConnectionRole;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.PeeringType;
import mcx.design.RandomDesigns;
import mcx.design.RoutePolicy;
import mcx.design.Router;
import mcx.design.VpnConnection;
import mcx.diagram.Document;
import mcx.editor.ComponentPath;
import mcx.editor.EditingSession;
import mcx.format.McxFiles;
import mcx.inet.Asn;
import org.junit.jupiter.api.Test;

class FieldsTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();

  /** Kinds of which nothing is set beyond their own components so far. */
  private static final Set<String> NO_SETTINGS =
      Set.of(
          "BgpPeering",
          "GatewayAssociation",
          "Internet",
          "Layer2Provider",
          "Layer3Provider",
          "NetworkAttachment",
          "ProviderEdge",
          "RouteTable",
          "Tunnel",
          "Vrf");

  /**
   * Set by dragging, or never: ids last, parents change by moving, sessions and lists hold fields.
   */
  private static final Set<String> HIDDEN = Set.of("id", "parent");

  @Test
  void everyComponentOfEveryKindHasAFieldThatNamesIt() {
    SortedMap<String, SortedSet<String>> seen = new TreeMap<>();
    SortedMap<String, SortedSet<String>> there = new TreeMap<>();
    for (long seed = 0; seed < 25; seed++) {
      Document document = RandomDesigns.document(seed);
      for (Id id : all(document.design())) {
        Object root = root(document.design(), id);
        collect(root, there);
        for (Section section : Fields.of(document, CATALOG, id)) {
          for (Field field : section.fields()) {
            Object owner = root(document.design(), field.subject());
            StringBuilder path = new StringBuilder();
            String plain = field.path().replaceFirst("#.*", "");
            // Throws where the path names no component.
            ComponentPath.of(plain).get(owner);
            for (ComponentPath.Step step : ComponentPath.of(plain).steps()) {
              Object at = path.isEmpty() ? owner : ComponentPath.of(path.toString()).get(owner);
              seen.computeIfAbsent(at.getClass().getSimpleName(), k -> new TreeSet<>())
                  .add(step.component());
              path.append(path.isEmpty() ? "" : ".").append(step.component());
              if (step.index() >= 0) {
                path.append('[').append(step.index()).append(']');
              }
            }
            assertFalse(field.label().isBlank(), field.path());
          }
        }
      }
    }
    assertEquals(27 + 5, there.size(), "kinds of elements and links, and the parts with fields");
    there.forEach(
        (kind, components) -> {
          SortedSet<String> missing = new TreeSet<>(components);
          missing.removeAll(seen.getOrDefault(kind, new TreeSet<>()));
          missing.removeAll(HIDDEN);
          if (NO_SETTINGS.contains(kind)) {
            missing.remove("settings");
          }
          assertEquals(new TreeSet<String>(), missing, kind + " has components without a field");
        });
  }

  /** The components of a record and of the records in it that have fields of their own. */
  private static void collect(Object record, SortedMap<String, SortedSet<String>> into) {
    SortedSet<String> names =
        into.computeIfAbsent(record.getClass().getSimpleName(), k -> new TreeSet<>());
    for (RecordComponent c : record.getClass().getRecordComponents()) {
      names.add(c.getName());
      Object value = mcx.design.Components.get(record, c.getName());
      List<?> inner =
          value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
      for (Object o : inner) {
        if (Set.of("Vlan", "Path", "Tunnel", "BgpSettings", "BgpEnd")
            .contains(o.getClass().getSimpleName())) {
          collect(o, into);
        }
      }
    }
  }

  @Test
  void whatAFieldShowsPassesItsOwnCheckAndChangesNothing() {
    for (long seed = 0; seed < 12; seed++) {
      Document document = RandomDesigns.document(seed);
      for (Id id : all(document.design())) {
        for (Section section : Fields.of(document, CATALOG, id)) {
          for (Field field : section.fields()) {
            if (field.kind() == Field.Kind.READ_ONLY) {
              continue;
            }
            String where = "seed " + seed + ", " + id + " " + field.path() + " = " + field.text();
            Check check = field.check(field.text());
            assertTrue(check.ok(), where + ": " + check.problem());
            Document after = field.edit(field.text()).change().apply(document).document();
            assertTrue(document.equals(after), where);
          }
        }
      }
    }
  }

  @Test
  void deedsOfSectionsCanBeDone() {
    int done = 0;
    for (long seed = 0; seed < 8; seed++) {
      Document document = RandomDesigns.document(seed);
      for (Id id : all(document.design())) {
        for (Section section : Fields.of(document, CATALOG, id)) {
          for (Section.Deed deed : section.actions()) {
            assertNotEquals(document, deed.edit().change().apply(document).document());
            done++;
          }
        }
      }
    }
    assertTrue(done > 30, "deeds tried: " + done);
  }

  @Test
  void aBadValueNeverEntersAndSaysWhatWouldBeRight() {
    Router router = Router.of(Id.of("r1"), "R1", null, Asn.of(65010));
    Document document = document(Design.EMPTY.with(router));
    assertProblem(document, "r1", "asn", "banana", "0 to 4294967295");
    assertProblem(document, "r1", "networks", "10.0.0.0/8\n10.300.0.0/16", "10.300.0.0");
    assertProblem(document, "r1", "staticRoutes", "10.0.0.0/8 via nowhere", "nowhere");
    assertProblem(document, "r1", "staticRoutes", "10.0.0.0/8", "via");
    assertProblem(document, "r1", "staticRoutes", "10.0.0.0/8 discard distance 256", "1 to 255");
    assertProblem(
        document, "r1", "staticRoutes", "10.0.0.0/8 discard distance far", "distance 200");
    assertProblem(document, "r1", "name", "x".repeat(201), "200");
    assertProblem(document, "r1", "kind", "TOASTER", "none of the choices");
  }

  @Test
  void aGoodValueIsOneEditThatMergesWithTheNextOfItsField() {
    EditingSession session = new EditingSession(CATALOG);
    session.open(
        document(Design.EMPTY.with(Router.of(Id.of("r1"), "R1", null, Asn.of(65010)))), null);
    for (String typed : List.of("6", "65", "650", "6502", "65020")) {
      assertTrue(session.apply(field(session.document(), "r1", "asn").edit(typed)));
    }
    assertEquals("Undo Change AS number of R1", session.undoNameProperty().get());
    assertEquals(Asn.of(65020), router(session).asn());
    session.undo();
    assertEquals(Asn.of(65010), router(session).asn());
    assertFalse(session.canUndoProperty().get());
    session.apply(field(session.document(), "r1", "asn").edit(""));
    assertEquals(null, router(session).asn());
  }

  @Test
  void aStaticRouteIsReadAsItIsPrinted() {
    Document document =
        document(
            Design.EMPTY
                .with(Router.of(Id.of("r1"), "R1", null, Asn.of(65010)))
                .with(Router.of(Id.of("r2"), "Far end", null, Asn.of(65020))));
    Document after =
        edit(
            document,
            "r1",
            "staticRoutes",
            "0.0.0.0/0 via Far end distance 200 redistribute\n10.0.0.0/8 discard distance 255");
    assertEquals(
        "0.0.0.0/0 via r2 distance 200 redistribute\n10.0.0.0/8 discard distance 255",
        field(after, "r1", "staticRoutes").text());
  }

  private static Router router(EditingSession session) {
    return session.document().design().element(Id.of("r1"), Router.class);
  }

  @Test
  void aNumberThatTheCloudRefusesIsAWarningThatDoesNotBlock() {
    Document document = direct();
    Check check = field(document, "r1", "asn").check("65515");
    assertTrue(check.ok());
    assertTrue(check.warning().contains("65515"), check.warning());
    assertEquals("", field(document, "r1", "asn").check("65010").warning());
    Check local = field(document, "c1-primary", "session.b.asn").check("65515");
    assertTrue(local.ok());
    assertTrue(local.warning().contains("65515"), local.warning());
    assertTrue(field(document, "r1", "asn").check("23456").warning().contains("reserved"));
  }

  @Test
  void whatIsSetIsCheckedInTheWordsOfTheInspector() throws Exception {
    Document document = McxFiles.read(Path.of("samples/vpn-backup-of-expressroute.mcx"));
    String path = "settings#mssClamp";
    for (String wrong : List.of("499", "9001", "-1", "99999999999999999999", "1350.5", "much")) {
      assertProblem(document, "vpn", path, wrong, "MSS clamp takes a number from 500 to 9000");
    }
    assertProblem(document, "dc", "settings#coordinates", "99.1, 4", "such as 52.37, 4.90");
    assertProblem(document, "ce", "settings#internetPrefixes", "10.0.0.1/8", "10.0.0.0/8");
    Document set = edit(document, "vpn", path, " 1350 ");
    assertEquals(
        1350, set.design().link(Id.of("vpn")).settings().number(mcx.design.Setting.MSS_CLAMP));
    assertEquals(document, edit(set, "vpn", path, ""), "taken back, nothing is left");
  }

  @Test
  void quickSettingsAndPolicyTextAreTwoFacesOfOneValue() {
    Document document = direct();
    Document after = edit(document, "c1-primary", "session.b.importPolicy#localPreference", "200");
    BgpEnd end =
        ((CircuitConnection) after.design().links().get(Id.of("c1-primary"))).session().b();
    assertEquals(200L, end.importPolicy().terms().getFirst().set().localPreference());
    after = edit(after, "c1-primary", "session.b.importPolicy#importOnly", "10.0.0.0/8 le 24");
    assertEquals(
        "permit 10.0.0.0/8 le 24 set local-preference 200\notherwise deny",
        field(after, "c1-primary", "session.b.importPolicy").text());
    after = edit(after, "c1-primary", "session.b.importPolicy", "");
    end = ((CircuitConnection) after.design().links().get(Id.of("c1-primary"))).session().b();
    assertEquals(RoutePolicy.PERMIT_ALL, end.importPolicy());
    after =
        edit(
            after,
            "c1-primary",
            "session.b.exportPolicy",
            "deny 10.0.0.0/8\npermit all set prepend 2\notherwise deny");
    Document last = after;
    assertTrue(
        Fields.of(last, CATALOG, Id.of("c1-primary")).stream()
            .flatMap(s -> s.fields().stream())
            .noneMatch(f -> f.path().equals("session.b.exportPolicy#prepend")),
        "a policy that says more has no quick settings");
    assertProblem(document, "c1-primary", "session.b.exportPolicy#prepend", "51", "50");
    assertProblem(document, "c1-primary", "session.b.holdSeconds", "2", "3 to 65535");
  }

  private static Field lists(Document document) {
    return Fields.of(document, CATALOG, null).stream()
        .flatMap(s -> s.fields().stream())
        .filter(f -> f.path().equals("prefixLists"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void prefixListsAreTypedInTheDesignAndNamedInPolicies() {
    String path = "session.b.exportPolicy";
    assertProblem(direct(), "c1-primary", path, "permit list campus\notherwise deny", "campus");
    Document document =
        lists(direct())
            .edit("campus: 10.0.0.0/8 le 24, 192.168.0.0/16\ncampus: 2001:db8::/32 ge 48\n")
            .change()
            .apply(direct())
            .document();
    String text = "campus: 10.0.0.0/8 le 24, 192.168.0.0/16, 2001:db8::/32 ge 48";
    assertEquals(text, lists(document).text());
    document = edit(document, "c1-primary", path + "#exportOnly", "list campus\n172.16.0.0/12");
    assertEquals(
        "permit 172.16.0.0/12 list campus\notherwise deny",
        field(document, "c1-primary", path).text());

    Check gone = lists(document).check("");
    assertFalse(gone.ok(), "a list that is named cannot go");
    assertTrue(gone.problem().contains("campus"), gone.problem());
    assertFalse(lists(document).check("10.0.0.0/8").ok());
    assertFalse(lists(document).check("campus: 10.0.0.0/8 le 4").ok());
    assertFalse(lists(document).check("campus:").ok());

    Document renamed =
        lists(document).edit(text.replace("campus", "sites")).change().apply(document).document();
    assertEquals(
        "permit 172.16.0.0/12 list sites\notherwise deny",
        field(renamed, "c1-primary", path).text());
  }

  @Test
  void conditionsOfTheDefaultRouteAreTypedOneOnEachLine() {
    Document document = direct();
    String path = "session.b.defaultWhen";
    assertProblem(document, "c1-primary", path, "10.0.0.0/8 ge 4", "ge");
    assertProblem(document, "c1-primary", path, "10.0.0.0/8, 10.1.0.0/16", "prefix to match");
    Document after = edit(document, "c1-primary", path, "10.0.0.0/8 le 24\n192.0.2.0/24");
    BgpEnd end =
        ((CircuitConnection) after.design().links().get(Id.of("c1-primary"))).session().b();
    assertEquals(2, end.defaultWhen().size());
  }

  @Test
  void ikeThatAnEndDoesNotSpeakIsWarnedOf() {
    Document document = direct();
    Design d = document.design();
    Router old =
        new Router(
            Id.of("old"),
            "Old",
            null,
            mcx.design.RouterKind.ROUTER,
            Asn.of(65030),
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            Set.of(mcx.design.IkeVersion.IKEV1));
    VpnConnection vpn =
        new VpnConnection(
            Id.of("vpn"),
            "",
            Id.of("r1"),
            Id.of("old"),
            null,
            null,
            mcx.design.VpnMode.ROUTE_BASED,
            Set.of(),
            Set.of(),
            mcx.design.Routing.BGP,
            List.of(),
            List.of(),
            List.of());
    document = document(d.with(List.of(old), List.of(vpn)));
    assertTrue(
        field(document, "vpn", "ike")
            .check("IKEV2")
            .warning()
            .contains("Old does not speak IKEv2"));
    assertEquals("", field(document, "vpn", "ike").check("IKEV1").warning());
  }

  @Test
  void theRestOfAnEndOfASessionIsFoldedUntilSomethingOfItIsSet() {
    Router one = Router.of(Id.of("r1"), "R1", null, Asn.of(65010));
    Router two = Router.of(Id.of("r2"), "R2", null, Asn.of(65020));
    BgpEnd asn = BgpEnd.DEFAULT.with("asn", Asn.of(65011));
    BgpEnd reflecting = BgpEnd.DEFAULT.with("routeReflectorClient", true);
    BgpPeering link =
        new BgpPeering(Id.of("s"), "", one.id(), two.id(), new BgpSettings(asn, reflecting));
    Document document = document(Design.EMPTY.with(List.of(one, two), List.of(link)));
    List<Section> sections = Fields.of(document, CATALOG, link.id());
    assertEquals(
        List.of(
            "BGP at R1: open",
            "More BGP settings at R1: folded",
            "BGP at R2: folded",
            "More BGP settings at R2: open"),
        sections.stream()
            .filter(s -> s.title().contains("BGP") && s.title().contains(" at "))
            .map(s -> s.title() + (s.expert() ? ": folded" : ": open"))
            .toList());
  }

  /** A router on a direct port of an ExpressRoute circuit. */
  private static Document direct() {
    Cloud azure = new Cloud(Id.of("azure"), "Azure", null, "azure");
    Circuit circuit =
        new Circuit(Id.of("c1"), "C1", azure.id(), "azure.expressroute", null, 1000, null);
    Router router = Router.of(Id.of("r1"), "R1", null, Asn.of(65010));
    CircuitConnection connection =
        new CircuitConnection(
            Id.of("c1-primary"),
            "",
            circuit.id(),
            router.id(),
            ConnectionRole.PRIMARY,
            PeeringType.PRIVATE,
            100,
            null,
            null,
            null,
            mcx.design.BgpSettings.DEFAULT);
    assertTrue(CATALOG.of(circuit) != null, "the catalog knows the product");
    return document(Design.of("", List.of(azure, circuit, router), List.of(connection), List.of()));
  }

  private static Document edit(Document document, String id, String path, String typed) {
    return field(document, id, path).edit(typed).change().apply(document).document();
  }

  private static void assertProblem(
      Document document, String id, String path, String typed, String part) {
    Check check = field(document, id, path).check(typed);
    assertFalse(check.ok(), path + " takes " + typed);
    assertTrue(check.problem().contains(part), check.problem());
  }

  private static Field field(Document document, String id, String path) {
    return Fields.of(document, CATALOG, Id.of(id)).stream()
        .flatMap(s -> s.fields().stream())
        .filter(f -> f.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no field " + path));
  }

  private static Document document(Design design) {
    return Document.EMPTY.withDesign(design);
  }

  private static SortedSet<Id> all(Design design) {
    SortedSet<Id> ids = new TreeSet<>(design.elements().keySet());
    ids.addAll(design.links().keySet());
    return ids;
  }

  private static Object root(Design design, Id id) {
    Element element = design.element(id);
    Link link = design.link(id);
    return element != null ? element : link;
  }
}
