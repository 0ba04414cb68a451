package mcx.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mcx.export.lab.LabPlan;
import mcx.inet.AsPath;
import mcx.inet.Community;
import mcx.inet.Prefix;
import mcx.lab.RouterRib.Candidate;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.Route.OriginCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@code lab.sh dump} wrote into one form for all daemons. */
final class DumpReader {

  private static final Pattern BIRD_ROUTE =
      Pattern.compile(
          "^(\\S+)?\\s+(unicast|blackhole|unreachable|prohibit) \\[(\\S+) [^\\]]*\\]\\s*(\\*)?.*");
  private static final Pattern BIRD_ATTRIBUTE = Pattern.compile("^\\s+BGP\\.([a-z_]+):\\s*(.*)$");
  private static final Pattern BIRD_COMMUNITY = Pattern.compile("\\(([0-9, ]+)\\)");

  private final LabPlan plan;

  private DumpReader(LabPlan plan) {
    this.plan = plan;
  }

  /** The tables by id; those of routers without BGP are left out. */
  static Map<VrfId, RouterRib> read(LabPlan plan, String json) {
    JsonNode routers = JsonMapper.shared().readTree(json).get("routers");
    DumpReader reader = new DumpReader(plan);
    Map<VrfId, RouterRib> all = new TreeMap<>();
    for (LabPlan.Router r : plan.routers()) {
      JsonNode node = routers.get(r.key());
      if (r.asn() == null || node == null) {
        continue;
      }
      switch (r.daemon()) {
        case FRR -> all.put(r.tables().getFirst().id(), reader.frr(r, node));
        case BIRD -> all.put(r.tables().getFirst().id(), reader.bird(r, node));
        case GOBGP -> r.tables().forEach(v -> all.put(v.id(), reader.gobgp(r, v, node)));
        case NONE -> {}
      }
    }
    return all;
  }

  private boolean isMark(Community c) {
    return c.isLarge() && c.global() == plan.tagAdmin();
  }

  // --- FRR ---

  private RouterRib frr(LabPlan.Router r, JsonNode node) {
    Map<String, String> sessions = new HashMap<>();
    r.peerings().forEach(p -> sessions.put(p.remote().toString(), p.session().id()));
    TreeMap<Prefix, List<Candidate>> routes = new TreeMap<>();
    for (JsonNode table : node.path("tables")) {
      JsonNode shown = table.get("routes");
      if (shown == null) {
        continue;
      }
      shown.forEachEntry(
          (prefix, list) -> {
            List<Candidate> all = new ArrayList<>();
            for (JsonNode one : list) {
              if (one.has("aspath") && !one.path("removed").asBoolean(false)) {
                all.add(frrRoute(one, sessions));
              }
            }
            if (!all.isEmpty()) {
              routes.put(Prefix.of(prefix), all);
            }
          });
    }
    return new RouterRib(r.tables().getFirst().id(), routes);
  }

  private Candidate frrRoute(JsonNode one, Map<String, String> sessions) {
    String peer = one.path("peer").path("peerId").asString("");
    String session = sessions.get(peer);
    if (session == null && !peer.equals("0.0.0.0") && !peer.equals("::")) {
      throw new IllegalStateException("no session goes to " + peer);
    }
    AsPath path = AsPath.EMPTY;
    List<Long> numbers = new ArrayList<>();
    for (JsonNode segment : one.path("aspath").path("segments")) {
      segment.path("list").forEach(n -> numbers.add(n.asLong()));
    }
    path = AsPath.of(numbers.stream().mapToLong(Long::longValue).toArray());
    Set<Community> communities = new HashSet<>();
    for (String kind : List.of("community", "largeCommunity")) {
      one.path(kind).path("list").forEach(c -> communities.add(frrCommunity(c.asString())));
    }
    communities.removeIf(this::isMark);
    JsonNode best = one.path("bestpath");
    return new Candidate(
        best.path("overall").asBoolean(false),
        best.path("overall").asBoolean(false) || one.path("multipath").asBoolean(false),
        one.path("valid").asBoolean(false),
        session,
        path,
        one.has("locPrf") ? one.get("locPrf").asLong() : null,
        one.path("metric").asLong(0),
        communities,
        OriginCode.valueOf(one.path("origin").asString("IGP").toUpperCase(java.util.Locale.ROOT)),
        one.path("nexthops").path(0).path("ip").asString(""));
  }

