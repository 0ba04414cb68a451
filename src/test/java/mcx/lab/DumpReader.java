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
  private final Set<Community> marks = new HashSet<>();

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
        case GOBGP, NONE -> {}
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

  private static @Nullable Long number(@Nullable String text) {
    return text == null ? null : Long.valueOf(text);
  }
}
