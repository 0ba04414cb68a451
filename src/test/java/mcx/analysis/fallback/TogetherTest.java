package mcx.analysis.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.PeeringLocation;
import org.junit.jupiter.api.Test;

class TogetherTest {

  private static Design design(String... metroAndRisk) {
    Design design = Design.EMPTY;
    for (int i = 0; i < metroAndRisk.length; i += 2) {
      Id id = Id.of("loc" + i / 2);
      design =
          design.with(
              new PeeringLocation(id, "", null, metroAndRisk[i], null, metroAndRisk[i + 1]));
    }
    return design;
  }

  @Test
  void placesOfOneMetroAndOfOneRiskAreGroups() {
    Design design = design("Amsterdam", "Duct 7", "amsterdam ", null, "Berlin", "duct 7");
    assertEquals(
        List.of("shared-risk/duct-7", "metro/amsterdam"),
        Together.of(design).stream().map(g -> g.id().value()).toList());
    assertEquals(
        Set.of(Id.of("loc0"), Id.of("loc2")),
        Together.of(design, Id.of("shared-risk").part("duct-7")).down());
    assertNull(Together.of(design, Id.of("loc0")));
    assertNull(Together.of(design, Id.of("metro").part("berlin")), "one place is no group");
  }

  @Test
  void namesThatNoIdCanHoldAreToldApart() {
    Design design = design("東京", null, "東京", null, "大阪", null, "大阪", null);
    assertEquals(
        List.of("metro/-", "metro/--2"),
        Together.of(design).stream().map(g -> g.id().value()).toList());
  }

  @Test
  void aGroupStandsForItsPlaces() {
    Design design = design("Amsterdam", null, "Amsterdam", null);
    assertEquals(
        Set.of(Id.of("er"), Id.of("loc0"), Id.of("loc1")),
        Together.expanded(
            design, List.of(Id.of("er"), Id.of("metro").part("amsterdam"), Id.of("loc1"))));
  }
}
