package mcx.export;

import static mcx.export.JsonParts.object;
import static mcx.export.JsonParts.route;
import static mcx.export.JsonParts.table;

import java.util.List;
import mcx.analysis.RoundTrip;
import mcx.analysis.Way;
import mcx.network.Network;
import mcx.routing.Route;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The ways of packets as JSON. */
final class JsonTrace {

  private final Network network;

  JsonTrace(Network network) {
    this.network = network;
  }

  void write(ObjectNode node, RoundTrip trip) {
    node.set("from", table(network, trip.from()));
    table(node, "to", network, trip.to());
    node.put("arrives", trip.arrives());
    node.put("untried", trip.untried());
    ways(node.putArray("there"), trip.there());
    ways(node.putArray("back"), trip.back());
    node.put("noBack", trip.noBack());
    node.put("symmetric", trip.symmetric());
    node.set("parting", parting(trip.parting()));
  }

  private @Nullable ObjectNode parting(RoundTrip.@Nullable Parting p) {
    if (p == null) {
      return null;
    }
    ObjectNode node = object();
    node.set("at", table(network, p.at()));
    node.set("there", table(network, p.there()));
    node.put("thereOver", p.thereOver());
    node.set("back", table(network, p.back()));
    node.put("backOver", p.backOver());
    node.set("meets", table(network, p.meets()));
    return node;
  }

  private void ways(ArrayNode all, List<Way> ways) {
    for (Way w : ways) {
      ObjectNode way = all.addObject();
      way.set("from", table(network, w.from()));
      ArrayNode targets = way.putArray("targets");
      for (Way.Target t : w.targets()) {
        targets
            .addObject()
            .put("address", t.address().toString())
            .put("prefix", t.prefix().toString());
      }
      way.put("end", Words.key(w.trace().end()));
      way.put("arrives", w.arrives());
      way.put("reason", w.reason());
      ArrayNode hops = way.putArray("hops");
      w.steps().forEach(s -> hops.add(hop(s)));
      way.set("missing", new JsonExplanation(network).absence(w.missing()));
    }
  }

  private ObjectNode hop(Way.Step step) {
    ObjectNode node = object();
    node.set("table", table(network, step.hop().table()));
    Route used = step.hop().route();
    node.put("prefix", step.hop().prefix() == null ? null : step.hop().prefix().toString());
    node.set("route", used == null ? null : route(used));
    ArrayNode sharing = node.putArray("sharing");
    step.sharing().forEach(r -> sharing.add(route(r)));
    ArrayNode lost = node.putArray("lost");
    if (step.entry() != null) {
      step.entry().lost().forEach(l -> lost.add(route(l.route()).put("because", l.step())));
    }
    node.put("segment", step.hop().segment());
    node.put("over", step.over());
    ArrayNode passed = node.putArray("passedOver");
    step.hop().passedOver().forEach(r -> passed.add(table(network, r.table())));
    return node;
  }
}
