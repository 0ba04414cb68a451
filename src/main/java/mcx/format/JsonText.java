package mcx.format;

import java.util.Iterator;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes JSON the way people keep it in git: two blanks for each level, one field on a line. What
 * holds nothing deeper than plain values stands on one line where that is short enough, so that a
 * prefix list or a rectangle does not fill the screen; what is {@code spread} never does.
 */
final class JsonText {

  private static final int WIDTH = 100;

  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  /**
   * The text, with a newline at its end.
   *
   * @param spread for fields of the top: down to which level, from the top's 0, there is always one
   *     field on a line
   */
  static String of(ObjectNode node, Map<String, Integer> spread) {
    JsonText text = new JsonText();
    text.out.append('{');
    String between = "";
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      text.out.append(between);
      text.newline(1);
      text.key(field.getKey());
      text.append(
          field.getValue(), 1, spread.getOrDefault(field.getKey(), 0), field.getKey().length() + 4);
      between = ",";
    }
    text.newline(0);
    return text.out.append("}\n").toString();
  }

  private void append(JsonNode node, int level, int spread, int used) {
    if (!node.isContainer() || node.isEmpty()) {
      out.append(node);
      return;
    }
    if (level >= spread && isFlat(node)) {
      String line = line(node);
      // One column is kept for the comma behind it.
      if (2 * level + used + line.length() < WIDTH) {
        out.append(line);
        return;
      }
    }
    boolean object = node.isObject();
    out.append(object ? '{' : '[');
    if (object) {
      Iterator<Map.Entry<String, JsonNode>> fields = node.properties().iterator();
      while (fields.hasNext()) {
        Map.Entry<String, JsonNode> field = fields.next();
        newline(level + 1);
        int start = out.length();
        key(field.getKey());
        append(field.getValue(), level + 1, spread, out.length() - start);
        out.append(fields.hasNext() ? "," : "");
      }
    } else {
      Iterator<JsonNode> items = node.iterator();
      while (items.hasNext()) {
        newline(level + 1);
        append(items.next(), level + 1, 0, 0);
        out.append(items.hasNext() ? "," : "");
      }
    }
    newline(level);
    out.append(object ? '}' : ']');
  }

  private void newline(int level) {
    out.append('\n').append("  ".repeat(level));
  }

  private void key(String key) {
    out.append(quoted(key)).append(": ");
  }

  private static String quoted(String key) {
    return JsonNodeFactory.instance.stringNode(key).toString();
  }

  /** Whether it holds plain values, or one more level of plain values. */
  private static boolean isFlat(JsonNode node) {
    for (JsonNode child : node) {
      if (child.isObject() && !child.isEmpty()) {
        return false;
      }
      for (JsonNode grandchild : child) {
        if (grandchild.isContainer()) {
          return false;
        }
      }
    }
    return true;
  }

  private static String line(JsonNode node) {
    if (!node.isContainer()) {
      return node.toString();
    }
    StringBuilder line = new StringBuilder(node.isObject() ? "{" : "[");
    String between = "";
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        line.append(between).append(quoted(field.getKey())).append(": ");
        line.append(line(field.getValue()));
        between = ", ";
      }
    } else {
      for (JsonNode item : node) {
        line.append(between).append(line(item));
        between = ", ";
      }
    }
    return line.append(node.isObject() ? '}' : ']').toString();
  }
}
