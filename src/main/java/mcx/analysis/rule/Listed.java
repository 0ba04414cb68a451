package mcx.analysis.rule;

import java.util.List;

/** Several things in one sentence. */
public final class Listed {

  private Listed() {}

  /** “A”, “A and B”, “A, B and C”. */
  public static String and(List<String> parts) {
    return joined(parts, " and ");
  }

  /** “A”, “A or B”, “A, B or C”. */
  public static String or(List<String> parts) {
    return joined(parts, " or ");
  }

  private static String joined(List<String> parts, String last) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    return String.join(", ", parts.subList(0, parts.size() - 1)) + last + parts.getLast();
  }
}
