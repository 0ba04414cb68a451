package mcx.export;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mcx.analysis.Analysis;
import mcx.analysis.Fallback;
import mcx.analysis.Finding;
import mcx.analysis.SessionFlow;
import mcx.analysis.fallback.Detection;
import mcx.catalog.Source;
import mcx.routing.Advertisement;

/** What the short names of sources stand for that findings and reasons rest on. */
final class SourcesText {

  /** Reasons name their sources at the end, in brackets. */
  private static final Pattern IN_BRACKETS = Pattern.compile("\\(([A-Z0-9, -]+)\\)");

  private SourcesText() {}

  static String of(Analysis analysis, Fallback fallback) {
    SortedMap<String, Source> named = new TreeMap<>();
    for (Finding finding : analysis.findings()) {
      name(analysis, finding.source(), named);
      inBrackets(analysis, finding.title() + " " + finding.text(), named);
    }
    for (SessionFlow flow : analysis.advertisements()) {
      for (Advertisement a : flow.routes()) {
        inBrackets(analysis, a.reason(), named);
      }
    }
    for (Fallback.Pair pair : fallback.pairs()) {
      for (Fallback.Outcome o : pair.outcomes()) {
        Detection detection = o.slowest();
        if (detection != null) {
          name(analysis, detection.source(), named);
        }
      }
    }
    if (named.isEmpty()) {
      return "";
    }
    TextTable table = new TextTable("  ", "", "", "");
    named.values().forEach(s -> table.row(s.key(), s.title(), s.location()));
    return TextReport.heading("Sources") + table;
  }

  private static void inBrackets(Analysis analysis, String text, SortedMap<String, Source> named) {
    Matcher brackets = IN_BRACKETS.matcher(text);
    while (brackets.find()) {
      name(analysis, brackets.group(1), named);
    }
  }

  private static void name(Analysis analysis, String keys, SortedMap<String, Source> named) {
    Arrays.stream(keys.split(","))
        .map(key -> analysis.catalog().sources().get(key.strip()))
        .filter(source -> source != null)
        .forEach(source -> named.put(source.key(), source));
  }
}
