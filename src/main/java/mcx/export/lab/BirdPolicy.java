package mcx.export.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mcx.inet.Asn;
import mcx.inet.Community;
import mcx.inet.Family;
import mcx.network.PathMatch;
import mcx.network.Policy;
import mcx.network.Policy.Change;
import mcx.network.Policy.Learned;
import mcx.network.Policy.Match;
import mcx.network.Policy.Statement;
import mcx.network.Session;
import org.jspecify.annotations.Nullable;

/** The filters of one BIRD router: one for each session, direction and family. */
final class BirdPolicy {

  /** The numbers for private use (RFC 6996). */
  private static final long[][] PRIVATE = {{64512, 65534}, {4200000000L, 4294967294L}};

  /** What BIRD gives routes that BGP learned. */
  static final int USUAL_PREFERENCE = 100;

  private final LabPlan plan;
  private final LabPlan.Router router;
  private final List<Integer> weights;

  BirdPolicy(LabPlan plan, LabPlan.Router router) {
    this.plan = plan;
    this.router = router;
    TreeSet<Integer> found = new TreeSet<>();
    for (LabPlan.Peering p : router.peerings()) {
      for (Statement s : p.mine().importPolicy().statements()) {
        if (s.set().weight() != null && s.set().weight() > 0) {
          found.add(s.set().weight());
        }
      }
    }
    weights = List.copyOf(found);
  }

  /** The filter for what comes in over a session. */
  List<String> importing(String name, LabPlan.Peering p, Family family, List<Injection> all) {
    List<String> lines = new ArrayList<>();
    lines.add("filter " + name + " {");
    Session.End mine = p.mine();
    Asn table = router.number();
    if (!mine.asn().equals(table)) {
      lines.add(
          "  if filter(bgp_path, [" + table + "]).len > " + mine.allowAsIn() + " then reject;");
    }
    List<String> refused = prefixes(all, p, family, Injection.Kind.REFUSE);
    if (!refused.isEmpty()) {
      lines.add("  if net ~ [" + String.join(", ", refused) + "] then reject;");
    }
    Learned learned = p.inner() ? Learned.INNER : Learned.EXTERNAL;
    Tags.Way way = new Tags.Way(learned, p.session().id());
    List<String> last = new ArrayList<>();
    if (!p.inner() && mine.localAs() == Session.LocalAs.PREPEND && !mine.asn().equals(table)) {
      // Before the policy looks, as in FRR.
      lines.add("  bgp_path.prepend(" + mine.asn() + ");");
    }
    if (!p.inner()) {
      // BIRD leaves it to the filter (RFC 8326 §4).
      last.add(
          "if " + pair(Community.GRACEFUL_SHUTDOWN) + " ~ bgp_community then bgp_local_pref = 0;");
    }
    List<String> preferred = prefixes(all, p, family, Injection.Kind.PREFER);
    if (!preferred.isEmpty()) {
      last.add("if net ~ [" + String.join(", ", preferred) + "] then preference = 199;");
    }
    for (Statement s : mine.importPolicy().statements()) {
      if (Tags.speaksOf(s, way)) {
        statement(lines, s, family, null, p.theirs().asn(), last);
      }
    }
    lines.add("  " + otherwise(mine.importPolicy(), last));
    lines.add("}");
    return lines;
  }

  private static List<String> prefixes(
      List<Injection> all, LabPlan.Peering p, Family family, Injection.Kind kind) {
    return all.stream()
        .filter(i -> i.kind() == kind)
        .filter(i -> p.session().id().equals(i.edge()) && i.prefix().family() == family)
        .map(i -> i.prefix().toString())
        .toList();
  }

