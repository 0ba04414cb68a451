package mcx.export.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcx.inet.Asn;
import mcx.inet.Community;
import mcx.inet.Family;
import mcx.network.Policy;
import mcx.network.Policy.Change;
import mcx.network.Policy.Learned;
import mcx.network.Policy.Match;
import mcx.network.Policy.Statement;
import mcx.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * The route-maps of one FRR router and the lists that they use. There is one route-map for each
 * session, direction and family.
 */
final class FrrPolicy {

  /** Where the entries begin that make routes win which were chosen outside BGP. */
  private static final int PREFERENCES = 60_000;

  private static final int STEP = 5;

  /** More than a router gives what it holds itself. */
  static final int WINS = 65_535;

  private final Tags tags;
  private final SortedSet<Asn> privateNumbers;
  private final Map<String, String> lists = new LinkedHashMap<>();
  private final List<String> listLines = new ArrayList<>();
  private final List<String> maps = new ArrayList<>();

  FrrPolicy(Tags tags, SortedSet<Asn> privateNumbers) {
    this.tags = tags;
    this.privateNumbers = privateNumbers;
  }

  /** All lists and route-maps that were asked for, in the order in which FRR must read them. */
  List<String> lines() {
    List<String> all = new ArrayList<>(listLines);
    all.addAll(maps);
    return all;
  }

  /** The name of the route-map for what comes in over a session; null where none is needed. */
  @Nullable String importing(LabPlan.Peering p, Family family, List<Injection> injections) {
    Learned learned = p.inner() ? Learned.INNER : Learned.EXTERNAL;
    Tags.Way way = new Tags.Way(learned, p.session().id());
    String mark = tags.mark(learned, p.session().id());
    List<Injection> here =
        injections.stream()
            .filter(i -> p.session().id().equals(i.edge()) && i.prefix().family() == family)
            .toList();
    Policy policy = p.mine().importPolicy();
    boolean global = p.inner() && family == Family.V6;
    if (Tags.isPlain(policy) && mark == null && here.isEmpty() && !global) {
      return null;
    }
    Entries e = new Entries("in-" + p.key() + (family == Family.V4 ? "-v4" : "-v6"));
    List<String> refused = prefixes(here, Injection.Kind.REFUSE);
    if (!refused.isEmpty()) {
      e.add(false, List.of(matchPrefixes(family, refused)), List.of());
    }
    List<String> preferred = prefixes(here, Injection.Kind.PREFER);
    List<String> last = preferred.isEmpty() ? List.of() : List.of("on-match goto " + PREFERENCES);
    List<String> marking = new ArrayList<>();
    if (mark != null) {
      marking.add(additiveLarge(mark));
    }
    if (global) {
      // What BIRD passes on has a link-local address of elsewhere besides.
      marking.add("set ipv6 next-hop prefer-global");
    }
    for (Statement s : policy.statements()) {
      if (Tags.speaksOf(s, way)) {
        Asn sender = p.theirs().asn();
        entries(e, s, family, null, s.permit() ? set(s.set(), sender, marking, last) : List.of());
      }
    }
    e.add(policy.otherwise(), List.of(), policy.otherwise() ? concat(marking, last) : List.of());
    if (!preferred.isEmpty()) {
      e.next = PREFERENCES;
      e.add(true, List.of(matchPrefixes(family, preferred)), List.of("set weight " + WINS));
      e.add(true, List.of(), List.of());
    }
    return e.finish();
  }

  private static List<String> prefixes(List<Injection> all, Injection.Kind kind) {
    return all.stream().filter(i -> i.kind() == kind).map(i -> "permit " + i.prefix()).toList();
  }

