package mcx.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mcx.catalog.CatalogLoader;
import mcx.design.AccessLink;
import mcx.design.CircuitConnection;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.Vrf;
import mcx.format.McxFiles;
import org.junit.jupiter.api.Test;

/** What is shown as belonging to a VRF is what the design says leads into it. */
class VrfPainterTest {

  private static Scene sample() throws Exception {
    return Scene.of(
        McxFiles.read(Path.of("samples/layer-3-provider-vrf-per-cloud.mcx")),
        CatalogLoader.builtIn());
  }

  @Test
  void edgesLinksSitesAndCircuitsBelongToAVrf() throws Exception {
    Scene scene = sample();
    Design design = scene.document().design();
    assertTrue(design.all(Vrf.class).size() > 1);
    for (Vrf vrf : design.all(Vrf.class)) {
      Set<Id> expected = new TreeSet<>();
      for (AccessLink l : design.allLinks(AccessLink.class)) {
        if (l.vlans().stream().anyMatch(v -> vrf.id().equals(v.vrf()))) {
          Premises site = design.within(l.a(), Premises.class);
          expected.addAll(List.of(l.id(), l.b(), site == null ? l.a() : site.id()));
        }
      }
      for (CircuitConnection c : design.allLinks(CircuitConnection.class)) {
        if (vrf.id().equals(c.vrf())) {
          expected.addAll(List.of(c.id(), c.b(), c.a()));
        }
      }
      assertFalse(expected.isEmpty());
      assertEquals(expected, VrfPainter.members(scene, vrf.id()), vrf.name());
    }
  }

  @Test
  void vrfsAreAddedToOtherOverlaysInTheOrderOfTheirPatterns() {
    Id one = Id.of("one");
    Id two = Id.of("two");
    Overlay both = Overlay.ofVrfs(List.of(two)).plus(Overlay.ofVrfs(List.of(one, two)));
    assertEquals(List.of(two, one), both.vrfs());
    assertFalse(both.isEmpty());
    assertTrue(Overlay.ofVrfs(List.of()).isEmpty());
  }
}
