package mcx.export;

import static mcx.export.JsonParts.object;
import static mcx.export.JsonParts.path;
import static mcx.export.JsonParts.route;
import static mcx.export.JsonParts.table;
import static mcx.export.JsonParts.texts;

import mcx.analysis.Absence;
import mcx.analysis.Elimination;
import mcx.analysis.Explanation;
import mcx.network.Network;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An explanation of a route as JSON. */
final class JsonExplanation {

  private final Network network;

  JsonExplanation(Network network) {
    this.network = network;
  }

  void write(ObjectNode node, Explanation e) {
    node.set("table", table(network, e.table()));
    node.put("asked", e.isAddress() ? e.asked().address().toString() : e.asked().toString());
    Elimination used = e.used();
    node.set("used", used == null ? null : elimination(used));
    node.set("missing", absence(e.missing()));
    node.set("inside", texts(e.inside()));
  }

  private ObjectNode elimination(Elimination used) {
    ObjectNode node = object();
    node.put("prefix", used.prefix().toString());
    ArrayNode candidates = node.putArray("candidates");
    for (Elimination.Candidate c : used.candidates()) {
      ObjectNode one = candidates.addObject();
      one.put("number", c.number());
      table(one, "from", network, c.from());
      one.put("over", c.over());
      one.put("routerId", c.routerId() == null ? null : c.routerId().toString());
      one.put("inUse", c.because().isEmpty());
      one.put("because", c.because());
      one.set("route", route(c.route()));
    }
    ArrayNode steps = node.putArray("steps");
    for (Elimination.Step s : used.steps()) {
      ObjectNode step = steps.addObject();
      step.put("step", Words.key(s.decision()));
      step.put("label", s.decision().label());
      step.put("before", s.before());
      step.put("after", s.after());
      ArrayNode out = step.putArray("out");
      s.out().forEach(c -> out.add(c.number()));
    }
    node.put("dependsOnArrival", used.dependsOnArrival());
    ArrayNode way = node.putArray("way");
    for (Elimination.Passage p : used.way()) {
      ObjectNode passage = way.addObject();
      passage.set("table", table(network, p.route().table()));
      passage.put("via", p.edge());
      passage.put("over", p.over());
      passage.put("how", p.what());
      passage.set("asPath", path(p.route().asPath()));
    }
    return node;
  }

  /** Why a route is missing; null where none is. */
  @Nullable ObjectNode absence(@Nullable Absence missing) {
    if (missing == null) {
      return null;
    }
    ObjectNode node = object();
    node.set("table", table(network, missing.table()));
    node.put("prefix", missing.prefix().toString());
    ArrayNode origins = node.putArray("origins");
    missing.origins().forEach(t -> origins.add(table(network, t)));
    node.put("holders", missing.holders());
    node.put("summary", missing.summary());
    ArrayNode stops = node.putArray("stops");
    for (Absence.Stop s : missing.stops()) {
      ObjectNode stop = stops.addObject();
      stop.put("distance", s.distance());
      stop.set("from", table(network, s.from()));
      stop.set("to", table(network, s.to()));
      stop.put("via", s.edge().isEmpty() ? null : s.edge());
      stop.put("over", s.over());
      stop.put("cause", Words.key(s.cause()));
      stop.put("reason", s.reason());
    }
    return node;
  }
}
