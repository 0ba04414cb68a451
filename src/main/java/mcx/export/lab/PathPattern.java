package mcx.export.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mcx.network.PathMatch;
import org.jspecify.annotations.Nullable;

/** Expressions over AS paths in the daemons' own forms. */
final class PathPattern {

  /** How {@code _} is spelled out in the network's expressions. */
  private static final List<String> BOUNDARIES =
      List.of("(?:^|$| )", "(?:^| )", "(?:$| )", "(?:^|$)");

  private static final Pattern MASK =
      Pattern.compile("(\\^)?([_ ]|[0-9]+|\\.\\*|\\[0-9]\\+)*(\\$)?");
  private static final Pattern PART = Pattern.compile("[_ ]|[0-9]+|\\.\\*|\\[0-9]\\+|\\^|\\$");

  private PathPattern() {}

  /** The expression as FRR and GoBGP take it (POSIX, with {@code _} for a boundary). */
  static String posix(PathMatch pattern) {
    String text = pattern.pattern();
    for (String boundary : BOUNDARIES) {
      text = text.replace(boundary, "_");
    }
    return text.replace("(?:", "(").replace("\\d", "[0-9]");
  }

  /**
   * The expression as BIRD's path mask; null where no mask says the same. Only whole numbers can be
   * matched by a mask.
   */
  static @Nullable String mask(PathMatch pattern) {
    String text = posix(pattern);
    if (!MASK.matcher(text).matches()) {
      return null;
    }
    List<String> parts = new ArrayList<>();
    Matcher m = PART.matcher(text);
    while (m.find()) {
      parts.add(m.group());
    }
    boolean anchoredStart = !parts.isEmpty() && parts.getFirst().equals("^");
    boolean anchoredEnd = !parts.isEmpty() && parts.getLast().equals("$");
    List<String> inner = parts.subList(anchoredStart ? 1 : 0, parts.size() - (anchoredEnd ? 1 : 0));
    StringBuilder mask = new StringBuilder();
    boolean open = !anchoredStart;
    boolean boundary = anchoredStart;
    if (open) {
      mask.append("* ");
    }
    for (String part : inner) {
      switch (part) {
        case "_", " " -> boundary = true;
        case ".*" -> {
          mask.append("* ");
          open = true;
          boundary = false;
        }
        default -> {
          if (!boundary) {
            return null;
          }
          mask.append(part.startsWith("[") ? "?" : part).append(' ');
          open = false;
          boundary = false;
        }
      }
    }
    if (!anchoredEnd) {
      if (!boundary && !open) {
        return null;
      }
      mask.append("* ");
    }
    return "[= " + mask.toString().strip() + " =]";
  }
}
