package mcx.analysis.intent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.catalog.CatalogLoader;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.format.McxFiles;
import mcx.format.McxFormatException;

/** The samples with intents, for tests. */
public final class SampleDesigns {

  private SampleDesigns() {}

  /** A sample by the name of its file. */
  public static Design sample(String name) {
    try {
      return McxFiles.read(Path.of("samples", name + ".mcx")).design();
    } catch (IOException | McxFormatException e) {
      throw new AssertionError(e);
    }
  }

  /** The design with these sentences as its intents, {@code intent-1} and so on. */
  public static Design with(Design design, String... sentences) {
    SortedMap<Id, Intent> intents = new TreeMap<>();
    for (int i = 0; i < sentences.length; i++) {
      Id id = Id.of("intent-" + (i + 1));
      try {
        intents.put(id, IntentText.parse(design, id, "", sentences[i]));
      } catch (IntentTextException e) {
        throw new AssertionError(sentences[i] + ": " + e.getMessage(), e);
      }
    }
    return design.withIntents(intents);
  }

  public static Analysis analyze(Design design) {
    return Analyzer.analyze(design, CatalogLoader.builtIn());
  }

  /** What is said at once of the intents. */
  static List<IntentResult> now(Design design, String... sentences) {
    return analyze(with(design, sentences)).intents();
  }

  /** What is said of them when all failures were tried. */
  static List<IntentResult> judged(Design design, String... sentences) {
    return Analyzer.judge(analyze(with(design, sentences)), () -> false).intents();
  }

  static List<IntentResult.State> states(List<IntentResult> results) {
    return results.stream().map(IntentResult::state).toList();
  }
}
