package mcx.export.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mcx.export.lab.LabPlan.Peering;
import mcx.export.lab.LabPlan.Router;
import mcx.inet.Asn;
import mcx.inet.Community;
import mcx.inet.Family;
import mcx.network.Policy;
import mcx.network.Policy.Change;
import mcx.network.Policy.Learned;
import mcx.network.Policy.Match;
import mcx.network.Policy.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The policies of one GoBGP router. GoBGP has none for each session of a VRF, so all are global and
 * ask for the neighbour first.
 */
final class GobgpPolicy {

  private final Router router;
  private final Tags tags;
  private final List<String> sets = new ArrayList<>();
  private final List<String> definitions = new ArrayList<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final List<String> importing = new ArrayList<>();
  private final List<String> exporting = new ArrayList<>();

  GobgpPolicy(LabPlan plan, Router router) {
    this.router = router;
    this.tags = new Tags(plan, router);
  }

  /** The names of the policies on the way in, quoted; after {@link #lines}. */
  List<String> importing() {
    return importing;
  }

  List<String> exporting() {
    return exporting;
  }

  List<String> lines() {
    for (Peering p : router.peerings()) {
      Learned learned = p.inner() ? Learned.INNER : Learned.EXTERNAL;
      Tags.Way way = new Tags.Way(learned, p.session().id());
      String mark = tags.mark(learned, p.session().id());
      Policy in = p.mine().importPolicy();
      if (!Tags.isPlain(in) || mark != null) {
        begin("in-" + p.key(), importing);
        for (Statement s : in.statements()) {
          if (Tags.speaksOf(s, way)) {
            statements("in-" + p.key(), p, s, null, p.theirs().asn(), mark, false);
          }
        }
        end("in-" + p.key(), p, in.otherwise(), mark, false);
      }
      Policy out = p.mine().exportPolicy();
      if (!Tags.isPlain(out) || tags.used()) {
        begin("out-" + p.key(), exporting);
        for (Statement s : out.statements()) {
          List<String> marks = tags.asked(s);
          if (marks == null || !marks.isEmpty()) {
            statements("out-" + p.key(), p, s, marks, p.mine().asn(), null, tags.used());
          }
        }
        end("out-" + p.key(), p, out.otherwise(), null, tags.used());
      }
    }
    List<String> all = new ArrayList<>(sets);
    all.addAll(definitions);
    return all;
  }

  private void begin(String name, List<String> list) {
    list.add("\"" + name + "\"");
    definitions.add("[[policy-definitions]]");
    definitions.add("  name = \"" + name + "\"");
  }

  private int count;

  private void open(String policy, Peering p) {
    count++;
    definitions.add("  [[policy-definitions.statements]]");
    definitions.add("    name = \"" + policy + "-" + count + "\"");
    definitions.add("    [policy-definitions.statements.conditions.match-neighbor-set]");
    definitions.add("      neighbor-set = \"" + neighbor(p) + "\"");
  }

  private void end(String policy, Peering p, boolean permit, @Nullable String mark, boolean strip) {
    open(policy, p);
    actions(permit, Change.NONE, p.mine().asn(), mark, strip);
  }

  private void statements(
      String policy,
      Peering p,
      Statement s,
      @Nullable List<String> marks,
      Asn prepended,
      @Nullable String mark,
      boolean strip) {
    List<Community> sorted = s.communities().stream().sorted().toList();
    List<Community> standard = sorted.stream().filter(c -> !c.isLarge()).toList();
    List<Community> large = sorted.stream().filter(Community::isLarge).toList();
    for (Family family : Family.values()) {
      List<Match> matches =
          s.prefixes().stream().filter(m -> m.prefix().family() == family).toList();
      if (matches.isEmpty() && !(s.prefixes().isEmpty() && family == Family.V4)) {
        continue;
      }
      if (!standard.isEmpty() || sorted.isEmpty()) {
        one(policy, p, s, matches, standard, marks, prepended, mark, strip);
      }
      if (!large.isEmpty()) {
        one(policy, p, s, matches, large, marks, prepended, mark, strip);
      }
    }
  }

