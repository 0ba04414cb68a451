package mcx.export;

import static mcx.export.JsonParts.object;
import static mcx.export.JsonParts.sitePath;
import static mcx.export.JsonParts.texts;

import java.util.Collection;
import mcx.analysis.DoubleFailures;
import mcx.analysis.Fallback;
import mcx.analysis.fallback.Capacity;
import mcx.analysis.fallback.Demand;
import mcx.analysis.fallback.Detection;
import mcx.analysis.fallback.Figures;
import mcx.analysis.fallback.Overload;
import mcx.analysis.fallback.Ranked;
import mcx.analysis.fallback.Steps;
import mcx.analysis.fallback.TunnelUse;
import mcx.compile.VpnAgreement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What failures do, as JSON. */
final class JsonFallback {

  private JsonFallback() {}

  static ObjectNode of(Fallback fallback) {
    ObjectNode node = object();
    node.put("complete", fallback.complete());
    ArrayNode pairs = node.putArray("pairs");
    fallback.pairs().forEach(p -> pairs.add(pair(p)));
    ArrayNode ranking = node.putArray("ranking");
    fallback.ranking().forEach(r -> ranking.add(ranked(r)));
    node.set("overloads", overloads(fallback.overloads()));
    return node;
  }

  static ObjectNode pairs(DoubleFailures failures) {
    ObjectNode node = object();
    node.put("tried", failures.tried());
    node.put("complete", failures.complete());
    ArrayNode lost = node.putArray("lost");
    for (DoubleFailures.Lost l : failures.lost()) {
      lost.addObject()
          .put("first", l.first().value())
          .put("second", l.second().value())
          .put("from", l.from().value())
          .put("to", l.to().value());
    }
    return node;
  }

  static ObjectNode steps(Steps s) {
    ObjectNode node = object();
    node.put("failed", s.failure().id().value());
    node.put("label", s.failure().label());
    ArrayNode failing = node.putArray("failing");
    s.failing().forEach(x -> failing.add(step(x)));
    ArrayNode recovering = node.putArray("recovering");
    s.recovering().forEach(x -> recovering.add(step(x)));
    return node;
  }

  private static ObjectNode step(Steps.Step s) {
    ObjectNode node = object();
    node.put("kind", Words.key(s.kind()));
    node.put("where", s.where().value());
    node.put("text", s.text());
    node.set("drawn", texts(s.drawn()));
    node.put("hops", s.hops());
    node.put("afterSeconds", s.afterSeconds());
    return node;
  }

  private static ObjectNode pair(Fallback.Pair p) {
    ObjectNode pair = object();
    pair.put("a", p.a().value());
    pair.put("b", p.b().value());
    pair.set("now", sitePath(p.now()));
    pair.set("back", sitePath(p.back()));
    pair.set("nowFigures", figures(p.nowFigures()));
    pair.set("backFigures", figures(p.backFigures()));
    Demand demand = p.demand();
    pair.put("demandMbps", demand == null ? null : demand.mbps());
    pair.put("returnFollows", p.returnFollows());
    pair.put("fallsBackToVpn", p.fallsBackToVpn());
    pair.set("singlePoints", texts(p.singlePoints()));
    ArrayNode outcomes = pair.putArray("failures");
    p.outcomes().forEach(o -> outcomes.add(outcome(o)));
    return pair;
  }

  private static ObjectNode outcome(Fallback.Outcome o) {
    ObjectNode outcome = object();
    outcome.put("failed", o.failed().value());
    outcome.put("label", o.label());
    outcome.put("kind", Words.key(o.failure().kind()));
    outcome.set("down", texts(o.failure().down()));
    outcome.put("effect", Words.key(o.effect()));
    outcome.set("path", sitePath(o.path()));
    outcome.set("back", sitePath(o.back()));
    outcome.set("pathFigures", figures(o.pathFigures()));
    outcome.set("backFigures", figures(o.backFigures()));
    outcome.put("returnFollows", o.returnFollows());
    ArrayNode tunnels = outcome.putArray("tunnels");
    o.tunnels().forEach(t -> tunnels.add(tunnel(t)));
    outcome.set("detection", detection(o.detection()));
    outcome.set("backDetection", detection(o.backDetection()));
    outcome.set("overloads", overloads(o.overloads()));
    return outcome;
  }

  private static ObjectNode figures(Figures figures) {
    ObjectNode node = object();
    Capacity capacity = figures.capacity();
    Capacity.Part narrowest = capacity.bottleneck();
    node.put("mbps", capacity.mbps());
    node.put("bottleneck", narrowest == null ? null : narrowest.id().value());
    node.put("bottleneckShare", narrowest == null ? null : narrowest.share());
    node.put("singleMbps", capacity.singleMbps());
    node.set("unknownSpeeds", texts(capacity.unknown().stream().map(Capacity.Part::id).toList()));
    node.put("millis", figures.latency().millis());
    node.put("estimate", figures.latency().estimate());
    node.set("unknownPlaces", texts(figures.latency().unknown()));
    return node;
  }

  private static ObjectNode tunnel(TunnelUse t) {
    ObjectNode node = object();
    node.put("tunnel", t.tunnel().value());
    node.put("label", t.label());
    node.put("mbps", t.mbps());
    node.put("bgp", t.bgp());
    node.put("there", t.there());
    node.put("back", t.back());
    ArrayNode terms = node.putArray("terms");
    VpnAgreement agreement = t.agreement();
    if (agreement != null) {
      for (VpnAgreement.Term term : agreement.terms()) {
        terms
            .addObject()
            .put("topic", Words.key(term.topic()))
            .put("agreed", term.agreed())
            .put("why", term.why());
      }
    }
    return node;
  }

  private static @Nullable ObjectNode detection(@Nullable Detection d) {
    if (d == null) {
      return null;
    }
    ObjectNode node = object();
    node.put("by", d.by() == null ? null : d.by().value());
    node.put("mechanism", Words.key(d.mechanism()));
    node.put("minSeconds", d.minSeconds());
    node.put("maxSeconds", d.maxSeconds());
    node.put("convergeSeconds", d.convergeSeconds());
    node.put("sessions", d.sessions());
    node.put("text", d.text());
    node.put("source", d.source());
    node.put("confirmed", d.confirmed());
    return node;
  }

  private static ArrayNode overloads(Collection<Overload> all) {
    ArrayNode node = texts(java.util.List.of());
    for (Overload o : all) {
      node.addObject()
          .put("part", o.part().value())
          .put("label", o.label())
          .put("demandMbps", o.demandMbps())
          .put("capacityMbps", o.capacityMbps())
          .put("before", o.before());
    }
    return node;
  }

  private static ObjectNode ranked(Ranked r) {
    ObjectNode node = object();
    node.put("failed", r.failure().id().value());
    node.put("label", r.failure().label());
    node.put("kind", Words.key(r.failure().kind()));
    node.set("down", texts(r.failure().down()));
    node.put("logical", r.failure().logical());
    node.put("pairsLost", r.pairsLost());
    node.put("pairsMoved", r.pairsMoved());
    node.set("intentsBroken", texts(r.intentsBroken()));
    node.put("demandLostMbps", r.demandLostMbps());
    node.set("overloads", overloads(r.overloads()));
    return node;
  }
}
