package mcx.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.catalog.CatalogLoader;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.format.McxFiles;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import org.junit.jupiter.api.Test;

/** Prefix budgets as an architect reads them. */
class BudgetsTextTest {

  private static Design base(String name) throws Exception {
    return McxFiles.read(Path.of("src/test/resources/mcx/rules/base/" + name + ".mcx")).design();
  }

  private static Analysis analyze(Design design) {
    return Analyzer.analyze(design, CatalogLoader.builtIn());
  }

  private static String line(String text, String beginning) {
    return text.lines()
        .filter(l -> l.startsWith("  " + beginning))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no “" + beginning + "” in\n" + text))
        .strip()
        .replaceAll(" {2,}", " | ");
  }

  @Test
  void eachLimitIsALine() throws Exception {
    String text = BudgetsText.of(analyze(base("prefix-two-clouds")));
    assertEquals(
        "What R1 sends VIF A primary | IPv4 | 2 | 100 | 2% | session closed until mended"
            + " | 98 sites of 1, or 98 virtual networks of 1",
        line(text, "What R1 sends VIF A"));
    assertEquals(
        "Prefixes of the virtual networks behind “ER gateway” | IPv4 | 1 | 1000 | <1%"
            + " | connection drops | 999 virtual networks of 1",
        line(text, "Prefixes of the virtual networks"));
    assertTrue(text.indexOf("VIF A primary") < text.indexOf("ExpressRoute 1 Gbps primary"), text);
  }

  @Test
  void sessionsThatCountAlikeAreOneLine() throws Exception {
    String text = BudgetsText.of(analyze(base("prefix-vpn-aws")));
    assertTrue(line(text, "What R1 sends VGW").startsWith("What R1 sends VGW (each of 2)"), text);
  }

  @Test
  void aNumberThatNobodyConfirmedIsMarked() throws Exception {
    String text = BudgetsText.of(analyze(base("prefix-google")));
    assertTrue(line(text, "Destinations that").contains("| 250? |"), text);
    assertTrue(text.contains("was not found in a document"), text);
    assertFalse(BudgetsText.of(analyze(base("prefix-azure"))).contains("?"));
  }

  @Test
  void whatIsExceededSaysSo() throws Exception {
    Design design = base("prefix-aws");
    Design more =
        design.with(
            Components.with(
                design.element(Id.of("dc")),
                "networks",
                List.of(new PrefixRange(Prefix.of("10.64.0.0/24"), 250))));
    assertTrue(
        line(BudgetsText.of(analyze(more)), "What R1 sends VIF A")
            .contains("| 250 | 100 | 250% | session closed until mended | 0 sites of 250"));
  }

  @Test
  void aDesignWithoutLimitsSaysSo() {
    assertTrue(BudgetsText.of(analyze(Design.EMPTY)).contains("No prefix counts"));
  }
}
