package mcx.format;

import java.util.ArrayList;
import java.util.List;
import mcx.design.Id;
import mcx.design.ListName;
import tools.jackson.databind.JsonNode;

/**
 * Where the reader is in the file, and where it puts what it notices there.
 *
 * @param pointer the JSON pointer (RFC 6901)
 * @param notes what has been noticed in the element or link that is being read
 * @param isItem whether it is an item of a list
 */
record Place(String pointer, Notes notes, boolean isItem) {

  Place(String pointer, Notes notes) {
    this(pointer, notes, false);
  }

  /** A reference from a place in the file to an element, a link, or a part of one. */
  record Reference(String pointer, Id to) {}

  /** A place in the file where a prefix list is named. */
  record Named(String pointer, ListName list) {}

  /** A field that this version does not know. */
  record Unknown(String pointer, String json) {}

  /** What is noticed while an element or link is read. */
  static final class Notes {
    final List<Problem> problems = new ArrayList<>();
    final List<Reference> references = new ArrayList<>();
    final List<Named> lists = new ArrayList<>();
    final List<Unknown> unknown = new ArrayList<>();
    long prefixes;
  }

  Place child(String key) {
    return new Place(pointer + "/" + key.replace("~", "~0").replace("/", "~1"), notes);
  }

  Place child(int index) {
    return new Place(pointer + "/" + index, notes, true);
  }

  /** Tells that another form was expected than the one found. */
  void expected(String what, JsonNode found) {
    structure("Here should be " + what + ", not " + describe(found) + ".", "");
  }

  void structure(String reason, String wayOut) {
    notes.problems.add(new Problem(Problem.Kind.STRUCTURE, 0, 0, pointer, reason, wayOut));
  }

  void meaning(String reason, String wayOut) {
    notes.problems.add(new Problem(Problem.Kind.MEANING, 0, 0, pointer, reason, wayOut));
  }

  /** Keeps a field that this version does not know. */
  void unknown(String key, JsonNode value) {
    notes.unknown.add(new Unknown(child(key).pointer, value.toString()));
  }

  /** Keeps what tells this item of a list from the others. */
  void mark(JsonNode mark) {
    notes.unknown.add(new Unknown(pointer + UnknownParts.MARK, mark.toString()));
  }

  private static String describe(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case NULL -> "null";
      default -> {
        String text = node.toString();
        yield text.length() > 60 ? text.substring(0, 60) + "…" : text;
      }
    };
  }
}
