package mcx.editor.field;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.design.ListName;
import mcx.design.PrefixLists;
import mcx.design.RoutePolicy.PrefixMatch;
import mcx.editor.Texts;

/**
 * Prefix lists as text that can be read and typed, one list on each line; a name on several lines
 * has the prefixes of all of them:
 *
 * <pre>
 * campus: 10.0.0.0/8 le 24, 192.168.0.0/16
 * default: 0.0.0.0/0
 * </pre>
 *
 * <p>What is printed is read back as the same lists.
 */
final class PrefixListText {

  private PrefixListText() {}

  static String print(PrefixLists lists) {
    List<String> lines = new ArrayList<>();
    lists
        .byName()
        .forEach(
            (name, matches) ->
                lines.add(
                    name
                        + ": "
                        + String.join(", ", matches.stream().map(LineForms::print).toList())));
    return String.join("\n", lines);
  }

  /**
   * Reads lists.
   *
   * @throws IllegalArgumentException with what is wrong, and what would be right
   */
  static PrefixLists parse(String text) {
    SortedMap<ListName, List<PrefixMatch>> lists = new TreeMap<>();
    for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      int colon = line.indexOf(':');
      // An IPv6 prefix has colons too; a name goes before the first one, and has neither blank
      // nor slash.
      String name = colon < 0 ? "" : line.substring(0, colon).strip();
      if (name.isEmpty() || name.contains("/") || name.contains(" ")) {
        throw new IllegalArgumentException(Texts.get("lines.prefixList", line));
      }
      List<PrefixMatch> matches = lists.computeIfAbsent(new ListName(name), n -> new ArrayList<>());
      for (String match : line.substring(colon + 1).split(",", -1)) {
        if (!match.isBlank()) {
          matches.add(LineForms.prefixMatch(match));
        }
      }
    }
    return new PrefixLists(lists);
  }
}
