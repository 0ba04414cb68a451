package mcx.export.lab;

import mcx.export.lab.LabPlan.Peering;
import mcx.export.lab.LabPlan.Router;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code manifest.json}: the same as the tables in {@code plan/}, for programs. */
final class LabManifest {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private LabManifest() {}

  static String text(LabPlan plan) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("name", plan.name());
    ArrayNode failed = root.putArray("failed");
    plan.failures().down().forEach(f -> failed.add(f.id()));
    ArrayNode routers = root.putArray("routers");
    for (Router r : plan.routers()) {
      ObjectNode router = routers.addObject();
      router.put("key", r.key());
      router.put("name", r.label());
      router.put("daemon", r.daemon().word());
      ArrayNode tables = router.putArray("tables");
      r.tables().forEach(t -> tables.add(t.id().toString()));
      if (r.asn() != null) {
        router.put("asn", r.asn().value());
      }
      router.put("routerId", r.routerId().toString());
      ArrayNode sessions = router.putArray("sessions");
      for (Peering p : r.peerings()) {
        ObjectNode session = sessions.addObject();
        session.put("key", p.key());
        session.put("session", p.session().id());
        session.put("table", p.table().toString());
        session.put("local", p.local().toString());
        session.put("remote", p.remote().toString());
      }
    }
    ArrayNode wires = root.putArray("wires");
    for (LabPlan.Wire w : plan.wires()) {
      ObjectNode wire = wires.addObject();
      wire.put("port", w.port());
      wire.put("a", w.a());
      wire.put("b", w.b());
      if (w.segment() != null) {
        wire.put("segment", w.segment());
      }
    }
    ArrayNode injected = root.putArray("injected");
    for (Injection i : plan.injections()) {
      ObjectNode one = injected.addObject();
      one.put("table", i.table().toString());
      one.put("prefix", i.prefix().toString());
      one.put("kind", i.kind().name().toLowerCase(java.util.Locale.ROOT));
      one.put("why", i.why());
    }
    ArrayNode leftOut = root.putArray("leftOut");
    plan.leftOut().forEach(leftOut::add);
    ArrayNode notes = root.putArray("notes");
    plan.notes().forEach(notes::add);
    return MAPPER.writeValueAsString(root).replace("\r\n", "\n") + "\n";
  }
}
