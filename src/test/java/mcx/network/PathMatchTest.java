package mcx.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PathMatchTest {

  private static Policy policy(String path) {
    return new Policy(
        List.of(
            new Policy.Statement(
                null,
                List.of(),
                Set.of(),
                PathMatch.of(path),
                null,
                Set.of(),
                Set.of(),
                false,
                Policy.Change.NONE)),
        true);
  }

  /** Sessions with such policies count as unchanged after an edit elsewhere. */
  @Test
  void policiesWithTheSameExpressionAreEqual() {
    assertEquals(policy("^65001 "), policy("^65001 "));
    assertEquals(policy("^65001 ").hashCode(), policy("^65001 ").hashCode());
    assertNotEquals(policy("^65001 "), policy("^65002 "));
  }

  @Test
  void somePartOfThePathMatches() {
    PathMatch match = PathMatch.of("(?:^| )65001(?:$| )");
    assertTrue(match.matches("65000 65001"));
    assertTrue(match.matches("65001"));
    assertFalse(match.matches("165001 2"));
    assertFalse(match.matches(""));
  }
}