  private static Community frrCommunity(String text) {
    return switch (text) {
      case "noExport" -> Community.NO_EXPORT;
      case "noAdvertise" -> Community.NO_ADVERTISE;
      case "noPeer" -> Community.NO_PEER;
      case "gracefulShutdown" -> Community.GRACEFUL_SHUTDOWN;
      default -> Community.of(text);
    };
  }

  // --- BIRD ---

  private static final class BirdRoute {
    boolean best;
    boolean reachable = true;
    String protocol = "";
    final Map<String, String> attributes = new HashMap<>();
  }

  private RouterRib bird(LabPlan.Router r, JsonNode node) {
    TreeMap<Prefix, List<BirdRoute>> found = new TreeMap<>();
    String table = "";
    Prefix prefix = null;
    BirdRoute current = null;
    for (String line : node.path("text").asString("").split("\n", -1)) {
      if (line.startsWith("Table ")) {
        table = line.substring(6).replace(":", "").strip();
        continue;
      }
      if (!table.startsWith("master")) {
        continue;
      }
      Matcher route = BIRD_ROUTE.matcher(line);
      Matcher attribute = BIRD_ATTRIBUTE.matcher(line);
      if (!line.startsWith("\t") && route.matches()) {
        if (route.group(1) != null) {
          prefix = Prefix.of(route.group(1));
        }
        if (prefix == null) {
          throw new IllegalStateException(line);
        }
        current = new BirdRoute();
        current.best = route.group(4) != null;
        current.reachable = !route.group(2).equals("unreachable");
        current.protocol = route.group(3);
        found.computeIfAbsent(prefix, k -> new ArrayList<>()).add(current);
      } else if (current != null && attribute.matches()) {
        current.attributes.put(attribute.group(1), attribute.group(2).strip());
      }
    }
    Map<String, String> sessions = new HashMap<>();
    r.peerings().forEach(p -> sessions.put(p.key(), p.session().id()));
    TreeMap<Prefix, List<Candidate>> routes = new TreeMap<>();
    found.forEach(
        (p, list) -> routes.put(p, list.stream().map(b -> birdRoute(b, sessions)).toList()));
    return new RouterRib(r.tables().getFirst().id(), routes);
  }

  private Candidate birdRoute(BirdRoute b, Map<String, String> sessions) {
    Set<Community> communities = new HashSet<>();
    for (String kind : List.of("community", "large_community")) {
      Matcher m = BIRD_COMMUNITY.matcher(b.attributes.getOrDefault(kind, ""));
      while (m.find()) {
        communities.add(Community.of(m.group(1).replace(" ", "").replace(',', ':')));
      }
    }
    communities.removeIf(this::isMark);
    return new Candidate(
        b.best && b.reachable,
        b.best && b.reachable,
        b.reachable,
        sessions.get(b.protocol),
        AsPath.parse(b.attributes.getOrDefault("as_path", "")),
        number(b.attributes.get("local_pref")),
        b.attributes.containsKey("med") ? Long.parseLong(b.attributes.get("med")) : 0,
        communities,
        switch (b.attributes.getOrDefault("origin", "IGP")) {
          case "EGP" -> OriginCode.EGP;
          case "Incomplete" -> OriginCode.INCOMPLETE;
          default -> OriginCode.IGP;
        },
        b.attributes.getOrDefault("next_hop", ""));
  }

  // --- GoBGP ---

