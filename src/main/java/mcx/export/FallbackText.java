package mcx.export;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mcx.analysis.Analysis;
import mcx.analysis.Fallback;
import mcx.analysis.Names;
import mcx.analysis.SitePath;
import mcx.analysis.fallback.Capacity;
import mcx.analysis.fallback.Figures;
import mcx.analysis.fallback.Overload;
import mcx.analysis.fallback.Ranked;
import mcx.analysis.fallback.TunnelUse;
import mcx.compile.VpnAgreement;
import mcx.design.Id;

/** For each pair of sites the path now, and what every single failure makes of it. */
final class FallbackText {

  private FallbackText() {}

  static String of(Analysis analysis, Fallback fallback) {
    StringBuilder text = new StringBuilder(TextReport.heading("Fallback"));
    if (fallback.pairs().isEmpty()) {
      return text.append("  No two sites reach each other.\n").toString();
    }
    String between = "";
    for (Fallback.Pair pair : fallback.pairs()) {
      text.append(between).append(of(analysis, pair));
      between = "\n";
    }
    text.append(estimates(fallback));
    if (!fallback.complete()) {
      text.append("\n  This is not all: it was stopped before the end.\n");
    }
    return text + ranking(fallback) + overloads(fallback) + agreements(fallback);
  }

  private static String of(Analysis analysis, Fallback.Pair pair) {
    StringBuilder text = new StringBuilder("  ");
    text.append(Names.of(analysis.design(), pair.a())).append(" – ");
    text.append(Names.of(analysis.design(), pair.b())).append('\n');
    text.append("    now: ").append(path(pair.now())).append('\n');
    text.append(figures(pair.now(), pair.nowFigures()));
    if (!mirrored(pair.now(), pair.back())) {
      text.append("    back: ").append(path(pair.back())).append('\n');
      text.append(figures(pair.back(), pair.backFigures()));
    }
    if (pair.demand() != null) {
      text.append("    expected: ").append(pair.demand().mbps()).append(" Mbit/s each way\n");
    }
    TextTable table =
        new TextTable("    ", "If this fails", "then", "Mbit/s>", "ms>", "noticed by", "by way of");
    for (Fallback.Outcome o : pair.outcomes()) {
      SitePath telling = o.path().reaches() ? (o.back().reaches() ? o.path() : o.back()) : o.path();
      Figures figures = telling == o.back() ? o.backFigures() : o.pathFigures();
      table.row(
          o.label() + " (" + o.failed() + ")",
          effect(o),
          telling.reaches() ? FigureWords.mbps(figures.capacity()) : "",
          telling.reaches() ? FigureWords.millis(figures.latency()) : "",
          FigureWords.noticed(o.slowest()),
          SeparationText.way(telling));
    }
    text.append(table.isEmpty() ? "    no single failure changes that\n" : table.toString());
    if (!pair.singlePoints().isEmpty()) {
      String all =
          pair.outcomes().stream()
              .filter(o -> pair.singlePoints().contains(o.failed()))
              .map(Fallback.Outcome::label)
              .collect(Collectors.joining("; "));
      text.append(Wrapping.lines("    without fallback: ", all, "      "));
    }
    return text.toString();
  }

  private static String effect(Fallback.Outcome o) {
    boolean apart = o.path().reaches() && o.back().reaches() && !o.returnFollows();
    return o.effect().label()
        + (apart ? ", back another way" : "")
        + (o.overloads().isEmpty() ? "" : ", overloaded");
  }

  private static String figures(SitePath path, Figures figures) {
    Capacity capacity = figures.capacity();
    if (capacity.parts().isEmpty() && figures.latency().millis() == null) {
      return "";
    }
    return Wrapping.lines(
        "      ", FigureWords.of(figures) + FigureWords.shared(path, capacity), "      ");
  }

  private static String path(SitePath path) {
    return path.kind().label() + ", " + SeparationText.way(path);
  }

  private static boolean mirrored(SitePath there, SitePath back) {
    return there.kind() == back.kind()
        && there.steps().equals(back.steps().reversed())
        && there.ways() == back.ways();
  }

  private static String estimates(Fallback fallback) {
    boolean any =
        fallback.pairs().stream()
            .anyMatch(p -> p.nowFigures().latency().estimate() || !p.outcomes().isEmpty());
    return any
        ? "\n"
            + Wrapping.lines(
                "  ",
                "~ is an estimate from distances and assumptions of the catalog; times to notice"
                    + " come from timers, and routers add some of their own; + is what BGP may"
                    + " hold back news for after that. Mbit/s marked with ≤ leave out parts whose"
                    + " speed is not known.",
                "  ")
        : "";
  }

  private static String ranking(Fallback fallback) {
    TextTable table =
        new TextTable(
            "  ",
            "Failure",
            "what",
            "pairs lost>",
            "moved>",
            "intents broken>",
            "Mbit/s lost>",
            "overloads>");
    for (Ranked r : fallback.singlePoints()) {
      table.row(
          r.failure().label() + " (" + r.failure().id() + ")",
          r.failure().kind().label(),
          String.valueOf(r.pairsLost()),
          String.valueOf(r.pairsMoved()),
          String.valueOf(r.intentsBroken().size()),
          String.valueOf(r.demandLostMbps()),
          String.valueOf(r.overloads().size()));
    }
    return TextReport.heading("Single points of failure")
        + (table.isEmpty() ? "  None: every single failure leaves every pair a path.\n" : table);
  }

  private static String overloads(Fallback fallback) {
    StringBuilder text = new StringBuilder();
    fallback.overloads().forEach(o -> text.append(overload("with nothing more failed", o)));
    for (Ranked r : fallback.ranking()) {
      r.overloads().forEach(o -> text.append(overload("if " + r.failure().label() + " fails", o)));
    }
    return text.isEmpty() ? "" : TextReport.heading("Overload") + text;
  }

  private static String overload(String when, Overload o) {
    return Wrapping.lines(
        "  ",
        o.label()
            + " carries "
            + o.capacityMbps()
            + " Mbit/s and is expected to carry "
            + o.demandMbps()
            + " "
            + when
            + (o.before() == o.demandMbps() ? "." : ", " + o.before() + " before."),
        "    ");
  }

  /** What the ends of VPNs have in common that take over somewhere. */
  private static String agreements(Fallback fallback) {
    SortedMap<Id, TunnelUse> used = new TreeMap<>();
    for (Fallback.Pair pair : fallback.pairs()) {
      for (Fallback.Outcome o : pair.outcomes()) {
        o.tunnels().forEach(t -> used.putIfAbsent(t.tunnel(), t));
      }
    }
    List<Id> told = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (TunnelUse use : used.values()) {
      VpnAgreement agreement = use.agreement();
      if (agreement == null || told.contains(agreement.connection())) {
        continue;
      }
      told.add(agreement.connection());
      String connection = " (" + agreement.connection() + ")\n";
      text.append("  ").append(use.label()).append(connection);
      for (VpnAgreement.Term term : agreement.terms()) {
        String verdict = term.topic().label() + ": " + (term.agreed() ? "yes" : "no") + ". ";
        text.append(Wrapping.lines("    ", verdict + term.why(), "      "));
      }
    }
    return text.isEmpty() ? "" : TextReport.heading("VPN that takes over") + text;
  }
}
