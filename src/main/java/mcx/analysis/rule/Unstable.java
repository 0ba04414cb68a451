package mcx.analysis.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Analysis;
import mcx.analysis.Finding;
import mcx.compile.Note.Severity;
import mcx.design.Id;
import mcx.network.Node;
import mcx.network.VrfId;
import mcx.routing.Instability;

/** Routes that chase each other for ever, or that settle in one way or another. */
final class Unstable extends Rule {

  Unstable() {
    super("");
  }

  @Override
  public List<Finding> check(Situation situation) {
    Analysis analysis = situation.analysis();
    List<Finding> found = new ArrayList<>();
    for (Instability i : analysis.instabilities()) {
      SortedSet<Id> where = new TreeSet<>();
      for (VrfId t : i.tables()) {
        Node node = analysis.compiled().network().node(t.node());
        if (node != null) {
          where.add(Id.of(node.element().id()));
        }
      }
      found.add(i.neverSettles() ? never(i, where) : several(i, where));
    }
    if (found.isEmpty() && !analysis.solution().converged()) {
      found.add(
          finding(
              Severity.ERROR,
              "The routes do not settle",
              "Prefix limits drop and take back prefixes without end. What is shown is one moment of"
                  + " it.",
              List.of()));
    }
    return found;
  }

  private static Finding never(Instability i, SortedSet<Id> where) {
    return finding(
        Severity.ERROR,
        "The routes to " + i.prefixes().getFirst() + " do not settle",
        "The policies in this design give the routers no stable choice: each change makes another"
            + " router change its mind. What is shown is one moment of it.",
        List.copyOf(where));
  }

  private static Finding several(Instability i, SortedSet<Id> where) {
    return finding(
        Severity.WARNING,
        "The routes to " + i.prefixes().getFirst() + " may settle in more than one way",
        "Which way depends on which router spoke first, so a restart or a failure and its mending may"
            + " leave another state than before.",
        List.copyOf(where));
  }

  private static Finding finding(
      Severity severity, String title, String consequence, List<Id> where) {
    return new Finding(
        "",
        severity,
        title,
        consequence,
        List.of(
            "Look for policies that prefer a longer way round over the direct one.",
            "Where backups prefer each other: have a router not tell onward what it learned over its"
                + " backup, or tell it with a longer path."),
        where,
        "RFC 4264");
  }
}
