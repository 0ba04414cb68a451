package mcx.export;

import java.util.Collection;
import java.util.List;
import mcx.analysis.Analysis;
import mcx.analysis.Fallback;
import mcx.analysis.Finding;
import mcx.analysis.Names;
import mcx.analysis.Separation;
import mcx.analysis.SessionFlow;
import mcx.analysis.SitePath;
import mcx.design.Id;
import mcx.inet.AsPath;
import mcx.network.PrefixLimit;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Results as JSON, for scripts. The shape is described by the JSON Schema {@code
 * mcx/export/report.schema.json}; fields may be added, but none changes its meaning or goes away
 * while {@code report} stays {@value #VERSION}. Ids are those of the design file, prefixes and
 * addresses are texts, AS paths are lists of numbers, nearest first.
 */
public final class JsonReport {

  /** The version of the shape. */
  public static final int VERSION = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Analysis analysis;

  private JsonReport(Analysis analysis) {
    this.analysis = analysis;
  }

  /** The whole analysis: findings, advertisements, separation and fallback. */
  public static String of(Analysis analysis, Fallback fallback) {
    return text(new JsonReport(analysis).all(fallback));
  }

  /** These routing tables, in order. */
  public static String routes(Analysis analysis, Collection<VrfId> tables) {
    JsonReport report = new JsonReport(analysis);
    ObjectNode node = report.head("routes");
    ArrayNode all = node.putArray("tables");
    tables.forEach(t -> all.add(report.table(t)));
    return text(node);
  }

  private static String text(ObjectNode node) {
    return MAPPER.writeValueAsString(node).replace("\r\n", "\n") + "\n";
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private ObjectNode head(String of) {
    ObjectNode node = object();
    node.put("report", VERSION);
    node.put("of", of);
    node.put("design", analysis.design().name());
    ArrayNode failed = node.putArray("failed");
    analysis.failures().down().forEach(o -> failed.add(o.id()));
    node.put("converged", analysis.solution().converged());
    return node;
  }

  private ObjectNode all(Fallback fallback) {
    ObjectNode node = head("analysis");
    ArrayNode findings = node.putArray("findings");
    analysis.findings().forEach(f -> findings.add(finding(f)));
    ArrayNode flows = node.putArray("advertisements");
    analysis.advertisements().forEach(f -> flows.add(flow(f)));
    node.set("separation", separation());
    node.set("fallback", fallback(fallback));
    return node;
  }

  private static ObjectNode finding(Finding f) {
    ObjectNode node = object();
    node.put("rule", f.rule());
    node.put("severity", Words.key(f.severity()));
    node.put("title", f.title());
    node.put("text", f.text());
    node.set("remedies", texts(f.remedies()));
    node.set("evidence", texts(f.evidence()));
    node.put("source", f.source());
    return node;
  }

  // --- advertisements ---

  private static ObjectNode flow(SessionFlow f) {
    ObjectNode node = object();
    node.put("session", f.session());
    node.put("link", f.link().value());
    node.set("from", end(f.from(), f.fromLabel()));
    node.set("to", end(f.to(), f.toLabel()));
    node.put("insideCloud", f.insideCloud());
    node.put("cloud", f.facesCloud() == null ? null : f.facesCloud().value());
    node.put("up", f.state().up());
    node.put("reason", f.state().reason());
    node.putObject("accepted").put("ipv4", f.acceptedV4()).put("ipv6", f.acceptedV6());
    ObjectNode limits = node.putObject("limit");
    limit(limits, "ipv4", f.limitV4());
    limit(limits, "ipv6", f.limitV6());
    ArrayNode routes = node.putArray("routes");
    for (Advertisement a : f.routes()) {
      ObjectNode route = routes.addObject();
      route.put("prefix", a.prefix().toString());
      route.set("asPath", path(a.asPath()));
      route.put("outcome", Words.key(a.outcome()));
      route.put("reason", a.reason());
    }
    return node;
  }

  private static ObjectNode end(VrfId table, String label) {
    return object().put("node", table.node()).put("vrf", table.vrf()).put("label", label);
  }

  private static void limit(ObjectNode limits, String family, @Nullable PrefixLimit limit) {
    if (limit != null) {
      limits
          .putObject(family)
          .put("max", limit.max())
          .put("beyond", Words.key(limit.beyond()))
          .put("source", limit.source());
    }
  }

  private static ArrayNode path(AsPath path) {
    ArrayNode node = JsonNodeFactory.instance.arrayNode();
    path.stream().forEach(node::add);
    return node;
  }

  private static ArrayNode texts(Collection<?> all) {
    ArrayNode node = JsonNodeFactory.instance.arrayNode();
    all.forEach(x -> node.add(x.toString()));
    return node;
  }

  // --- separation ---

  private ObjectNode separation() {
    Separation separation = analysis.separation();
    ObjectNode node = object();
    ArrayNode sites = node.putArray("sites");
    for (Id site : separation.sites()) {
      sites.addObject().put("id", site.value()).put("label", Names.of(analysis.design(), site));
    }
    ArrayNode paths = node.putArray("paths");
    separation.paths().forEach(p -> paths.add(path(p)));
    ArrayNode vrfs = node.putArray("vrfs");
    for (Separation.VrfView v : separation.vrfs()) {
      ObjectNode view = vrfs.addObject();
      view.put("vrf", v.vrf().value());
      view.put("label", v.label());
      view.set("sites", texts(v.sites()));
      view.set("clouds", texts(v.clouds()));
      view.set("prefixes", texts(v.prefixes()));
    }
    return node;
  }

  private static ObjectNode path(SitePath p) {
    ObjectNode node = object();
    node.put("from", p.from().value());
    node.put("to", p.to().value());
    node.put("kind", Words.key(p.kind()));
    node.set("steps", texts(p.steps()));
    node.set("along", texts(p.drawn()));
    node.put("reason", p.reason());
    return node;
  }

  // --- fallback ---

  private static ObjectNode fallback(Fallback fallback) {
    ObjectNode node = object();
    node.put("complete", fallback.complete());
    ArrayNode pairs = node.putArray("pairs");
    for (Fallback.Pair p : fallback.pairs()) {
      ObjectNode pair = pairs.addObject();
      pair.put("a", p.a().value());
      pair.put("b", p.b().value());
      pair.set("now", path(p.now()));
      pair.set("back", path(p.back()));
      pair.put("fallsBackToVpn", p.fallsBackToVpn());
      pair.set("singlePoints", texts(p.singlePoints()));
      ArrayNode outcomes = pair.putArray("failures");
      for (Fallback.Outcome o : p.outcomes()) {
        ObjectNode outcome = outcomes.addObject();
        outcome.put("failed", o.failed().value());
        outcome.put("label", o.label());
        outcome.put("effect", Words.key(o.effect()));
        outcome.set("path", path(o.path()));
        outcome.set("back", path(o.back()));
      }
    }
    return node;
  }

  // --- routes ---

  private ObjectNode table(VrfId id) {
    ObjectNode node = end(id, Names.of(analysis.compiled().network(), id));
    node.put("up", analysis.solution().isUp(id.node()));
    ArrayNode prefixes = node.putArray("prefixes");
    for (RibEntry entry : analysis.solution().rib(id).values()) {
      ObjectNode one = prefixes.addObject();
      one.put("prefix", entry.prefix().toString());
      ArrayNode best = one.putArray("best");
      List<Route> used = entry.best();
      used.forEach(r -> best.add(route(r)));
      ArrayNode lost = one.putArray("lost");
      entry.lost().forEach(l -> lost.add(route(l.route()).put("because", l.step())));
    }
    return node;
  }

  private static ObjectNode route(Route r) {
    ObjectNode node = object();
    node.put("learned", Words.key(r.learned()));
    node.put("via", r.via());
    node.put("nextHop", r.nextHop() == null ? null : r.nextHop().toString());
    node.put("discard", r.discard());
    node.set("asPath", path(r.asPath()));
    node.put("localPreference", r.localPreference());
    node.put("med", r.med());
    node.put("weight", r.weight());
    node.put("distance", r.distance());
    node.put("igpCost", r.igpCost());
    node.set("communities", texts(r.communities().stream().sorted().toList()));
    return node;
  }
}
