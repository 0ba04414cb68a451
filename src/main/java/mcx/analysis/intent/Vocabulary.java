package mcx.analysis.intent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import mcx.analysis.Names;
import mcx.design.AccessLink;
import mcx.design.CloudInterconnect;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.VpnConnection;
import org.jspecify.annotations.Nullable;

/**
 * What the things of a design are called in sentences. A thing is called by its id, by its name, by
 * its name after that of what holds it and a slash ({@code Azure/Production}), or by what reports
 * call it. A name that holds a word of the grammar stands between quotes.
 */
final class Vocabulary {

  /** Words that end a name. */
  private static final Pattern RESERVED =
      Pattern.compile(
          "(?i).*(^|\\s)(reaches|never|over|surviving|within|at|through|avoiding|preferring|and|anything)"
              + "(\\s|$).*|.*[,\"].*|\\s.*|.*\\s\\s.*|.*\\s|.*\\R.*");

  /** What gateways' instances are called as parts. */
  private static final Pattern INSTANCE = Pattern.compile("instance-\\d+");

  private final Design design;
  private final Map<String, Set<Id>> exact = new HashMap<>();
  private final Map<String, Set<Id>> lower = new HashMap<>();
  private final SortedMap<Id, List<String>> called = new TreeMap<>();

  Vocabulary(Design design) {
    this.design = design;
    design.elements().values().forEach(e -> add(e.id(), names(e)));
    for (Link link : design.links().values()) {
      add(link.id(), names(link));
      parts(link).forEach(p -> add(p, List.of(Names.of(design, p))));
    }
  }

  private void add(Id id, Collection<String> names) {
    List<String> all = new ArrayList<>();
    for (String name : names) {
      String text = name.strip();
      if (!text.isEmpty() && !text.matches("(?s).*\\R.*")) {
        all.add(text);
        exact.computeIfAbsent(text, k -> new TreeSet<>()).add(id);
        lower.computeIfAbsent(text.toLowerCase(Locale.ROOT), k -> new TreeSet<>()).add(id);
      }
    }
    all.add(id.value());
    called.put(id, all);
  }

  private Collection<String> names(Element element) {
    Set<String> names = new LinkedHashSet<>();
    names.add(element.name());
    StringBuilder path = new StringBuilder(element.name());
    if (!element.name().isBlank()) {
      for (Element above : design.ancestors(element.id())) {
        if (!above.name().isBlank()) {
          path.insert(0, above.name() + "/");
          names.add(above.name() + "/" + element.name());
        }
      }
      names.add(path.toString());
    }
    names.add(Names.of(design, element.id()));
    return names;
  }

  private Collection<String> names(Link link) {
    Set<String> names = new LinkedHashSet<>();
    names.add(link.name());
    names.add(Names.of(design, link.id()));
    return names;
  }

  private static List<Id> parts(Link link) {
    return switch (link) {
      case VpnConnection l -> l.tunnels().stream().map(t -> l.id().part(t.key())).toList();
      case AccessLink l -> l.vlans().stream().map(v -> l.id().part(v.key())).toList();
      case CloudInterconnect l -> l.paths().stream().map(p -> l.id().part(p.key())).toList();
      default -> List.of();
    };
  }

  /** All things that are called so: by their id, else by a name, else by one but for capitals. */
  Set<Id> find(String text) {
    String name = text.strip();
    Id byId = byId(name);
    if (byId != null) {
      return Set.of(byId);
    }
    Set<Id> found = exact.getOrDefault(name, Set.of());
    return found.isEmpty() ? lower.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of()) : found;
  }

  private @Nullable Id byId(String text) {
    try {
      Id id = new Id(text);
      if (called.containsKey(id)) {
        return id;
      }
      String part = text.substring(Math.min(text.length(), id.owner().value().length() + 1));
      return design.element(id.owner()) != null && INSTANCE.matcher(part).matches() ? id : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** What a sentence calls the thing: the shortest of its names that nothing else has. */
  String word(Id id) {
    for (String name : called.getOrDefault(id, List.of())) {
      if (find(name).equals(Set.of(id))) {
        return isPlain(name) ? name : "\"" + name.replace("\"", "\"\"") + "\"";
      }
    }
    return isPlain(id.value()) ? id.value() : "\"" + id.value() + "\"";
  }

  /** Whether a name may stand without quotes. */
  static boolean isPlain(String name) {
    return !RESERVED.matcher(name).matches();
  }

  /**
   * The end of the longest name without quotes that begins there; -1 where none does.
   *
   * @param from where in the text
   */
  int longest(String text, int from) {
    for (int end = text.length(); end > from; end--) {
      boolean edge =
          end == text.length()
              || Character.isWhitespace(text.charAt(end))
              || text.charAt(end) == ',';
      if (edge && !Character.isWhitespace(text.charAt(end - 1))) {
        String name = text.substring(from, end);
        if (isPlain(name) && !find(name).isEmpty()) {
          return end;
        }
      }
    }
    return -1;
  }

  /** All things, elements first, or elements only. */
  List<Id> things(boolean elementsOnly) {
    List<Id> all = new ArrayList<>(design.elements().keySet());
    if (!elementsOnly) {
      called.keySet().stream().filter(id -> design.element(id) == null).forEach(all::add);
    }
    return all;
  }

  boolean isElement(Id id) {
    return design.element(id) != null;
  }

  Design design() {
    return design;
  }
}
