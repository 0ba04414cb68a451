package mcx.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Fallback;
import mcx.analysis.PathKind;
import mcx.analysis.SitePath;
import mcx.analysis.fallback.Figures;
import mcx.design.Id;
import org.junit.jupiter.api.Test;

class FallbackStreamTest {

  private final List<Fallback> shown = new ArrayList<>();
  private long millis;

  private FallbackStream stream(Fallback before) {
    return new FallbackStream(before, shown::add, () -> millis * 1_000_000);
  }

  static Fallback.Pair pair(String a, String b) {
    return new Fallback.Pair(
        Id.of(a),
        Id.of(b),
        path(a, b),
        path(b, a),
        Figures.NONE,
        Figures.NONE,
        null,
        List.of(),
        List.of());
  }

  private static SitePath path(String from, String to) {
    return new SitePath(Id.of(from), Id.of(to), PathKind.DIRECT, SitePath.Course.none(""));
  }

  private static Fallback table(boolean complete, Fallback.Pair... pairs) {
    return new Fallback(List.of(pairs), List.of(), List.of(), complete);
  }

  @Test
  void thePairThatIsLookedAtIsShownAtOnce() {
    Fallback.Pair pair = pair("a", "b");
    stream(null).first(pair);
    assertEquals(List.of(table(false, pair)), shown);
  }

  @Test
  void thePairTakesItsPlaceInTheTableOnShow() {
    Fallback.Pair old = pair("a", "b");
    Fallback.Pair other = pair("a", "c");
    Fallback.Pair now = pair("a", "b");
    stream(table(true, old, other)).first(now);
    assertEquals(1, shown.size());
    assertFalse(shown.getFirst().complete(), "the rest is old");
    assertSame(now, shown.getFirst().pairs().get(0));
    assertSame(other, shown.getFirst().pairs().get(1));
  }

  @Test
  void tablesComeNoFasterThanPeopleSee() {
    FallbackStream stream = stream(null);
    List<Long> asked = new ArrayList<>();
    for (millis = 0; millis <= 1_000; millis += 50) {
      stream.table(
          () -> {
            asked.add(millis);
            return table(false, pair("a", "b"));
          });
    }
    assertEquals(List.of(200L, 400L, 600L, 800L, 1_000L), asked, "none is made in vain");
    assertEquals(5, shown.size());
  }

  @Test
  void theCompleteTableIsLeftToWhoAskedForIt() {
    FallbackStream stream = stream(null);
    millis = 500;
    stream.table(() -> table(true, pair("a", "b")));
    assertEquals(List.of(), shown);
  }
}