  /** The name of the route-map for what goes out over a session; null where none is needed. */
  @Nullable String exporting(LabPlan.Peering p, Family family) {
    Policy policy = p.mine().exportPolicy();
    boolean bilateral = p.mine().bilateralPeer();
    boolean holdsBack = !p.inner() && p.mine().holdBackNeighborAs();
    if (Tags.isPlain(policy) && !tags.used() && !bilateral && !holdsBack) {
      return null;
    }
    Entries e = new Entries("out-" + p.key() + (family == Family.V4 ? "-v4" : "-v6"));
    if (holdsBack) {
      // FRR's own option for it does nothing where several neighbours are told the same.
      e.add(false, List.of(matchPath("_" + p.theirs().asn() + "_")), List.of());
    }
    if (bilateral) {
      e.add(false, List.of(matchCommunities(List.of(Community.NO_PEER))), List.of());
    }
    String mine = tags.mark(p.inner() ? Learned.INNER : Learned.EXTERNAL, p.session().id());
    if (mine != null && Tags.goesBack(p)) {
      e.add(false, List.of(matchLarge(List.of(mine))), List.of());
    }
    for (Statement s : policy.statements()) {
      List<String> marks = tags.asked(s);
      if (marks == null || !marks.isEmpty()) {
        entries(
            e,
            s,
            family,
            marks,
            s.permit() ? set(s.set(), p.mine().asn(), List.of(), List.of()) : List.of());
      }
    }
    e.add(
        policy.otherwise(),
        List.of(),
        policy.otherwise() ? set(Change.NONE, p.mine().asn(), List.of(), List.of()) : List.of());
    return e.finish();
  }

  /** The name of a route-map that gives a route of the router's own its attributes. */
  String own(String name, Learned learned, @Nullable Route route, @Nullable String edge) {
    Entries e = new Entries(name);
    List<String> sets = new ArrayList<>();
    List<String> large = new ArrayList<>();
    String mark = tags.mark(learned, edge);
    if (mark != null) {
      large.add(mark);
    }
    if (route != null) {
      sets.add("set origin " + origin(route.origin()));
      if (!route.asPath().isEmpty()) {
        sets.add("set as-path prepend " + route.asPath());
      }
      sets.add("set metric " + route.med());
      sets.add("set local-preference " + route.localPreference());
      List<Community> sorted = route.communities().stream().sorted().toList();
      List<String> standard =
          sorted.stream().filter(c -> !c.isLarge()).map(Community::toString).toList();
      if (!standard.isEmpty()) {
        sets.add("set community " + String.join(" ", standard));
      }
      sorted.stream().filter(Community::isLarge).map(Community::toString).forEach(large::add);
      sets.add("set weight " + WINS);
    }
    if (!large.isEmpty()) {
      sets.add("set large-community " + String.join(" ", large));
    }
    e.add(true, List.of(), sets);
    return e.finish();
  }

  static String origin(Route.OriginCode origin) {
    return switch (origin) {
      case IGP -> "igp";
      case EGP -> "egp";
      case INCOMPLETE -> "incomplete";
    };
  }

  /** The name of the route-map that takes routes by hand and interfaces over from zebra. */
  String redistributed(boolean statics, boolean connected) {
    Entries e = new Entries("by-hand");
    if (statics) {
      String mark = tags.mark(Learned.STATIC, null);
      e.add(
          true,
          List.of("match tag " + FrrConfig.STATIC_TAG),
          mark == null ? List.of() : List.of("set large-community " + mark));
    }
    if (connected) {
      String mark = tags.mark(Learned.CONNECTED, null);
      e.add(
          true,
          List.of("match tag " + FrrConfig.CONNECTED_TAG),
          mark == null ? List.of() : List.of("set large-community " + mark));
    }
    return e.finish();
  }

  /** The name of a route-map that lets these prefixes through. */
  String passing(String name, Family family, List<Match> matches) {
    Entries e = new Entries(name);
    List<String> lines = matches(family, matches);
    if (!lines.isEmpty()) {
      e.add(true, List.of(matchPrefixes(family, lines)), List.of());
    }
    return e.finish();
  }

