package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Fallback;
import mcx.analysis.Finding;
import mcx.analysis.PathKind;
import mcx.analysis.SessionFlow;
import mcx.analysis.SitePath;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.compile.Note;
import mcx.design.Design;
import mcx.design.Id;
import mcx.inet.AsPath;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.Segment;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import mcx.routing.SessionState;
import mcx.routing.Trace;
import mcx.routing.Tripped;
import org.jspecify.annotations.Nullable;

/**
 * What the analysis says of a design, and assertions in the words of the reference scenarios. It
 * asks at the entrance that the panel and the command line use.
 */
final class Results {

  private static final Catalog CATALOG = CatalogLoader.builtIn();

  private final Analysis analysis;

  private Results(Analysis analysis) {
    this.analysis = analysis;
  }

  /** The design with these elements, links or parts failed. */
  static Results of(Design design, String... failed) {
    return new Results(Analyzer.analyze(design, CATALOG, Failures.of((Object[]) failed)));
  }

  Analysis analysis() {
    return analysis;
  }

  Network network() {
    return analysis.compiled().network();
  }

  // Routes

  /** The table of a node: {@code ce}, {@code er/primary}, or {@code pe1:vrf-az}. */
  VrfId table(String node) {
    int colon = node.indexOf(':');
    VrfId id =
        colon < 0 ? VrfId.of(node) : new VrfId(node.substring(0, colon), node.substring(colon + 1));
    assertNotNull(
        network().vrf(id), () -> "no table " + node + " among " + network().nodes().keySet());
    return id;
  }

  @Nullable RibEntry entry(String node, String prefix) {
    return analysis.solution().entry(table(node), Prefix.of(prefix));
  }

  /** The entry of a prefix that must be there. */
  RibEntry held(String node, String prefix) {
    RibEntry entry = entry(node, prefix);
    assertNotNull(
        entry,
        () ->
            node
                + " has no route to "
                + prefix
                + ", only to "
                + analysis.solution().rib(table(node)).keySet());
    return Objects.requireNonNull(entry);
  }

  /** The best route in the table of this node has exactly this AS path, nearest AS first. */
  Results holds(String node, String prefix, String asPath) {
    RibEntry entry = held(node, prefix);
    for (Route best : entry.best()) {
      assertEquals(
          AsPath.parse(asPath), best.asPath(), () -> "AS path to " + prefix + " at " + node);
    }
    return this;
  }

  Results hasNoRoute(String node, String... prefixes) {
    for (String prefix : prefixes) {
      assertNull(entry(node, prefix), () -> node + " should have no route to " + prefix);
    }
    return this;
  }

  /** The routes to a prefix, best first, as the paths they came by. */
  List<String> candidates(String node, String prefix) {
    RibEntry entry = held(node, prefix);
    return Stream.concat(entry.best().stream(), entry.lost().stream().map(RibEntry.Lost::route))
        .map(r -> r.asPath().toString())
        .toList();
  }

  // Sessions

  SessionState session(String id) {
    assertNotNull(
        network().session(id),
        () ->
            "no session "
                + id
                + " among "
                + network().sessions().stream().map(s -> s.id()).toList());
    return analysis.solution().session(id);
  }

  Results sessionUp(String... ids) {
    for (String id : ids) {
      assertTrue(session(id).up(), () -> id + " should be up: " + session(id).reason());
    }
    return this;
  }

  Results sessionDown(String... ids) {
    for (String id : ids) {
      assertFalse(session(id).up(), () -> id + " should be down");
      assertFalse(session(id).reason().isBlank(), () -> id + " should say why it is down");
    }
    return this;
  }

  Segment segment(String id) {
    return assertPresent(network().segment(id), "segment " + id + " among " + network().segments());
  }

