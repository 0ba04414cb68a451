package mcx.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mcx.analysis.Analysis;
import mcx.analysis.DoubleFailures;
import mcx.analysis.Names;

/** What pairs of failures break that neither failure breaks alone. */
final class PairsText {

  private PairsText() {}

  private record Both(String first, String second) {}

  static String of(Analysis analysis, DoubleFailures failures) {
    StringBuilder text = new StringBuilder(TextReport.heading("Pairs of failures"));
    Map<Both, List<String>> lost = new LinkedHashMap<>();
    for (DoubleFailures.Lost l : failures.lost()) {
      lost.computeIfAbsent(
              new Both(
                  failures.label(analysis.design(), l.first()),
                  failures.label(analysis.design(), l.second())),
              k -> new ArrayList<>())
          .add(Names.of(analysis.design(), l.from()) + " – " + Names.of(analysis.design(), l.to()));
    }
    TextTable table = new TextTable("  ", "If this fails", "and this", "lost");
    lost.forEach((both, pairs) -> table.row(both.first, both.second, String.join("; ", pairs)));
    text.append("  ").append(failures.tried()).append(" pairs of failures were tried");
    text.append(failures.complete() ? ".\n" : ", not all: it was stopped before the end.\n");
    text.append(
        table.isEmpty() ? "  None breaks what neither failure breaks alone.\n" : table.toString());
    return text.toString();
  }
}