  /**
   * The table of a VRF, from the routes of VPNs that it takes: GoBGP's own view of it marks none as
   * best. Where routes of several distinguishers meet, GoBGP has no best one.
   */
  private RouterRib gobgp(LabPlan.Router r, Vrf vrf, JsonNode node) {
    TreeMap<Prefix, List<Candidate>> routes = new TreeMap<>();
    for (String family : List.of("vpnv4", "vpnv6")) {
      node.path(family)
          .forEachEntry(
              (name, list) -> {
                for (JsonNode one : list) {
                  JsonNode nlri = one.path("nlri");
                  Prefix prefix = Prefix.of(nlri.path("prefix").asString(""));
                  JsonNode rd = nlri.path("rd");
                  String distinguisher =
                      rd.path("admin").asLong() + ":" + rd.path("assigned").asLong();
                  String way = way(r, vrf, one, distinguisher);
                  if (way != null) {
                    routes
                        .computeIfAbsent(prefix, k -> new ArrayList<>())
                        .add(gobgpRoute(one, way.isEmpty() ? null : way));
                  }
                }
              });
    }
    return new RouterRib(vrf.id(), routes);
  }

  /**
   * How a route came into a VRF; empty for its own, null where the VRF does not take it. Of another
   * VRF on the same edge it takes what is best there, as it does from other edges.
   */
  private @Nullable String way(LabPlan.Router r, Vrf vrf, JsonNode one, String distinguisher) {
    String neighbor = one.path("neighbor-ip").asString("");
    VrfId sender = null;
    for (LabPlan.Peering p : r.peerings()) {
      if (p.remote().toString().equals(neighbor)) {
        if (p.table().equals(vrf.id())) {
          return p.session().id();
        }
        sender = p.table();
      }
    }
    boolean far = false;
    if (sender == null) {
      LabPlan.Router from = r;
      for (LabPlan.Router other : plan.routers()) {
        if (other.core() != null && other.core().toString().equals(neighbor)) {
          from = other;
          far = true;
        }
      }
      for (Vrf v : from.tables()) {
        if (plan.distinguisher(from, v).equals(distinguisher)) {
          sender = v.id();
        }
      }
    }
    if (sender == null) {
      throw new IllegalStateException("no VRF has the route distinguisher " + distinguisher);
    }
    if (sender.equals(vrf.id())) {
      return "";
    }
    if (!far && !one.path("best").asBoolean(false)) {
      return null;
    }
    Set<String> targets = new HashSet<>();
    for (JsonNode attribute : one.path("attrs")) {
      if (attribute.path("type").asInt() == 16) {
        attribute.path("value").forEach(v -> targets.add(v.path("value").asString("")));
      }
    }
    return vrf.imports().stream().map(Object::toString).anyMatch(targets::contains)
        ? RibComparison.vpn(sender)
        : null;
  }

  private Candidate gobgpRoute(JsonNode one, @Nullable String session) {
    AsPath path = AsPath.EMPTY;
    Long preference = null;
    long med = 0;
    OriginCode origin = OriginCode.IGP;
    Set<Community> communities = new HashSet<>();
    for (JsonNode a : one.path("attrs")) {
      switch (a.path("type").asInt()) {
        case 1 -> origin = OriginCode.values()[a.path("value").asInt()];
        case 2 -> {
          List<Long> numbers = new ArrayList<>();
          a.path("as_paths").forEach(s -> s.path("asns").forEach(n -> numbers.add(n.asLong())));
          path = AsPath.of(numbers.stream().mapToLong(Long::longValue).toArray());
        }
        case 4 -> med = a.path("metric").asLong();
        case 5 -> preference = a.path("value").asLong();
        case 8 ->
            a.path("communities")
                .forEach(
                    c ->
                        communities.add(new Community(c.asLong() >>> 16, c.asLong() & 0xffff, -1)));
        case 32 ->
            a.path("value")
                .forEach(
                    c ->
                        communities.add(
                            new Community(
                                c.path("ASN").asLong(),
                                c.path("LocalData1").asLong(),
                                c.path("LocalData2").asLong())));
        default -> {}
      }
    }
    communities.removeIf(this::isMark);
    boolean best = one.path("best").asBoolean(false);
    return new Candidate(best, best, true, session, path, preference, med, communities, origin, "");
  }

  private static @Nullable Long number(@Nullable String text) {
    return text == null ? null : Long.valueOf(text);
  }
}
