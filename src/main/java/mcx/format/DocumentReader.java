package mcx.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.InvalidDesignException;
import mcx.design.Link;
import mcx.design.Mute;
import mcx.design.PrefixLists;
import mcx.diagram.Diagram;
import mcx.diagram.Document;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one document. It reads on past an error in one element to find those in others; a document
 * comes out only where there was none.
 *
 * <p>What a later version of the same major number wrote is kept as it stands: fields; elements and
 * links of kinds that are not known here; and what refers to such an element, since without it this
 * version could not tell whether it is well-formed.
 */
final class DocumentReader {

  /** The field that names the kind of an element or link. */
  static final String KIND = "kind";

  private static final String LISTS = "prefixLists";

  private static final Pattern VERSION = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})");

  private static final RecordForm<Intent> INTENT = Forms.record(Intent.class);
  private static final RecordForm<Mute> MUTE = Forms.record(Mute.class);
  private static final RecordForm<Diagram.Note> NOTE = Forms.record(Diagram.Note.class);

  /** An element, link or intent on its way in; without a value, it is kept as it stands. */
  private record Part<T>(Id id, Place place, JsonNode node, @Nullable T value) {}

  private final String text;
  private final String name;
  private final List<Problem> problems = new ArrayList<>();
  private final SortedMap<String, String> unknown = new TreeMap<>();
  private long prefixes;

  DocumentReader(String text, String name) {
    // A byte order mark is no part of the text.
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    this.name = name;
  }

  Document read() throws McxFormatException {
    JsonNode root = JsonParsing.parse(text, name);
    ObjectNode file = version(root);
    Place top = new Place("", new Place.Notes());
    ObjectNode designNode = object(file, "design", top);
    ObjectNode diagramNode = object(file, "diagram", top);
    keepOthers(file, top, "mcx", "design", "diagram");
    keepOthers(object(file, "mcx", top), top.child("mcx"), "version");

    Place inDesign = top.child("design");
    keepOthers(designNode, inDesign, "name", "elements", "links", "intents", "mutes", LISTS);
    SortedMap<Id, Part<Element>> elements =
        parts(designNode, "elements", inDesign, (n, p) -> ofKind(Kinds.ELEMENTS, n, p));
    SortedMap<Id, Part<Link>> links =
        parts(designNode, "links", inDesign, (n, p) -> ofKind(Kinds.LINKS, n, p));
    SortedMap<Id, Part<Intent>> intents =
        parts(designNode, "intents", inDesign, (n, p) -> INTENT.read(n, p, RecordForm.said(id(p))));
    SortedMap<Id, Part<Mute>> mutes =
        parts(designNode, "mutes", inDesign, (n, p) -> MUTE.read(n, p, RecordForm.said(id(p))));
    PrefixLists lists =
        new PrefixListsForm().read(object(designNode, LISTS, inDesign), inDesign.child(LISTS));
    String title = title(designNode, inDesign);
    limits(elements.size() + links.size(), inDesign);
    collect(top.notes());
    stopIfWrong();

    references(elements, links, intents);
    lists(links, lists);
    levels(elements);
    stopIfWrong();
    Set<Id> kept = new HashSet<>();
    SortedMap<Id, Element> goodElements = sorted(elements, kept);
    SortedMap<Id, Link> goodLinks = sorted(links, kept);
    SortedMap<Id, Intent> goodIntents = sorted(intents, new HashSet<>());
    SortedMap<Id, Mute> goodMutes = sorted(mutes, new HashSet<>());
    Diagram diagram = diagram(diagramNode, goodElements, goodLinks, kept);
    stopIfWrong();
    try {
      Design design = new Design(title, goodElements, goodLinks, goodIntents, goodMutes, lists);
      return new Document(design, diagram, unknown);
    } catch (InvalidDesignException e) {
      Id subject = e.subject();
      String where =
          subject == null
              ? "/design"
              : (elements.containsKey(subject) ? "/design/elements/" : "/design/links/") + subject;
      problems.add(
          new Problem(Problem.Kind.MEANING, 0, 0, where, String.valueOf(e.getMessage()), ""));
      throw refusal();
    }
  }

  // --- the frame of the file ---

  private ObjectNode version(JsonNode root) throws McxFormatException {
    JsonNode version = root.path("mcx").path("version");
    if (!(root instanceof ObjectNode file) || !version.isString()) {
      throw FileInput.refused(
          name,
          Problem.Kind.STRUCTURE,
          "It is JSON, but not an MCX file: the field mcx.version is missing.",
          "Choose a file that MCX has saved, or begin it with {\"mcx\": {\"version\": \"1.0\"}, …}.");
    }
    Matcher parts = VERSION.matcher(version.stringValue());
    if (!parts.matches()) {
      throw FileInput.refused(
          name,
          Problem.Kind.STRUCTURE,
          "The format version “" + version.stringValue() + "” is none.",
          "Write two numbers, such as " + McxFiles.VERSION + ".");
    }
    int major = Integer.parseInt(parts.group(1));
    if (major > McxFiles.MAJOR) {
      throw FileInput.refused(
          name,
          Problem.Kind.STRUCTURE,
          "It was saved by a newer MCX, in format "
              + version.stringValue()
              + "; this one reads up to "
              + McxFiles.MAJOR
              + ".x.",
          "Open it with a newer MCX.");
    }
    if (major < McxFiles.MAJOR) {
      throw FileInput.refused(
          name,
          Problem.Kind.STRUCTURE,
          "There never was a format version " + version.stringValue() + ".",
          "The first is 1.0.");
    }
    if (Integer.parseInt(parts.group(2)) > McxFiles.MINOR) {
      unknown.put(DocumentWriter.VERSION_POINTER, version.toString());
    }
    return file;
  }

  /** The object under the key; an empty one where there is none. */
  private ObjectNode object(ObjectNode holder, String key, Place place) {
    JsonNode node = holder.get(key);
    if (node instanceof ObjectNode object) {
      return object;
    }
    if (node != null) {
      place.child(key).expected("an object, between { and }", node);
    }
    return holder.objectNode();
  }

  private void keepOthers(ObjectNode node, Place place, String... known) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!List.of(known).contains(field.getKey())) {
        unknown.put(place.child(field.getKey()).pointer(), field.getValue().toString());
      }
    }
  }

  private static String title(ObjectNode design, Place place) {
    JsonNode title = design.get("name");
    if (title == null) {
      return "";
    }
    if (!title.isString()) {
      place.child("name").expected("a text", title);
      return "";
    }
    if (title.stringValue().length() > 200) {
      place.child("name").structure("A name has at most 200 characters.", "Make it shorter.");
      return "";
    }
    return title.stringValue();
  }

  // --- elements, links, intents ---

  private <T> SortedMap<Id, Part<T>> parts(
      ObjectNode design,
      String key,
      Place inDesign,
      BiFunction<JsonNode, Place, @Nullable T> reader) {
    SortedMap<Id, Part<T>> parts = new TreeMap<>();
    ObjectNode all = object(design, key, inDesign);
    Place in = inDesign.child(key);
    for (Map.Entry<String, JsonNode> entry : all.properties()) {
      Place place = new Place(in.child(entry.getKey()).pointer(), new Place.Notes());
      Id id = key(entry.getKey(), place);
      if (id != null) {
        parts.put(
            id, new Part<>(id, place, entry.getValue(), reader.apply(entry.getValue(), place)));
        prefixes += place.notes().prefixes;
      }
      collect(place.notes());
    }
    return parts;
  }

  private static @Nullable Id key(String key, Place place) {
    try {
      Id id = new Id(key);
      if (id.equals(id.owner())) {
        return id;
      }
      place.structure("“" + key + "” has a slash, which only the ids of parts have.", "Remove it.");
    } catch (InvalidDesignException e) {
      place.structure(String.valueOf(e.getMessage()), "");
    }
    return null;
  }

  /** The id that the place's pointer ends with, which {@link #key} has found good. */
  private static Id id(Place place) {
    return new Id(place.pointer().substring(place.pointer().lastIndexOf('/') + 1));
  }

  /** Reads an element or link by its kind; null where that is not known, or something is wrong. */
  private static <T> @Nullable T ofKind(Kinds<T> kinds, JsonNode node, Place place) {
    if (!node.isObject()) {
      place.expected("an object, between { and }", node);
      return null;
    }
    JsonNode named = node.get(KIND);
    if (named == null || !named.isString()) {
      place.structure(
          "The field “kind” is missing.", "Say what it is, for example “" + example(kinds) + "”.");
      return null;
    }
    Kinds.Kind<T> kind = kinds.named(named.stringValue());
    if (kind == null) {
      return null;
    }
    Map<String, Object> said = new HashMap<>(RecordForm.said(id(place)));
    if (kind.variant() != null) {
      said.put("kind", kind.variant());
    }
    return kind.form().read(node, place, said);
  }

  private static String example(Kinds<?> kinds) {
    return kinds.byName().keySet().iterator().next();
  }

  private void limits(int count, Place place) {
    if (count > Limits.ELEMENTS_AND_LINKS) {
      place.structure(
          "There are "
              + count
              + " elements and links; the most is "
              + Limits.ELEMENTS_AND_LINKS
              + ".",
          "Split the design.");
    }
    if (prefixes > Limits.PREFIXES) {
      place.structure(
          "The prefix ranges stand for "
              + prefixes
              + " prefixes; the most is "
              + Limits.PREFIXES
              + ".",
          "Make them smaller.");
    }
  }

  // --- what refers to what ---

  /** Puts aside what refers to something unknown, and tells what refers to nothing. */
  private void references(
      SortedMap<Id, Part<Element>> elements,
      SortedMap<Id, Part<Link>> links,
      SortedMap<Id, Part<Intent>> intents) {
    Set<Id> kept = new HashSet<>();
    elements.values().stream().filter(p -> p.value() == null).forEach(p -> kept.add(p.id()));
    links.values().stream().filter(p -> p.value() == null).forEach(p -> kept.add(p.id()));
    boolean more = !kept.isEmpty();
    while (more) {
      more = putAside(elements, kept) | putAside(links, kept);
    }
    if (!kept.isEmpty()) {
      putAside(intents, kept);
    }
    for (Part<Element> part : elements.values()) {
      for (Place.Reference r : part.place().notes().references) {
        boolean linkMayBe = !r.pointer().endsWith("/parent");
        if (part.value() != null
            && !elements.containsKey(r.to())
            && !(linkMayBe && links.containsKey(r.to().owner()))) {
          missing(r);
        }
      }
    }
    for (Part<Link> part : links.values()) {
      for (Place.Reference r : part.place().notes().references) {
        if (part.value() != null && !elements.containsKey(r.to())) {
          missing(r);
        }
      }
    }
    for (Part<Intent> part : intents.values()) {
      for (Place.Reference r : part.place().notes().references) {
        boolean end = r.pointer().endsWith("/from") || r.pointer().endsWith("/to");
        if (part.value() != null
            && !elements.containsKey(r.to())
            && !(!end && links.containsKey(r.to().owner()))) {
          missing(r);
        }
      }
    }
    for (Id id : links.keySet()) {
      if (elements.containsKey(id)) {
        problems.add(
            new Problem(
                Problem.Kind.MEANING,
                0,
                0,
                "/design/links/" + id,
                "The id “" + id + "” is that of an element too.",
                "Give one of the two another."));
      }
    }
  }

  /** Tells where a policy names a prefix list that is not there. */
  private void lists(SortedMap<Id, Part<Link>> links, PrefixLists lists) {
    for (Part<Link> part : links.values()) {
      for (Place.Named named : part.place().notes().lists) {
        if (part.value() != null && !lists.byName().containsKey(named.list())) {
          problems.add(
              new Problem(
                  Problem.Kind.MEANING,
                  0,
                  0,
                  named.pointer(),
                  "There is no prefix list “" + named.list() + "”.",
                  "Name one that is among the design’s prefixLists, or add it there."));
        }
      }
    }
  }

  private void missing(Place.Reference r) {
    String field = r.pointer().substring(r.pointer().lastIndexOf('/') + 1);
    String what = field.chars().allMatch(Character::isDigit) ? "This" : "“" + field + "”";
    problems.add(
        new Problem(
            Problem.Kind.MEANING,
            0,
            0,
            r.pointer(),
            what + " names “" + r.to() + "”, and there is no such element.",
            "Name one that exists, or remove what names it."));
  }

  private static <T> boolean putAside(SortedMap<Id, Part<T>> parts, Set<Id> kept) {
    boolean more = false;
    for (Part<T> part : List.copyOf(parts.values())) {
      boolean refers =
          part.place().notes().references.stream()
              .anyMatch(r -> kept.contains(r.to()) || kept.contains(r.to().owner()));
      if (part.value() != null && refers) {
        parts.put(part.id(), new Part<>(part.id(), part.place(), part.node(), null));
        kept.add(part.id());
        more = true;
      }
    }
    return more;
  }

  private void levels(SortedMap<Id, Part<Element>> elements) {
    for (Part<Element> part : elements.values()) {
      Element at = part.value();
      int level = 0;
      while (at != null && at.parent() != null && level <= Limits.LEVELS) {
        Part<Element> holder = elements.get(at.parent());
        at = holder == null ? null : holder.value();
        level++;
      }
      if (level > Limits.LEVELS) {
        problems.add(
            new Problem(
                Problem.Kind.MEANING,
                0,
                0,
                part.place().pointer() + "/parent",
                "“"
                    + part.id()
                    + "” holds itself, or lies deeper than "
                    + Limits.LEVELS
                    + " levels.",
                "Give it another parent."));
      }
    }
  }

  /** The values, in order; what has none is kept as it stands, and its id is remembered. */
  private <T> SortedMap<Id, T> sorted(SortedMap<Id, Part<T>> parts, Set<Id> kept) {
    SortedMap<Id, T> good = new TreeMap<>();
    for (Part<T> part : parts.values()) {
      T value = part.value();
      if (value == null) {
        kept.add(part.id());
        unknown.put(part.place().pointer(), part.node().toString());
      } else {
        good.put(part.id(), value);
        part.place().notes().unknown.forEach(u -> unknown.put(u.pointer(), u.json()));
      }
    }
    return good;
  }

  // --- the diagram ---

  private Diagram diagram(
      ObjectNode node, Map<Id, Element> elements, Map<Id, Link> links, Set<Id> kept) {
    Place place = new Place("/diagram", new Place.Notes());
    keepOthers(node, place, "bounds", "bends", "notes");
    Form<Rect> rectangle = Forms.of(Rect.class);
    Form<List<Point>> corners = Forms.listOf(Point.class);
    SortedMap<Id, Rect> bounds = placed(node, "bounds", place, rectangle, elements.keySet(), kept);
    SortedMap<Id, List<Point>> bends = placed(node, "bends", place, corners, links.keySet(), kept);
    SortedMap<Id, Diagram.Note> notes = placed(node, "notes", place, NOTE, null, kept);
    place.notes().unknown.forEach(u -> unknown.put(u.pointer(), u.json()));
    collect(place.notes());
    return new Diagram(bounds, bends, notes);
  }

  /**
   * The places of things. That of a thing that is kept as it stands is kept too; that of a thing
   * that is gone (a merge in git may leave one) means nothing.
   */
  private <T> SortedMap<Id, T> placed(
      ObjectNode diagram,
      String key,
      Place inDiagram,
      Form<T> form,
      @Nullable Set<Id> present,
      Set<Id> kept) {
    SortedMap<Id, T> all = new TreeMap<>();
    Place in = inDiagram.child(key);
    for (Map.Entry<String, JsonNode> entry : object(diagram, key, inDiagram).properties()) {
      Place place = in.child(entry.getKey());
      Id id = key(entry.getKey(), place);
      if (id != null && present != null && kept.contains(id)) {
        unknown.put(place.pointer(), entry.getValue().toString());
      } else if (id != null) {
        T value = form.read(entry.getValue(), place);
        if (value != null && (present == null || present.contains(id))) {
          all.put(id, value);
        }
      }
    }
    return all;
  }

  // --- errors ---

  private void collect(Place.Notes notes) {
    problems.addAll(notes.problems);
    notes.problems.clear();
  }

  private void stopIfWrong() throws McxFormatException {
    if (!problems.isEmpty()) {
      throw refusal();
    }
  }

  /** All problems, with their lines, in the order of the file. */
  private McxFormatException refusal() {
    List<Problem> told = problems.subList(0, Math.min(problems.size(), Limits.PROBLEMS));
    Set<String> pointers = told.stream().map(Problem::pointer).collect(Collectors.toSet());
    Map<String, TokenStreamLocation> lines = JsonParsing.locations(text, pointers);
    List<Problem> located = new ArrayList<>();
    for (Problem p : told) {
      TokenStreamLocation at = lines.get(p.pointer());
      located.add(at == null ? p : p.at(at.getLineNr(), at.getColumnNr()));
    }
    located.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    return new McxFormatException(name, located);
  }
}