  /** Adds the entries for one statement: two where it names communities of both kinds. */
  private void entries(
      Entries e, Statement s, Family family, @Nullable List<String> marks, List<String> sets) {
    if (s.set().hidePrivateAsns() && s.permit() && !privateNumbers.isEmpty()) {
      // FRR takes given numbers out of a path; that the path holds no others is one more condition.
      String any = privateNumbers.stream().map(Asn::toString).collect(Collectors.joining("|"));
      List<String> hiding = new ArrayList<>();
      hiding.add(
          "set as-path exclude "
              + privateNumbers.stream().map(Asn::toString).collect(Collectors.joining(" ")));
      hiding.addAll(sets);
      entries(e, s, "^((" + any + ")_)+$", family, marks, hiding);
    }
    entries(e, s, null, family, marks, sets);
  }

  private void entries(
      Entries e,
      Statement s,
      @Nullable String path,
      Family family,
      @Nullable List<String> marks,
      List<String> sets) {
    List<String> conditions = new ArrayList<>();
    if (!s.prefixes().isEmpty()) {
      List<String> lines = matches(family, s.prefixes());
      if (lines.isEmpty()) {
        return;
      }
      conditions.add(matchPrefixes(family, lines));
    }
    if (path != null) {
      conditions.add(matchPath(path));
    } else if (s.asPath() != null) {
      conditions.add(matchPath(PathPattern.posix(s.asPath())));
    } else if (s.neighbor() != null) {
      conditions.add(matchPath("^" + s.neighbor() + "_"));
    }
    List<Community> sorted = s.communities().stream().sorted().toList();
    List<Community> standard = sorted.stream().filter(c -> !c.isLarge()).toList();
    List<Community> large = sorted.stream().filter(Community::isLarge).toList();
    String marked = marks == null ? null : matchLarge(marks);
    if (sorted.isEmpty()) {
      e.add(s.permit(), with(conditions, marked), sets);
      return;
    }
    if (!standard.isEmpty()) {
      List<String> all = with(conditions, marked);
      all.add(matchCommunities(standard));
      e.add(s.permit(), all, sets);
    }
    if (!large.isEmpty()) {
      List<String> texts = large.stream().map(Community::toString).toList();
      // Only one list of large communities may be asked for: both conditions go into one.
      e.add(
          s.permit(),
          with(conditions, marks == null ? matchLarge(texts) : matchBoth(texts, marks)),
          sets);
    }
  }

  private static List<String> with(List<String> conditions, @Nullable String more) {
    List<String> all = new ArrayList<>(conditions);
    if (more != null) {
      all.add(more);
    }
    return all;
  }

  /** The lines that make a change: first what is taken away, then what is put on. */
  private List<String> set(Change c, Asn prepended, List<String> more, List<String> last) {
    List<String> lines = new ArrayList<>();
    if (c.localPreference() != null) {
      lines.add("set local-preference " + c.localPreference());
    }
    if (c.med() != null) {
      lines.add("set metric " + c.med());
    }
    if (c.weight() != null) {
      lines.add("set weight " + c.weight());
    }
    if (c.distance() != null) {
      lines.add("set distance " + c.distance());
    }
    if (c.prepend() > 0) {
      Asn asn = c.prependAsn() == null ? prepended : c.prependAsn();
      lines.add(
          "set as-path prepend "
              + Stream.generate(asn::toString).limit(c.prepend()).collect(Collectors.joining(" ")));
    }
    List<Community> remove = c.remove().stream().sorted().toList();
    List<String> removeStandard =
        remove.stream().filter(x -> !x.isLarge()).map(Community::toString).toList();
    if (!removeStandard.isEmpty()) {
      lines.add("set comm-list " + communityList(removeStandard) + " delete");
    }
    List<String> removeLarge =
        new ArrayList<>(
            remove.stream().filter(Community::isLarge).map(Community::toString).toList());
    if (tags.used() && more.isEmpty()) {
      removeLarge.addAll(tags.all());
    }
    if (!removeLarge.isEmpty()) {
      lines.add("set large-comm-list " + largeList(removeLarge) + " delete");
    }
    List<Community> add = c.add().stream().sorted().toList();
    List<String> addStandard =
        add.stream().filter(x -> !x.isLarge()).map(Community::toString).toList();
    if (!addStandard.isEmpty()) {
      lines.add("set community " + String.join(" ", addStandard) + " additive");
    }
    List<String> addLarge =
        new ArrayList<>(add.stream().filter(Community::isLarge).map(Community::toString).toList());
    String mark = more.isEmpty() ? null : more.getFirst().split(" ", -1)[2];
    if (mark != null) {
      addLarge.add(mark);
    }
    if (!addLarge.isEmpty()) {
      lines.add(additiveLarge(String.join(" ", addLarge)));
    }
    lines.addAll(last);
    return lines;
  }

