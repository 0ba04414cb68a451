package mcx.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.RandomDesigns;
import mcx.design.RouteTable;
import mcx.diagram.Document;
import mcx.geometry.Rect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written reads back as it was, in a form that git can show. */
class RoundTripTest {

  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsWrittenReadsBackEqual(long seed) throws Exception {
    Document document = RandomDesigns.document(seed);
    String text = McxFiles.write(document);
    Document back = McxFiles.read(text, "seed " + seed);
    assertEquals(document, back, () -> "seed " + seed + "\n" + text);
    assertEquals(text, McxFiles.write(back), () -> "seed " + seed);
  }

  @Test
  void theEmptyDocumentReadsBack() throws Exception {
    assertEquals(Document.EMPTY, McxFiles.read(McxFiles.write(Document.EMPTY), "empty"));
  }

  @Test
  void randomDesignsHoldEveryKind() {
    Set<String> kinds = new TreeSet<>();
    for (long seed = 0; seed < 40; seed++) {
      Document document = RandomDesigns.document(seed);
      for (Element e : document.design().elements().values()) {
        kinds.add(Kinds.ELEMENTS.of(e).name());
      }
      for (Link l : document.design().links().values()) {
        kinds.add(Kinds.LINKS.of(l).name());
      }
    }
    Set<String> all = new TreeSet<>(Kinds.ELEMENTS.byName().keySet());
    all.addAll(Kinds.LINKS.byName().keySet());
    assertEquals(all, kinds);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theTextIsMadeForGit(long seed) {
    String text = McxFiles.write(RandomDesigns.document(seed));
    assertTrue(text.endsWith("}\n"), "ends with a newline");
    assertTrue(text.indexOf('\r') < 0, "line feeds only");
    for (String line : text.split("\n")) {
      assertEquals(line.stripTrailing(), line, "no blanks at the end of a line");
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void movingAnElementChangesOneLine(long seed) {
    Document before = RandomDesigns.document(seed);
    Id moved = before.diagram().bounds().firstKey();
    Rect from = before.diagram().bounds().get(moved);
    Document after = before.withDiagram(before.diagram().withBounds(moved, from.moved(40, -20)));
    assertEquals(1, changedLines(before, after), () -> "seed " + seed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void renamingAnElementChangesOneLine(long seed) {
    Document before = RandomDesigns.document(seed);
    Element named =
        before.design().elements().values().stream()
            .filter(e -> !e.name().isEmpty())
            .findFirst()
            .orElseThrow();
    Document after = before.withDesign(before.design().with(named.withName("Another name")));
    assertEquals(1, changedLines(before, after), () -> "seed " + seed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void removingALinkOnlyRemovesLines(long seed) {
    Id link = new Id("peering-1");
    Document drawn = RandomDesigns.document(seed);
    List<Id> tables = drawn.design().all(RouteTable.class).stream().map(Element::id).toList();
    Document before =
        drawn
            .withDesign(
                drawn
                    .design()
                    .without(tables)
                    .withIntents(new TreeMap<>())
                    .withMutes(new TreeMap<>()))
            .withDiagram(drawn.diagram().without(List.of(link)));
    Document after = before.withDesign(before.design().without(List.of(link)));
    List<String> gone = new ArrayList<>(lines(before));
    List<String> left = lines(after);
    left.forEach(gone::remove);
    assertEquals(lines(before).size() - left.size(), gone.size(), () -> "seed " + seed);
    assertTrue(gone.size() <= 9, () -> "seed " + seed + ": " + gone);
  }

  /** The lines without the comma at their end, which the last of a list does not have. */
  private static List<String> lines(Document document) {
    return McxFiles.write(document).replace(",\n", "\n").lines().toList();
  }

  private static int changedLines(Document before, Document after) {
    List<String> a = McxFiles.write(before).lines().toList();
    List<String> b = McxFiles.write(after).lines().toList();
    assertEquals(a.size(), b.size());
    int changed = 0;
    for (int i = 0; i < a.size(); i++) {
      changed += a.get(i).equals(b.get(i)) ? 0 : 1;
    }
    return changed;
  }
}
