package mcx.export.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.inet.Asn;
import mcx.network.Node;
import mcx.network.Policy;
import mcx.network.Policy.Learned;
import mcx.network.Policy.Statement;
import mcx.network.Session;
import mcx.network.Vrf;
import org.jspecify.annotations.Nullable;

/**
 * Marks by which a router remembers how each of its routes came in, for policies that ask for it on
 * the way out. A mark is put on every route on its way in and taken off on its way out.
 */
final class Tags {

  /** How a route came in: by this edge, or by none. */
  record Way(Learned learned, @Nullable String edge) {}

  private final Map<Way, String> marks = new LinkedHashMap<>();
  private final boolean used;

  Tags(LabPlan plan, LabPlan.Router router) {
    String admin = plan.tagAdmin() + ":";
    for (LabPlan.Peering p : router.peerings()) {
      Learned learned = p.inner() ? Learned.INNER : Learned.EXTERNAL;
      marks.put(new Way(learned, p.session().id()), admin + "1:" + p.number());
    }
    marks.put(new Way(Learned.LOCAL, null), admin + "2:0");
    marks.put(new Way(Learned.CONNECTED, null), admin + "2:1");
    marks.put(new Way(Learned.STATIC, null), admin + "2:2");
    marks.put(new Way(Learned.AGGREGATE, null), admin + "2:3");
    TreeSet<String> edges = new TreeSet<>();
    for (Injection i : plan.injectedAt(router.table().id())) {
      if (i.kind() == Injection.Kind.ROUTE && i.edge() != null) {
        edges.add(i.edge());
      }
    }
    int n = 0;
    for (String e : edges) {
      n++;
      marks.put(new Way(Learned.PROPAGATED, e), admin + "3:" + n);
    }
    used =
        router.peerings().stream()
            .anyMatch(
                p ->
                    goesBack(p)
                        || p.mine().exportPolicy().statements().stream()
                            .anyMatch(s -> !s.learned().isEmpty() || !s.from().isEmpty()));
  }

  /**
   * Whether the neighbour would take back what came from it, so that sending it back must be
   * forbidden where a daemon does that.
   */
  static boolean goesBack(LabPlan.Peering p) {
    return !p.inner()
        && (p.theirs().allowAsIn() > 0
            || p.mine().asOverride()
            || p.mine().privateAs() != Session.PrivateAs.KEEP
            || hides(p.mine().importPolicy())
            || hides(p.mine().exportPolicy()));
  }

  private static boolean hides(Policy policy) {
    return policy.statements().stream().anyMatch(s -> s.set().hidePrivateAsns());
  }

  /** Whether any policy of the router asks. */
  boolean used() {
    return used;
  }

  /** The mark of what came in this way; null where the router needs none. */
  @Nullable String mark(Learned learned, @Nullable String edge) {
    return used ? marks.get(new Way(learned, edge)) : null;
  }

  /** The ways that a statement speaks of. */
  List<Way> ways(Statement s) {
    List<Way> all = new ArrayList<>();
    for (Way w : marks.keySet()) {
      if (speaksOf(s, w)) {
        all.add(w);
      }
    }
    return all;
  }

  /** The marks that a statement asks for; null where it asks for none. */
  @Nullable List<String> asked(Statement s) {
    return s.learned().isEmpty() && s.from().isEmpty()
        ? null
        : ways(s).stream().map(w -> String.valueOf(marks.get(w))).toList();
  }

  /** Whether a statement speaks of what comes in this way. */
  static boolean speaksOf(Statement s, Way way) {
    return (s.learned().isEmpty() || s.learned().contains(way.learned()))
        && (s.from().isEmpty() || (way.edge() != null && s.from().contains(way.edge())));
  }

  /** All marks, for taking them off. */
  List<String> all() {
    return List.copyOf(marks.values());
  }

  /** All private numbers that may stand in a path of this lab, in order. */
  static SortedSet<Asn> privateNumbers(LabPlan plan) {
    SortedSet<Asn> all = new TreeSet<>();
    for (Node n : plan.network().nodes().values()) {
      n.vrfs().stream().map(Vrf::asn).filter(Objects::nonNull).forEach(all::add);
    }
    for (Session s : plan.network().sessions()) {
      for (Session.End end : List.of(s.atA(), s.atB())) {
        all.add(end.asn());
        for (Policy p : List.of(end.importPolicy(), end.exportPolicy())) {
          p.statements().stream()
              .map(x -> x.set().prependAsn())
              .filter(Objects::nonNull)
              .forEach(all::add);
        }
      }
    }
    for (Injection i : plan.injections()) {
      if (i.route() != null) {
        i.route().asPath().stream().mapToObj(Asn::of).forEach(all::add);
      }
    }
    all.removeIf(a -> !a.isPrivate());
    return all;
  }

  /** Whether a policy denies nothing and changes nothing. */
  static boolean isPlain(Policy policy) {
    return policy.statements().isEmpty() && policy.otherwise();
  }
}