  /** What the sender told the receiver about a prefix on a session. */
  Advertisement told(String session, String fromNode, String prefix) {
    Prefix wanted = Prefix.of(prefix);
    return analysis.advertisements().stream()
        .filter(f -> f.session().equals(session) && f.from().equals(table(fromNode)))
        .flatMap(f -> f.routes().stream())
        .filter(r -> r.prefix().equals(wanted))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(fromNode + " says nothing of " + prefix + " on " + session));
  }

  /** The flow from one node over a session. */
  SessionFlow flow(String session, String fromNode) {
    return analysis.advertisements().stream()
        .filter(f -> f.session().equals(session) && f.from().node().equals(fromNode))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no flow from " + fromNode + " on " + session));
  }

  // Paths

  SitePath path(String from, String to) {
    return assertPresent(
        analysis.separation().path(Id.of(from), Id.of(to)), "path " + from + " to " + to);
  }

  /** Both directions are of this kind. */
  Results reaches(String a, String b, PathKind kind) {
    assertEquals(kind, path(a, b).kind(), () -> describe(a, b));
    assertEquals(kind, path(b, a).kind(), () -> describe(b, a));
    return this;
  }

  /** No path in either direction, with a reason each. */
  Results isolated(String a, String... others) {
    for (String b : others) {
      for (SitePath path : List.of(path(a, b), path(b, a))) {
        assertEquals(PathKind.NONE, path.kind(), () -> describe(a, b));
        assertFalse(path.reason().isBlank(), "a missing path needs a reason");
      }
    }
    return this;
  }

  /** Exactly these pairs of sites reach each other in both directions, and no other in any. */
  Results onlyReach(String... pairs) {
    TreeSet<String> expected = new TreeSet<>();
    for (String pair : pairs) {
      String[] two = pair.split(" ");
      expected.add(two[0] + " " + two[1]);
      expected.add(two[1] + " " + two[0]);
    }
    TreeSet<String> actual =
        analysis.separation().paths().stream()
            .filter(SitePath::reaches)
            .map(p -> p.from() + " " + p.to())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(expected, actual);
    return this;
  }

  /** The nodes that packets pass from one site to another, separated by blanks. */
  String hops(String from, String to) {
    Trace trace = assertPresent(path(from, to).trace(), "trace " + from + " to " + to);
    return trace.hops().stream().map(h -> h.table().node()).collect(Collectors.joining(" "));
  }

  /** The tables that packets pass from one site to another, separated by blanks. */
  String tables(String from, String to) {
    Trace trace = assertPresent(path(from, to).trace(), "trace " + from + " to " + to);
    return trace.hops().stream().map(h -> h.table().toString()).collect(Collectors.joining(" "));
  }

  /** Packets from one site to another pass nodes that match this pattern. */
  Results goes(String from, String to, String pattern) {
    String hops = hops(from, to);
    assertTrue(hops.matches(pattern), () -> from + " to " + to + " goes by " + hops);
    return this;
  }

  private String describe(String a, String b) {
    SitePath p = path(a, b);
    return a + " to " + b + " goes by " + p.steps() + " " + p.reason();
  }

  // Findings

  List<Finding> findings(String rule) {
    return analysis.findings().stream().filter(f -> f.rule().equals(rule)).toList();
  }

  /** A finding of this rule and severity that shows all of these elements and links. */
  Results finds(String rule, Note.Severity severity, String... evidence) {
    assertTrue(
        findings(rule).stream()
            .anyMatch(
                f ->
                    f.severity() == severity
                        && Drawing.ids(evidence).stream()
                            .allMatch(i -> f.evidence().contains(i) || f.subjects().contains(i))),
        () -> "no " + severity + " " + rule + ", only " + summary());
    return this;
  }

  Results findsNothingOf(String... rules) {
    for (String rule : rules) {
      assertEquals(List.of(), findings(rule), rule);
    }
    return this;
  }

  private List<String> summary() {
    return analysis.findings().stream()
        .map(f -> f.severity() + " " + f.rule() + " " + f.subjects() + " " + f.title())
        .toList();
  }

  /** What became of the limit that a rule speaks of, which is exceeded. */
  Tripped tripped(String rule) {
    return analysis.solution().tripped().stream()
        .filter(t -> t.limit().basis().rule().equals(rule))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(rule + " not among " + analysis.solution().tripped()));
  }

  /** Nothing that a vendor would refuse. */
  Results noErrors() {
    List<Finding> errors =
        analysis.findings().stream().filter(f -> f.severity() == Note.Severity.ERROR).toList();
    assertEquals(List.of(), errors);
    assertTrue(analysis.solution().converged(), "the routes should settle");
    return this;
  }

  /** Whether a note or finding that speaks of this element or link holds all of these words. */
  boolean says(String subject, String... words) {
    Id id = Id.of(subject);
    return analysis.findings().stream()
        .filter(f -> f.evidence().contains(id))
        .map(f -> f.title() + " " + f.text())
        .anyMatch(t -> Arrays.stream(words).allMatch(t::contains));
  }

  // Fallback

  Fallback.Pair fallback(String a, String b) {
    Fallback all = Analyzer.fallback(analysis, () -> false);
    return all.pairs().stream()
        .filter(p -> p.a().value().equals(a) && p.b().value().equals(b))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no pair " + a + " " + b));
  }

  /** What a failure does to a pair; null where it changes nothing. */
  static Fallback.@Nullable Effect effect(Fallback.Pair pair, String failed) {
    return pair.outcomes().stream()
        .filter(o -> o.failed().value().equals(failed))
        .map(Fallback.Outcome::effect)
        .findFirst()
        .orElse(null);
  }

  private static <T> T assertPresent(@Nullable T value, String what) {
    assertNotNull(value, () -> "no " + what);
    return Objects.requireNonNull(value);
  }
}
