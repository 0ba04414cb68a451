package mcx.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import mcx.inet.Asn;
import mcx.inet.Prefix;
import org.junit.jupiter.api.Test;

/** A design is well-formed or is refused with a sentence; deletion leaves no loose end. */
class DesignTest {

  private static Id id(String value) {
    return Id.of(value);
  }

  private static Design sample() {
    return Design.of(
        "Sample",
        List.of(
            new Premises(id("dc"), "Amsterdam", null, PremisesKind.DATACENTER, null, List.of()),
            Router.of(id("ce"), "CE 1", id("dc"), Asn.of(65010)),
            new Layer3Provider(
                id("ip"),
                "Meridian",
                null,
                Asn.of(64900),
                List.of(new Layer3Provider.IgpCost(id("pe1"), id("pe2"), 5))),
            new ProviderEdge(id("pe1"), "PE 1", id("ip")),
            new ProviderEdge(id("pe2"), "PE 2", id("ip")),
            Vrf.of(id("vrf"), "ALL", id("ip"))),
        List.of(
            new AccessLink(
                id("access"),
                "",
                id("ce"),
                id("pe1"),
                1000,
                List.of(
                    new AccessLink.Vlan(100, id("vrf"), null, Routing.BGP, BgpSettings.DEFAULT)))),
        List.of(
            new Intent(id("reach"), "", Intent.IntentKind.REACH, id("dc"), id("ip"), false, 0)));
  }

  @Test
  void referencesToNothingAreRefusedWithTheNameOfBoth() {
    Design design = sample();
    for (Runnable wrong :
        List.<Runnable>of(
            () -> design.with(Router.of(id("r"), "", id("nowhere"), null)),
            () -> design.with(new NetworkAttachment(id("x"), "", id("ce"), id("nowhere"))),
            () ->
                design.with(
                    new Layer3Provider(
                        id("ip"),
                        "",
                        null,
                        null,
                        List.of(new Layer3Provider.IgpCost(id("pe1"), id("nowhere"), 1)))),
            () ->
                design.with(
                    new AccessLink(
                        id("access"),
                        "",
                        id("ce"),
                        id("pe1"),
                        0,
                        List.of(
                            new AccessLink.Vlan(
                                1, id("nowhere"), null, Routing.BGP, BgpSettings.DEFAULT)))))) {
      var refused = assertThrows(InvalidDesignException.class, wrong::run);
      assertTrue(refused.getMessage().contains("“nowhere”"), refused.getMessage());
      assertTrue(refused.subject() != null);
    }
  }

  @Test
  void anIdServesOnce() {
    assertThrows(
        InvalidDesignException.class,
        () ->
            sample()
                .with(
                    new PrivateLink(
                        id("ce"),
                        "",
                        id("ce"),
                        id("pe1"),
                        null,
                        0,
                        1,
                        Routing.NONE,
                        BgpSettings.DEFAULT)));
    assertThrows(
        InvalidDesignException.class,
        () ->
            Design.of(
                "",
                List.of(new Internet(id("a"), "", null), new Internet(id("a"), "", null)),
                List.of(),
                List.of()));
  }

  @Test
  void nothingHoldsItself() {
    Design design = sample();
    assertThrows(
        InvalidDesignException.class,
        () ->
            design.with(
                List.of(
                    design.elements().get(id("dc")).withParent(id("ce")),
                    design.elements().get(id("ce"))),
                List.of()));
  }

  @Test
  void deletionTakesAlongWhatCannotBeWithout() {
    Design design = sample();
    Design withoutCe = design.without(Set.of(id("dc")));
    assertEquals(Set.of(id("ip"), id("pe1"), id("pe2"), id("vrf")), withoutCe.elements().keySet());
    assertTrue(withoutCe.links().isEmpty());
    assertTrue(withoutCe.intents().isEmpty());

    Design withoutVrf = design.without(Set.of(id("vrf")));
    assertTrue(((AccessLink) withoutVrf.links().get(id("access"))).vlans().isEmpty());

    Design withoutPe2 = design.without(Set.of(id("pe2")));
    assertTrue(((Layer3Provider) withoutPe2.elements().get(id("ip"))).igpCosts().isEmpty());
    assertEquals(design.links(), withoutPe2.links());
  }

  @Test
  void deletingAPartsOwnerClearsReferencesToTheElement() {
    Design design =
        sample()
            .with(
                new Router(
                    id("ce"),
                    "CE 1",
                    id("dc"),
                    RouterKind.ROUTER,
                    Asn.of(65010),
                    null,
                    List.of(),
                    List.of(new StaticRoute(Prefix.of("0.0.0.0/0"), id("access"), false)),
                    List.of(),
                    null,
                    Set.of()));
    Router ce = design.without(Set.of(id("access"))).element(id("ce"), Router.class);
    assertTrue(ce != null && ce.staticRoutes().isEmpty());
  }

  @Test
  void familyTree() {
    Design design = sample();
    assertEquals(Set.of(id("ce")), design.descendants(id("dc")));
    assertEquals("Amsterdam", design.ancestors(id("ce")).getFirst().name());
    assertSame(design.element(id("dc")), design.within(id("ce"), Premises.class));
    assertNull(design.within(id("pe1"), Premises.class));
    assertEquals(id("ce-2"), design.freeId("CE"));
    assertEquals(id("london-ce-1"), design.freeId("London · CE 1!"));
    assertEquals(id("x"), design.freeId("…"));
  }

  @Test
  void componentsAreChangedByName() {
    Router router = Router.of(id("r"), "R", null, Asn.of(1));
    assertEquals(Asn.of(2), Components.with(router, "asn", Asn.of(2)).asn());
    assertNull(Components.with(router, "asn", null).asn());
    assertEquals("S", router.withName("S").name());
    assertThrows(IllegalArgumentException.class, () -> Components.with(router, "wheels", 4));
    assertThrows(
        InvalidDesignException.class, () -> Components.with(BgpEnd.DEFAULT, "holdSeconds", 1));
  }

  @Test
  void illFormedValuesAreRefusedInWords() {
    assertThrows(InvalidDesignException.class, () -> Id.of("a b"));
    assertThrows(InvalidDesignException.class, () -> Id.of(""));
    assertThrows(
        InvalidDesignException.class,
        () -> new CircuitAttachment(id("x"), "", id("a"), id("b"), -1));
    assertThrows(
        InvalidDesignException.class,
        () ->
            new RoutePolicy.Term(
                "t", List.of(), List.of(), "((", null, true, RoutePolicy.Change.NONE));
    assertThrows(
        InvalidDesignException.class,
        () -> new RoutePolicy.PrefixMatch(Prefix.of("10.0.0.0/8"), 7, null));
    assertEquals(id("vpn"), id("vpn").part("tunnel-1").owner());
  }
}
