package mcx.export;

import static mcx.export.JsonParts.object;
import static mcx.export.JsonParts.path;
import static mcx.export.JsonParts.route;
import static mcx.export.JsonParts.table;
import static mcx.export.JsonParts.texts;

import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import mcx.analysis.Analysis;
import mcx.analysis.Explanation;
import mcx.analysis.Fallback;
import mcx.analysis.Names;
import mcx.analysis.Relation;
import mcx.analysis.RoundTrip;
import mcx.analysis.Separation;
import mcx.analysis.SessionFlow;
import mcx.analysis.intent.Proposal;
import mcx.design.Id;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.network.PrefixLimit;
import mcx.network.Session;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.Instability;
import mcx.routing.RibEntry;
import mcx.routing.SessionState;
import mcx.routing.Tripped;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
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

  private final Analysis analysis;

  private JsonReport(Analysis analysis) {
    this.analysis = analysis;
  }

  /** The whole analysis: findings, intents, advertisements, budgets, separation and fallback. */
  public static String of(Analysis analysis, Fallback fallback) {
    return of(analysis, fallback, Extras.NONE);
  }

  /**
   * The whole analysis with what was asked for besides.
   *
   * @param extras that
   */
  public static String of(Analysis analysis, Fallback fallback, Extras extras) {
    List<Proposal> proposals = extras.proposals();
    ObjectNode node = new JsonReport(analysis).all(fallback);
    if (extras.pairs() != null) {
      node.set("pairsOfFailures", JsonFallback.pairs(extras.pairs()));
    }
    if (!extras.steps().isEmpty()) {
      ArrayNode steps = node.putArray("steps");
      extras.steps().forEach(x -> steps.add(JsonFallback.steps(x)));
    }
    if (proposals != null) {
      node.set("proposals", JsonIntents.proposals(analysis.design(), proposals));
    }
    return JsonParts.text(node);
  }

  /** These routing tables, in order. */
  public static String routes(Analysis analysis, Collection<VrfId> tables) {
    return routes(analysis, tables, (table, prefix) -> true);
  }

  /**
   * These routing tables, in order.
   *
   * @param wanted which prefixes of a table are written
   */
  public static String routes(
      Analysis analysis, Collection<VrfId> tables, BiPredicate<VrfId, Prefix> wanted) {
    JsonReport report = new JsonReport(analysis);
    ObjectNode node = report.head("routes");
    report.standing(node);
    ArrayNode all = node.putArray("tables");
    tables.forEach(t -> all.add(report.rib(t, wanted)));
    return JsonParts.text(node);
  }

  /** Why a table has the route that it has, or has none. */
  public static String explanation(Analysis analysis, Explanation explanation) {
    JsonReport report = new JsonReport(analysis);
    ObjectNode node = report.head("explanation");
    report.standing(node);
    new JsonExplanation(analysis.compiled().network()).write(node, explanation);
    return JsonParts.text(node);
  }

  /** The ways of packets from one table to another, and back. */
  public static String trace(Analysis analysis, RoundTrip trip) {
    JsonReport report = new JsonReport(analysis);
    ObjectNode node = report.head("trace");
    report.standing(node);
    new JsonTrace(analysis.compiled().network()).write(node, trip);
    return JsonParts.text(node);
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

  /** The limits that were exceeded, and the sessions that are down. */
  private void standing(ObjectNode node) {
    ArrayNode tripped = node.putArray("tripped");
    for (Tripped t : analysis.solution().tripped()) {
      ObjectNode one = tripped.addObject();
      one.put("session", t.session());
      one.set("at", named(t.at()));
      one.put("family", t.family() == Family.V4 ? "ipv4" : "ipv6");
      one.put("count", t.count());
      limit(one, "limit", t.limit());
    }
    ArrayNode unstable = node.putArray("instabilities");
    for (Instability i : analysis.solution().instabilities()) {
      ObjectNode one = unstable.addObject();
      ArrayNode prefixes = one.putArray("prefixes");
      i.prefixes().forEach(p -> prefixes.add(p.toString()));
      ArrayNode tables = one.putArray("tables");
      i.tables().forEach(t -> tables.add(named(t)));
      one.put("states", i.states().size());
      one.put("complete", i.complete());
    }
    ArrayNode down = node.putArray("sessionsDown");
    for (Session session : analysis.compiled().network().sessions()) {
      SessionState state = analysis.solution().session(session.id());
      if (!state.up()) {
        ObjectNode one = down.addObject().put("session", session.id());
        one.set("a", named(session.a()));
        one.set("b", named(session.b()));
        one.put("reason", state.reason());
      }
    }
  }

  private ObjectNode all(Fallback fallback) {
    ObjectNode node = head("analysis");
    ArrayNode findings = node.putArray("findings");
    analysis.findings().forEach(f -> findings.add(JsonParts.finding(f)));
    ArrayNode undecided = node.putArray("undecided");
    analysis.review().undecided().forEach(f -> undecided.add(JsonParts.finding(f)));
    ArrayNode accepted = node.putArray("accepted");
    analysis
        .review()
        .muted()
        .forEach(
            m -> accepted.add(JsonParts.finding(m.finding()).put("reason", m.mute().reason())));
    node.set("intents", JsonIntents.results(analysis.design(), analysis.intents()));
    ArrayNode flows = node.putArray("advertisements");
    analysis.advertisements().forEach(f -> flows.add(flow(f)));
    node.set("budgets", new JsonBudgets(analysis.compiled().network()).of(analysis.budgets()));
    node.set("separation", separation());
    node.set("fallback", JsonFallback.of(fallback));
    return node;
  }

  // --- advertisements ---

  private static ObjectNode flow(SessionFlow f) {
    ObjectNode node = object();
    node.put("session", f.session());
    node.put("link", f.link().value());
    node.set("from", table(f.from(), f.fromLabel()));
    node.set("to", table(f.to(), f.toLabel()));
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

  private ObjectNode named(VrfId table) {
    return JsonParts.table(analysis.compiled().network(), table);
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

  // --- separation ---

  private ObjectNode separation() {
    Separation separation = analysis.separation();
    ObjectNode node = object();
    ArrayNode sites = node.putArray("sites");
    for (Id site : separation.sites()) {
      sites.addObject().put("id", site.value()).put("label", Names.of(analysis.design(), site));
    }
    ArrayNode paths = node.putArray("paths");
    separation.paths().forEach(p -> paths.add(JsonParts.sitePath(p)));
    ArrayNode relations = node.putArray("relations");
    separation.relations().forEach(r -> relations.add(relation(r)));
    ArrayNode vrfs = node.putArray("vrfs");
    for (Separation.VrfView v : separation.vrfs()) {
      ObjectNode view = vrfs.addObject();
      view.put("vrf", v.vrf().value());
      view.put("label", v.label());
      view.set("behind", texts(v.behind()));
      view.set("sites", texts(v.sites()));
      view.set("clouds", texts(v.clouds()));
      view.set("prefixes", texts(v.prefixes()));
    }
    return node;
  }

  private ObjectNode relation(Relation r) {
    ObjectNode node = object();
    node.put("a", r.there().from().value());
    node.put("b", r.there().to().value());
    node.put("kind", Words.key(r.kind()));
    node.put("oneWay", r.isOneWay());
    Relation.Parting parting = r.parting();
    if (parting == null) {
      node.putNull("parting");
    } else {
      ObjectNode where = node.putObject("parting");
      where.set("at", named(parting.at()));
      where.set("there", named(parting.there()));
      where.put("over", parting.over());
      where.set("back", named(parting.back()));
      where.put("backOver", parting.backOver());
    }
    return node;
  }

  // --- routes ---

  private ObjectNode rib(VrfId id, BiPredicate<VrfId, Prefix> wanted) {
    ObjectNode node = named(id);
    node.put("up", analysis.solution().isUp(id.node()));
    ArrayNode prefixes = node.putArray("prefixes");
    for (RibEntry entry : analysis.solution().rib(id).values()) {
      if (wanted.test(id, entry.prefix())) {
        ObjectNode one = prefixes.addObject();
        one.put("prefix", entry.prefix().toString());
        ArrayNode best = one.putArray("best");
        entry.best().forEach(r -> best.add(route(r)));
        ArrayNode lost = one.putArray("lost");
        entry.lost().forEach(l -> lost.add(route(l.route()).put("because", l.step())));
      }
    }
    return node;
  }
}
