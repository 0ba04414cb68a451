package mcx.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.Link;
import mcx.design.Mute;
import mcx.diagram.Diagram;
import mcx.diagram.Document;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes documents. */
final class DocumentWriter {

  /** Where a later minor version than ours is kept. */
  static final String VERSION_POINTER = "/mcx/version";

  /** How many levels, from the top, have one field on a line: down to the single element. */
  private static final Map<String, Integer> SPREAD = Map.of("design", 4, "diagram", 3);

  private static final RecordForm<Intent> INTENT = Forms.record(Intent.class);
  private static final RecordForm<Mute> MUTE = Forms.record(Mute.class);
  private static final RecordForm<Diagram.Note> NOTE = Forms.record(Diagram.Note.class);

  private DocumentWriter() {}

  static String write(Document document) {
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.putObject("mcx").put("version", McxFiles.VERSION);
    ObjectNode design = file.putObject("design");
    design.put("name", document.design().name());
    map(design, "elements", document.design().elements(), DocumentWriter::element);
    map(design, "links", document.design().links(), DocumentWriter::link);
    map(
        design,
        "intents",
        document.design().intents(),
        i -> INTENT.write(i, RecordForm.said(i.id())));
    if (!document.design().mutes().isEmpty()) {
      map(design, "mutes", document.design().mutes(), m -> MUTE.write(m, RecordForm.said(m.id())));
    }
    if (!document.design().prefixLists().isEmpty()) {
      design.set("prefixLists", new PrefixListsForm().write(document.design().prefixLists()));
    }
    ObjectNode diagram = file.putObject("diagram");
    SortedMap<Id, Rect> bounds = new TreeMap<>(document.diagram().bounds());
    bounds.keySet().retainAll(document.design().elements().keySet());
    SortedMap<Id, List<Point>> bends = new TreeMap<>(document.diagram().bends());
    bends.keySet().retainAll(document.design().links().keySet());
    map(diagram, "bounds", bounds, Forms.of(Rect.class)::write);
    map(diagram, "bends", bends, Forms.listOf(Point.class)::write);
    map(diagram, "notes", document.diagram().notes(), NOTE::write);
    new UnknownParts(file).putBack(document.unknown());
    return JsonText.of(file, SPREAD);
  }

  private static <T> void map(
      ObjectNode holder, String key, SortedMap<Id, T> values, Function<T, JsonNode> form) {
    ObjectNode node = holder.putObject(key);
    values.forEach((id, value) -> node.set(id.value(), form.apply(value)));
  }

  private static JsonNode element(Element element) {
    return ofKind(Kinds.ELEMENTS.of(element), element, element.id());
  }

  private static JsonNode link(Link link) {
    return ofKind(Kinds.LINKS.of(link), link, link.id());
  }

  @SuppressWarnings("unchecked")
  private static <T> JsonNode ofKind(Kinds.Kind<T> kind, T value, Id id) {
    Map<String, Object> said = new LinkedHashMap<>(RecordForm.said(id));
    if (kind.variant() != null) {
      said.put("kind", kind.variant());
    }
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put(DocumentReader.KIND, kind.name());
    node.setAll(((RecordForm<T>) kind.form()).write(value, said));
    return node;
  }
}
