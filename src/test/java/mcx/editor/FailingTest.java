package mcx.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import mcx.catalog.CatalogLoader;
import mcx.design.Id;
import mcx.design.PeeringLocation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailingTest {

  private static final Id METRO = Id.of("metro").part("amsterdam");
  private static final Id AM3 = Id.of("am3");
  private static final Id AM5 = Id.of("am5");
  private static final Id FR2 = Id.of("fr2");

  private final EditingSession session = new EditingSession(CatalogLoader.builtIn());
  private final Failing failing = new Failing(session);

  @BeforeEach
  void draw() {
    session.apply(
        new Edit(
            "Draw",
            d ->
                d.withDesign(
                    d.design()
                        .with(new PeeringLocation(AM3, "AM3", null, "Amsterdam", null, null))
                        .with(new PeeringLocation(AM5, "AM5", null, "Amsterdam", null, null))
                        .with(new PeeringLocation(FR2, "FR2", null, "Frankfurt", null, null)))));
  }

  @Test
  void placesThatFailTogetherAreFailedAndRestoredAsOne() {
    failing.toggleFailure(METRO);
    assertEquals(Set.of(METRO), failing.named());
    assertEquals(Set.of(AM3, AM5), failing.ids());
    assertTrue(failing.isFailed(AM5));
    failing.toggleFailure(METRO);
    assertEquals(Set.of(), failing.named());
    assertEquals(Set.of(), failing.ids());
  }

  @Test
  void onePlaceOfThemIsRestoredByItself() {
    failing.toggleFailures(List.of(METRO, FR2));
    failing.toggleFailure(AM3);
    assertEquals(Set.of(AM5, FR2), failing.named());
    assertEquals(Set.of(AM5, FR2), failing.ids());
  }

  @Test
  void aGroupThatHasFailedPieceByPieceIsRestored() {
    failing.toggleFailures(List.of(AM3, AM5));
    failing.toggleFailure(METRO);
    assertEquals(Set.of(), failing.ids());
  }

  @Test
  void aPlaceThatLeavesTheMetroWorksAgain() {
    failing.toggleFailure(METRO);
    session.apply(
        new Edit(
            "Move",
            d ->
                d.withDesign(
                    d.design().with(new PeeringLocation(AM5, "AM5", null, "Berlin", null, null)))));
    assertFalse(failing.isFailed(AM5));
    assertEquals(Set.of(), failing.named(), "one place is no group");
    session.undo();
    assertEquals(Set.of(AM3, AM5), failing.ids());
  }
}
