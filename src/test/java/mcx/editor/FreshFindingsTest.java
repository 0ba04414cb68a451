package mcx.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mcx.analysis.Finding;
import mcx.compile.Note.Severity;
import mcx.design.Design;
import mcx.design.Id;
import org.junit.jupiter.api.Test;

class FreshFindingsTest {

  private static final Finding ERROR = finding("RED-01", Severity.ERROR, "a");
  private static final Finding OLD = finding("ADR-01", Severity.WARNING, "b");
  private static final Finding MORE = finding("VPN-04", Severity.WARNING, "c");
  private static final Finding LATER = finding("INTENT", Severity.WARNING, "d");
  private static final Design FIRST = Design.EMPTY.withName("first");
  private static final Design SECOND = Design.EMPTY.withName("second");

  private final FreshFindings fresh = new FreshFindings();

  private static Finding finding(String rule, Severity severity, String about) {
    return new Finding(
        rule, severity, rule + " of " + about, "", List.of(), List.of(Id.of(about)), "");
  }

  @Test
  void whatCameWithTheLastEditIsFirstAmongItsEquals() {
    fresh.take(FIRST, List.of(OLD), true);
    fresh.take(SECOND, List.of(ERROR, OLD, MORE), true);
    assertEquals(List.of(ERROR, MORE, OLD), fresh.ordered(List.of(ERROR, OLD, MORE)));
    assertTrue(fresh.isFresh(MORE));
    assertFalse(fresh.isFresh(OLD));
  }

  @Test
  void whatIsFoundLaterOfTheSameDesignIsFreshToo() {
    fresh.take(FIRST, List.of(OLD), true);
    fresh.take(SECOND, List.of(OLD, MORE), true);
    fresh.take(SECOND, List.of(OLD, MORE, LATER), true);
    assertEquals(List.of(MORE, LATER, OLD), fresh.ordered(List.of(OLD, MORE, LATER)));
  }

  @Test
  void theNextEditMakesItOld() {
    fresh.take(FIRST, List.of(OLD), true);
    fresh.take(SECOND, List.of(OLD, MORE), true);
    fresh.take(FIRST, List.of(OLD, MORE), true);
    assertFalse(fresh.isFresh(MORE));
  }

  @Test
  void nothingIsFreshInAFileJustOpened() {
    fresh.take(FIRST, List.of(OLD), false);
    assertFalse(fresh.isFresh(OLD));
    fresh.take(SECOND, List.of(MORE), false);
    assertFalse(fresh.isFresh(MORE));
  }
}