  /** The filter for what goes out over a session. */
  List<String> exporting(String name, LabPlan.Peering p, Family family) {
    List<String> lines = new ArrayList<>();
    Session.End mine = p.mine();
    lines.add("filter " + name + " {");
    lines.add("  if source !~ [RTS_BGP, RTS_STATIC] then reject;");
    lines.add("  if dest = RTD_UNREACHABLE then reject;");
    if (mine.bilateralPeer()) {
      lines.add("  if " + pair(Community.NO_PEER) + " ~ bgp_community then reject;");
    }
    if (!p.inner()) {
      // Before the policy looks, as in FRR.
      rewriting(p).forEach(l -> lines.add("  " + l));
    }
    List<String> last = new ArrayList<>();
    if (!p.inner()
        && mine.localAs() != Session.LocalAs.REPLACE
        && !mine.asn().equals(router.number())) {
      last.add("bgp_path.prepend(" + router.number() + ");");
    }
    if (!p.inner() && mine.holdBackNeighborAs()) {
      last.add("if bgp_path ~ [= * " + p.theirs().asn() + " * =] then reject;");
    }
    Tags tags = new Tags(plan, router);
    for (Statement s : mine.exportPolicy().statements()) {
      List<Tags.Way> ways = null;
      if (!s.learned().isEmpty() || !s.from().isEmpty()) {
        ways = tags.ways(s);
        if (ways.isEmpty()) {
          continue;
        }
      }
      statement(lines, s, family, ways, mine.asn(), last);
    }
    lines.add("  " + otherwise(mine.exportPolicy(), last));
    lines.add("}");
    return lines;
  }

  private static String otherwise(Policy policy, List<String> last) {
    return policy.otherwise()
        ? last.stream().map(l -> l + " ").collect(Collectors.joining()) + "accept;"
        : "reject;";
  }

  private void statement(
      List<String> lines,
      Statement s,
      Family family,
      @Nullable List<Tags.Way> ways,
      Asn prepended,
      List<String> last) {
    List<String> conditions = new ArrayList<>();
    if (!s.prefixes().isEmpty()) {
      String set =
          s.prefixes().stream()
              .filter(m -> m.prefix().family() == family && m.ge() <= m.le())
              .map(BirdPolicy::match)
              .collect(Collectors.joining(", "));
      if (set.isEmpty()) {
        return;
      }
      conditions.add("net ~ [" + set + "]");
    }
    if (ways != null) {
      conditions.add(
          ways.stream()
              .map(w -> "proto = \"" + protocol(w, family) + "\"")
              .collect(Collectors.joining(" || ", "(", ")")));
    }
    if (!s.communities().isEmpty()) {
      conditions.add(
          s.communities().stream()
              .sorted()
              .map(c -> pair(c) + " ~ " + list(c))
              .collect(Collectors.joining(" || ", "(", ")")));
    }
    if (s.neighbor() != null) {
      conditions.add("bgp_path ~ [= " + s.neighbor() + " * =]");
    }
    PathMatch path = s.asPath();
    if (path != null) {
      conditions.add("bgp_path ~ " + Objects.requireNonNull(PathPattern.mask(path)));
    }
    StringBuilder line = new StringBuilder("  ");
    if (!conditions.isEmpty()) {
      line.append("if ").append(String.join(" && ", conditions)).append(" then ");
    }
    line.append("{ ");
    if (s.permit()) {
      set(s.set(), prepended).forEach(l -> line.append(l).append(' '));
      last.forEach(l -> line.append(l).append(' '));
      line.append("accept; }");
    } else {
      line.append("reject; }");
    }
    lines.add(line.toString());
  }

  /** The protocol that brings routes in this way. */
  private String protocol(Tags.Way way, Family family) {
    String suffix = family == Family.V4 ? "_v4" : "_v6";
    return switch (way.learned()) {
      case EXTERNAL, INNER ->
          router.peerings().stream()
              .filter(p -> p.session().id().equals(way.edge()))
              .map(LabPlan.Peering::key)
              .findFirst()
              .orElse("none");
      case LOCAL -> "own" + suffix;
      case CONNECTED -> "connected" + suffix;
      case STATIC -> "hand" + suffix;
      case PROPAGATED, VPN -> putIn(plan, router, way.edge()) + suffix;
      case AGGREGATE -> "none";
    };
  }

  /** The protocol that holds what is put in for a propagation. */
  static String putIn(LabPlan plan, LabPlan.Router router, @Nullable String edge) {
    List<String> edges =
        plan.injectedAt(router.table().id()).stream()
            .filter(i -> i.kind() == Injection.Kind.ROUTE)
            .map(i -> String.valueOf(i.edge()))
            .distinct()
            .sorted()
            .toList();
    return "put_in_" + (edges.indexOf(String.valueOf(edge)) + 1);
  }

