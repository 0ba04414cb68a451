package mcx.analysis.rule;

import java.util.List;
import java.util.function.Function;

/** Pieces of sentences that many findings have. */
public final class Phrases {

  /** How many things a title names. */
  private static final int MOST_NAMED = 3;

  private Phrases() {}

  /** One, two or more things in a row: {@code A, B and C}. */
  public static String list(List<String> parts) {
    return row(parts, " and ");
  }

  /** The names of these things in a row. */
  public static <T> String list(List<T> things, Function<? super T, String> name) {
    return list(things.stream().map(name).toList());
  }

  /** Up to four of them; of more the first three: “A, B, C and 5 more”. */
  public static String some(List<String> parts) {
    return some(parts, MOST_NAMED);
  }

  /** “A”, “A or B”, “A, B or C”. */
  public static String or(List<String> parts) {
    return row(parts, " or ");
  }

  private static String row(List<String> parts, String last) {
    return parts.size() < 2
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, parts.size() - 1)) + last + parts.getLast();
  }

  /**
   * The first of them in a row, and how many more there are; all where only one would be left out,
   * since to name it takes no more room.
   *
   * @param most how many are named of more
   */
  public static String some(List<?> things, int most) {
    int named = things.size() <= most + 1 ? things.size() : most;
    List<String> shown = things.stream().limit(named).map(Object::toString).toList();
    int more = things.size() - named;
    return more == 0 ? list(shown) : String.join(", ", shown) + " and " + more + " more";
  }

  /** A speed as people say it: {@code 650 Mbps}, {@code 1.25 Gbps}. */
  public static String speed(long mbps) {
    if (mbps < 1000) {
      return mbps + " Mbps";
    }
    String gbps = java.math.BigDecimal.valueOf(mbps, 3).stripTrailingZeros().toPlainString();
    return gbps + " Gbps";
  }

  /** A number of things: {@code 1 tunnel}, {@code 2 tunnels}. */
  public static String count(long n, String thing) {
    return n + " " + thing + (n == 1 ? "" : "s");
  }
}
