package mcx.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mcx.analysis.Analysis;
import mcx.analysis.Crossings;
import mcx.analysis.Names;
import mcx.analysis.Relation;
import mcx.analysis.Separation;
import mcx.analysis.SitePath;
import mcx.design.Id;
import mcx.network.Network;

/** Who reaches whom and how, and what each VRF sees. */
final class SeparationText {

  /** With more sites than this a matrix is wider than a terminal. */
  private static final int MOST_COLUMNS = 8;

  private SeparationText() {}

  static String of(Analysis analysis) {
    Separation separation = analysis.separation();
    StringBuilder text = new StringBuilder(TextReport.heading("Separation"));
    if (separation.sites().size() < 2) {
      text.append("  There are fewer than two sites.\n");
    } else {
      if (separation.sites().size() <= MOST_COLUMNS) {
        text.append(matrix(analysis)).append('\n');
      }
      text.append(paths(analysis)).append(uneven(analysis));
    }
    return text.append(vrfs(analysis)).toString();
  }

  private static String matrix(Analysis analysis) {
    List<Id> sites = analysis.separation().sites();
    List<String> header = new ArrayList<>(List.of(">", "from \\ to"));
    for (int i = 1; i <= sites.size(); i++) {
      header.add(String.valueOf(i));
    }
    TextTable table = new TextTable("  ", header.toArray(String[]::new));
    for (int r = 0; r < sites.size(); r++) {
      List<String> row = new ArrayList<>();
      row.add(String.valueOf(r + 1));
      row.add(Names.of(analysis.design(), sites.get(r)));
      for (Id to : sites) {
        SitePath path = analysis.separation().path(sites.get(r), to);
        row.add(path == null ? "·" : path.kind().label());
      }
      table.row(row.toArray(String[]::new));
    }
    return table.toString();
  }

  private static String paths(Analysis analysis) {
    TextTable table = new TextTable("  ", "From", "To", "How", "Way");
    for (SitePath p : analysis.separation().paths()) {
      table.row(
          Names.of(analysis.design(), p.from()),
          Names.of(analysis.design(), p.to()),
          p.kind().label(),
          way(p));
    }
    return table.toString();
  }

  /** The pairs that reach each other one way only, or by different ways in the two directions. */
  private static String uneven(Analysis analysis) {
    StringBuilder text = new StringBuilder();
    for (Relation r : analysis.separation().relations()) {
      String a = Names.of(analysis.design(), r.there().from());
      String b = Names.of(analysis.design(), r.there().to());
      Relation.Parting parting = r.parting();
      if (r.isOneWay()) {
        boolean there = r.there().reaches();
        text.append(
            Wrapping.lines(
                "  one way only: ",
                (there ? a : b)
                    + " reaches "
                    + (there ? b : a)
                    + ", which cannot answer: "
                    + (there ? r.back().reason() : r.there().reason()),
                "    "));
      } else if (parting != null) {
        text.append(
            Wrapping.lines(
                "  asymmetric: ", a + " – " + b + ": " + parting(analysis, r, parting), "    "));
      }
    }
    return text.isEmpty() ? "" : "\n" + text;
  }

  private static String parting(Analysis analysis, Relation r, Relation.Parting p) {
    Network network = analysis.compiled().network();
    Crossings crossings = new Crossings(analysis.design(), network);
    String at = Names.of(network, p.at());
    String leaving = (r.there().isShared() ? " some packets" : " packets") + " leave ";
    String answers = (r.back().isShared() ? ", and some answers" : ", and answers") + " come ";
    if (p.isParallel()) {
      return "at "
          + at
          + leaving
          + "over "
          + crossings.name(p.over())
          + answers
          + "over "
          + crossings.name(p.backOver())
          + ".";
    }
    return "at "
        + at
        + leaving
        + "to "
        + Names.of(network, p.there())
        + answers
        + "from "
        + Names.of(network, p.back())
        + ".";
  }

  /** The way in words: what it passes, or why there is none. */
  static String way(SitePath path) {
    if (!path.reaches()) {
      return path.reason();
    }
    String way = String.join(" → ", path.steps());
    return path.isShared() ? way + " (one of " + path.ways() + " equal ways)" : way;
  }

  private static String vrfs(Analysis analysis) {
    if (analysis.separation().vrfs().isEmpty()) {
      return "";
    }
    TextTable table =
        new TextTable(
            "  ", "VRF", "Prefixes>", "Clouds it sees", "Sites it sees", "Sites behind it");
    for (Separation.VrfView v : analysis.separation().vrfs()) {
      table.row(
          v.label(),
          String.valueOf(v.prefixes().size()),
          names(analysis, v.clouds()),
          names(analysis, v.sites()),
          names(analysis, v.behind()));
    }
    return "\n" + table;
  }

  private static String names(Analysis analysis, List<Id> ids) {
    return ids.isEmpty()
        ? "none"
        : ids.stream().map(i -> Names.of(analysis.design(), i)).collect(Collectors.joining(", "));
  }
}
