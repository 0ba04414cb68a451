package mcx.analysis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Finding;
import mcx.analysis.Fix;
import mcx.analysis.FixPreview;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.compile.Note.Severity;
import mcx.design.Design;
import mcx.design.Id;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule finds what breaks it and leaves alone what nearly does; each fix mends its finding and
 * makes nothing worse.
 */
class RulesTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();

  static Stream<RuleCases.Case> cases() {
    String only = System.getProperty("rules", "");
    return RuleCases.all().values().stream()
        .filter(f -> f.rule().startsWith(only))
        .flatMap(f -> f.cases().stream());
  }

  static Stream<RuleCases.Case> broken() {
    return cases().filter(RuleCases.Case::breaks);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsExactlyThis(RuleCases.Case c) {
    Analysis analysis = Analyzer.analyze(RuleCases.design(c), CATALOG);
    assertEquals(
        sorted(c.finds()),
        sorted(analysis.findings().stream().map(RulesTest::text).toList()),
        () -> c + "\n" + titles(analysis));
    assertEquals(
        sorted(c.undecided()),
        sorted(
            analysis.review().undecided().stream()
                .filter(f -> f.rule().equals(c.rule()))
                .map(f -> f.rule() + subjects(f))
                .toList()),
        c + ", what cannot be told");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void saysWhatAnArchitectNeeds(RuleCases.Case c) {
    Analysis analysis = Analyzer.analyze(RuleCases.design(c), CATALOG);
    for (Finding f : own(analysis, c.rule())) {
      assertTrue(
          f.title().length() >= 20 && f.title().length() <= 160, () -> "title: " + f.title());
      assertFalse(f.title().endsWith("."), () -> "a title is no sentence in a text: " + f.title());
      assertTrue(f.text().length() >= 30, () -> "consequence: " + f.text());
      assertTrue(f.text().endsWith("."), () -> "consequence: " + f.text());
      if (f.severity() != Severity.INFO) {
        assertFalse(f.remedies().isEmpty(), () -> "no remedy: " + f.title());
      }
      assertFalse(f.subjects().isEmpty(), () -> "about nothing: " + f.title());
      for (Id id : f.evidence()) {
        assertTrue(
            analysis.design().element(id.owner()) != null
                || analysis.design().link(id.owner()) != null,
            () -> "evidence that is not drawn: " + id);
      }
      assertFalse(f.source().isEmpty(), () -> "no source: " + f.title());
    }
  }

  @ParameterizedTest
  @MethodSource("broken")
  void eachFixMendsItsFindingAndMakesNothingWorse(RuleCases.Case c) {
    Design design = RuleCases.design(c);
    Analysis analysis = Analyzer.analyze(design, CATALOG);
    List<String> offered = new ArrayList<>();
    for (Finding f : own(analysis, c.rule())) {
      for (Fix fix : f.fixes()) {
        offered.add(fix.title());
        FixPreview preview = Analyzer.preview(analysis, fix);
        assertTrue(
            preview.after().findings().stream().noneMatch(a -> a.key().equals(f.key())),
            () -> fix + " leaves " + f.title() + "\n" + titles(preview.after()));
        assertEquals(
            List.of(),
            preview.caused().stream()
                .filter(a -> a.severity() != Severity.INFO)
                .map(Finding::title)
                .toList(),
            () -> fix + " causes");
        assertEquals(
            Set.of(), lost(analysis, preview.after()), () -> fix + " breaks what reached before");
      }
    }
    assertEquals(sorted(c.fixes()), sorted(offered), c + ", fixes");
  }

  /**
   * The pairs of sites that reached each other before and do not after, but for those that an
   * intent wants apart.
   */
  private static Set<String> lost(Analysis before, Analysis after) {
    Situation situation = new Situation(before);
    Set<String> reach =
        after.separation().paths().stream()
            .filter(p -> p.reaches())
            .map(p -> p.from() + " " + p.to())
            .collect(Collectors.toSet());
    Set<String> lost = new TreeSet<>();
    before.separation().paths().stream()
        .filter(p -> p.reaches() && !situation.isolates(p.from(), p.to()))
        .map(p -> p.from() + " " + p.to())
        .filter(p -> !reach.contains(p))
        .forEach(lost::add);
    return lost;
  }

  @Test
  void eachRuleHasADesignThatBreaksItAndOneThatNearlyDoes() {
    SortedMap<String, String> lacking = new TreeMap<>();
    Map<String, RuleCases.CaseFile> files = RuleCases.all();
    for (Rule rule : RuleBook.all()) {
      if (rule.id().isEmpty()) {
        continue;
      }
      RuleCases.CaseFile file = files.get(rule.id());
      if (file == null) {
        lacking.put(rule.id(), "no file");
      } else if (file.cases().stream().noneMatch(RuleCases.Case::breaks)) {
        lacking.put(rule.id(), "nothing breaks it");
      } else if (file.cases().stream().allMatch(RuleCases.Case::breaks)) {
        lacking.put(rule.id(), "nothing nearly breaks it");
      }
    }
    assertEquals(new TreeMap<>(), lacking);
  }

  private static List<Finding> own(Analysis analysis, String rule) {
    return analysis.findings().stream().filter(f -> f.rule().equals(rule)).toList();
  }

  private static String text(Finding f) {
    return f.severity().name().toLowerCase(Locale.ROOT)
        + " "
        + (f.rule().isEmpty() ? "-" : f.rule())
        + subjects(f);
  }

  private static String subjects(Finding f) {
    return f.subjects().stream().map(s -> " " + s).collect(Collectors.joining());
  }

  private static String titles(Analysis analysis) {
    return analysis.findings().stream()
        .map(f -> text(f) + ": " + f.title())
        .collect(Collectors.joining("\n"));
  }

  private static String sorted(List<String> all) {
    return all.stream().sorted().collect(Collectors.joining("\n"));
  }

  @Test
  void eachRuleIsLookedForOrIsListedWithTheReasonWhyNot() throws IOException {
    Properties undecidable = new Properties();
    try (Reader in =
        Files.newBufferedReader(
            Path.of("src/main/resources/mcx/analysis/undecidable.properties"))) {
      undecidable.load(in);
    }
    Set<String> missing = new TreeSet<>(RuleTable.ids());
    RuleBook.all().forEach(r -> missing.remove(r.id()));
    assertEquals(undecidable.stringPropertyNames(), missing);
    assertTrue(missing.size() <= 10, () -> "too many rules are not decided: " + missing);
    missing.forEach(id -> assertTrue(undecidable.getProperty(id).length() > 30, id));
    assertEquals(151, RuleTable.ids().size());
  }

  @Test
  void manyRulesAreMendedByAClick() {
    Set<String> mended =
        broken()
            .filter(c -> !c.fixes().isEmpty())
            .map(RuleCases.Case::rule)
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(mended.size() >= 100, () -> mended.size() + " rules offer fixes: " + mended);
  }
}