  private static String additiveLarge(String values) {
    return "set large-community " + values + " additive";
  }

  private static List<String> concat(List<String> one, List<String> two) {
    return Stream.concat(one.stream(), two.stream()).toList();
  }

  private static List<String> matches(Family family, List<Match> matches) {
    List<String> lines = new ArrayList<>();
    for (Match m : matches) {
      if (m.prefix().family() == family && m.ge() <= m.le()) {
        int length = m.prefix().length();
        lines.add(
            "permit "
                + m.prefix()
                + (m.ge() > length ? " ge " + m.ge() : "")
                + (m.le() > Math.max(length, m.ge()) || (m.ge() > length) ? " le " + m.le() : ""));
      }
    }
    return lines;
  }

  private String matchPrefixes(Family family, List<String> lines) {
    String ip = family == Family.V4 ? "ip" : "ipv6";
    return "match "
        + ip
        + " address prefix-list "
        + list("p", ip + " prefix-list %s seq %d ", lines);
  }

  private String matchPath(String regex) {
    return "match as-path "
        + list("a", "bgp as-path access-list %s seq %d ", List.of("permit " + regex));
  }

  private String matchCommunities(List<Community> any) {
    return "match community " + communityList(any.stream().map(Community::toString).toList());
  }

  private String communityList(List<String> any) {
    return list(
        "c",
        "bgp community-list standard %s seq %d ",
        any.stream().map(c -> "permit " + c).toList());
  }

  private String matchLarge(List<String> any) {
    return "match large-community " + largeList(any);
  }

  private String largeList(List<String> any) {
    return list(
        "l",
        "bgp large-community-list standard %s seq %d ",
        any.stream().map(c -> "permit " + c).toList());
  }

  /** The marks have the greatest number, so they follow the network's communities in the text. */
  private String matchBoth(List<String> large, List<String> marks) {
    SortedSet<String> marked = new TreeSet<>(marks);
    String regex = "_(" + String.join("|", large) + ")_(.*_)?(" + String.join("|", marked) + ")_";
    return "match large-community "
        + list("x", "bgp large-community-list expanded %s seq %d ", List.of("permit " + regex));
  }

  /** The name of the list with these lines; lists with equal lines are one. */
  private String list(String letter, String form, List<String> lines) {
    String content = form + String.join("\n", lines);
    String known = lists.get(content);
    if (known != null) {
      return known;
    }
    String name = letter + (lists.size() + 1);
    lists.put(content, name);
    int seq = STEP;
    for (String line : lines) {
      listLines.add(form.formatted(name, seq) + line);
      seq += STEP;
    }
    return name;
  }

  /** The entries of one route-map. */
  private final class Entries {
    private final String name;
    private int next = 10;

    Entries(String name) {
      this.name = name;
    }

    void add(boolean permit, List<String> conditions, List<String> sets) {
      maps.add("route-map " + name + (permit ? " permit " : " deny ") + next);
      conditions.forEach(c -> maps.add(" " + c));
      sets.forEach(s -> maps.add(" " + s));
      maps.add("exit");
      next += 10;
    }

    String finish() {
      return name;
    }
  }
}