  private void one(
      String policy,
      Peering p,
      Statement s,
      List<Match> matches,
      List<Community> communities,
      @Nullable List<String> marks,
      Asn prepended,
      @Nullable String mark,
      boolean strip) {
    open(policy, p);
    String at = "    [policy-definitions.statements.conditions.";
    if (!matches.isEmpty()) {
      definitions.add(at + "match-prefix-set]");
      definitions.add("      prefix-set = \"" + prefixes(matches) + "\"");
    }
    boolean large = !communities.isEmpty() && communities.getFirst().isLarge();
    if (!communities.isEmpty()) {
      String kind = large ? "large-community" : "community";
      definitions.add(at + "bgp-conditions.match-" + kind + "-set]");
      definitions.add(
          "      "
              + kind
              + "-set = \""
              + set(kind, communities.stream().map(Community::toString).toList())
              + "\"");
    }
    if (marks != null && !large) {
      definitions.add(at + "bgp-conditions.match-large-community-set]");
      definitions.add("      large-community-set = \"" + set("large-community", marks) + "\"");
    }
    String path =
        s.asPath() != null
            ? PathPattern.posix(s.asPath())
            : s.neighbor() != null ? "^" + s.neighbor() + "_" : null;
    if (path != null) {
      definitions.add(at + "bgp-conditions.match-as-path-set]");
      definitions.add("      as-path-set = \"" + set("as-path", List.of(path)) + "\"");
    }
    actions(s.permit(), s.set(), prepended, mark, strip);
  }

  private void actions(
      boolean permit, Change c, Asn prepended, @Nullable String mark, boolean strip) {
    String at = "    [policy-definitions.statements.actions";
    definitions.add(at + "]");
    definitions.add(
        "      route-disposition = \"" + (permit ? "accept-route" : "reject-route") + "\"");
    if (!permit) {
      return;
    }
    if (c.med() != null || c.localPreference() != null) {
      definitions.add(at + ".bgp-actions]");
      if (c.med() != null) {
        definitions.add("      set-med = \"" + c.med() + "\"");
      }
      if (c.localPreference() != null) {
        definitions.add("      set-local-pref = " + c.localPreference());
      }
    }
    if (c.prepend() > 0) {
      definitions.add(at + ".bgp-actions.set-as-path-prepend]");
      definitions.add("      repeat-n = " + c.prepend());
      definitions.add(
          "      as = \"" + (c.prependAsn() == null ? prepended : c.prependAsn()) + "\"");
    }
    List<String> add = texts(c.add(), false);
    List<String> remove = texts(c.remove(), false);
    communities("community", add, remove);
    List<String> addLarge = new ArrayList<>(texts(c.add(), true));
    List<String> removeLarge = new ArrayList<>(texts(c.remove(), true));
    if (mark != null) {
      addLarge.add(mark);
    }
    if (strip) {
      removeLarge.addAll(tags.all());
    }
    communities("large-community", addLarge, removeLarge);
  }

  /** GoBGP takes one kind of change for each statement; putting on goes before taking off. */
  private void communities(String kind, List<String> add, List<String> remove) {
    List<String> values = add.isEmpty() ? remove : add;
    if (values.isEmpty()) {
      return;
    }
    String at = "    [policy-definitions.statements.actions.bgp-actions.set-" + kind;
    definitions.add(at + "]");
    definitions.add("      options = \"" + (add.isEmpty() ? "remove" : "add") + "\"");
    definitions.add(at + ".set-" + kind + "-method]");
    definitions.add("      communities-list = [" + quoted(values) + "]");
  }

  private static List<String> texts(java.util.Set<Community> all, boolean large) {
    return all.stream()
        .filter(c -> c.isLarge() == large)
        .sorted()
        .map(Community::toString)
        .toList();
  }

  private static String quoted(List<String> all) {
    return all.stream().map(t -> "\"" + t + "\"").collect(Collectors.joining(", "));
  }

  private String neighbor(Peering p) {
    return names.computeIfAbsent(
        "n" + p.remote(),
        k -> {
          sets.add("[[defined-sets.neighbor-sets]]");
          sets.add("  neighbor-set-name = \"" + p.key() + "\"");
          sets.add("  neighbor-info-list = [\"" + p.remote() + "\"]");
          return p.key();
        });
  }

  private String prefixes(List<Match> matches) {
    return names.computeIfAbsent(
        "p" + matches,
        k -> {
          String name = "p" + names.size();
          sets.add("[[defined-sets.prefix-sets]]");
          sets.add("  prefix-set-name = \"" + name + "\"");
          for (Match m : matches) {
            sets.add("  [[defined-sets.prefix-sets.prefix-list]]");
            sets.add("    ip-prefix = \"" + m.prefix() + "\"");
            sets.add("    masklength-range = \"" + m.ge() + ".." + m.le() + "\"");
          }
          return name;
        });
  }

  private String set(String kind, List<String> values) {
    return names.computeIfAbsent(
        kind + values,
        k -> {
          String name = kind + names.size();
          sets.add("[[defined-sets.bgp-defined-sets." + kind + "-sets]]");
          sets.add("  " + kind + "-set-name = \"" + name + "\"");
          sets.add("  " + kind + "-list = [" + quoted(values) + "]");
          return name;
        });
  }
}
