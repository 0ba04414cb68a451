package mcx.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import mcx.design.BgpSettings;
import mcx.design.Id;
import mcx.design.PrivateAs;
import mcx.design.PrivateLink;
import mcx.diagram.Document;
import org.junit.jupiter.api.Test;

/** Files of earlier versions are read as they were meant. */
class EarlierTest {

  private static String file(String atA, String atB) {
    return """
    {"mcx": {"version": "1.0"},
     "design": {
       "elements": {"r1": {"kind": "router", "asn": 65001}, "r2": {"kind": "router", "asn": 65002}},
       "links": {"l": {"kind": "private-link", "a": "r1", "b": "r2",
                       "session": {"a": {%s}, "b": {%s}}}}}}
    """
        .formatted(atA, atB);
  }

  private static BgpSettings session(Document document) {
    return ((PrivateLink) Objects.requireNonNull(document.design().link(Id.of("l")))).session();
  }

  @Test
  void removingPrivateNumbersMeantFromPathsThatHoldNoOthers() throws Exception {
    Document document =
        McxFiles.read(file("\"removePrivateAs\": true", "\"removePrivateAs\": false"), "earlier");
    assertEquals(PrivateAs.REMOVE_IF_ALL, session(document).a().privateAs());
    assertEquals(PrivateAs.KEEP, session(document).b().privateAs());
    assertTrue(document.unknown().isEmpty(), document.unknown().toString());
    String text = McxFiles.write(document);
    assertTrue(text.contains("\"privateAs\": \"remove-if-all\""), text);
    assertFalse(text.contains("removePrivateAs"), text);
    assertEquals(document, McxFiles.read(text, "again"));
  }

  @Test
  void whatTodaysFieldSaysCounts() throws Exception {
    Document document =
        McxFiles.read(file("\"removePrivateAs\": true, \"privateAs\": \"remove\"", ""), "both");
    assertEquals(PrivateAs.REMOVE, session(document).a().privateAs());
  }

  @Test
  void unknownFieldsBesideItAreKept() throws Exception {
    String text =
        McxFiles.write(
            McxFiles.read(file("\"removePrivateAs\": true, \"md5\": \"x\"", ""), "later"));
    assertTrue(text.contains("\"md5\": \"x\""), text);
    assertTrue(text.contains("\"privateAs\": \"remove-if-all\""), text);
  }

  @Test
  void aWrongValueIsRefusedWhereItStands() {
    McxFormatException refused =
        assertThrows(
            McxFormatException.class,
            () -> McxFiles.read(file("\"removePrivateAs\": \"yes\"", ""), "wrong"));
    Problem problem = refused.problems().getFirst();
    assertEquals("/design/links/l/session/a/removePrivateAs", problem.pointer());
    assertTrue(problem.line() > 0);
  }
}