  private static String match(Match m) {
    int length = m.prefix().length();
    return m.ge() == length && m.le() == length
        ? m.prefix().toString()
        : m.prefix() + "{" + Math.max(length, m.ge()) + "," + m.le() + "}";
  }

  /** A community as BIRD writes it. */
  static String pair(Community c) {
    return c.isLarge()
        ? "(" + c.global() + "," + c.first() + "," + c.second() + ")"
        : "(" + c.global() + "," + c.first() + ")";
  }

  static String list(Community c) {
    return c.isLarge() ? "bgp_large_community" : "bgp_community";
  }

  private List<String> set(Change c, Asn prepended) {
    List<String> lines = new ArrayList<>();
    if (c.localPreference() != null) {
      lines.add("bgp_local_pref = " + c.localPreference() + ";");
    }
    if (c.med() != null) {
      lines.add("bgp_med = " + c.med() + ";");
    }
    if (c.weight() != null && c.weight() > 0) {
      // BIRD has no weight; its preference is what it compares first.
      int rank = weights.indexOf(c.weight()) + 1;
      lines.add("preference = " + (USUAL_PREFERENCE + rank) + ";");
    }
    if (c.hidePrivateAsns()) {
      lines.add(ifAllPrivate("bgp_path.empty;"));
    }
    Asn asn = c.prependAsn() == null ? prepended : c.prependAsn();
    for (int i = 0; i < c.prepend(); i++) {
      lines.add("bgp_path.prepend(" + asn + ");");
    }
    c.remove().stream().sorted().forEach(x -> lines.add(list(x) + ".delete([" + pair(x) + "]);"));
    c.add().stream().sorted().forEach(x -> lines.add(list(x) + ".add(" + pair(x) + ");"));
    return lines;
  }

  private static String ifAllPrivate(String then) {
    return "if filter(bgp_path, [" + privateNumbers(null) + "]).len = bgp_path.len then " + then;
  }

  /** What is done to the path on an outer session before anything is prepended. */
  private static List<String> rewriting(LabPlan.Peering p) {
    List<String> lines = new ArrayList<>();
    String numbers = privateNumbers(p.theirs().asn());
    switch (p.mine().privateAs()) {
      case KEEP -> {}
      case REMOVE_IF_ALL -> lines.add(ifAllPrivate("bgp_path.delete([" + numbers + "]);"));
      case REMOVE -> lines.add("bgp_path.delete([" + numbers + "]);");
      case REPLACE ->
          lines.add("bgp_path = replaced_in(bgp_path, [" + numbers + "], " + p.mine().asn() + ");");
    }
    if (p.mine().asOverride()) {
      lines.add(
          "bgp_path = replaced_in(bgp_path, [" + p.theirs().asn() + "], " + p.mine().asn() + ");");
    }
    return lines;
  }

  /** A function that replaces the numbers of a set in a path; BIRD has none of its own. */
  static List<String> functions() {
    return List.of(
        "function replaced_in(bgppath p; int set old; int new)",
        "bgppath turned; bgppath done;",
        "{",
        "  turned = +empty+; done = +empty+;",
        "  for int a in p do { turned = prepend(turned, a); }",
        "  for int a in turned do {",
        "    if a ~ old then done = prepend(done, new); else done = prepend(done, a);",
        "  }",
        "  return done;",
        "}");
  }

  /** The private numbers as a set, without one of them. */
  private static String privateNumbers(@Nullable Asn but) {
    List<String> parts = new ArrayList<>();
    for (long[] range : PRIVATE) {
      long from = range[0];
      if (but != null && but.value() >= from && but.value() <= range[1]) {
        if (but.value() > from) {
          parts.add(from + ".." + (but.value() - 1));
        }
        from = but.value() + 1;
      }
      if (from <= range[1]) {
        parts.add(from + ".." + range[1]);
      }
    }
    return String.join(", ", parts);
  }
}
