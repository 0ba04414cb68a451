package mcx.analysis.rule;

import java.util.List;

/** Pieces of sentences that many findings have. */
public final class Phrases {

  private Phrases() {}

  /** One, two or more things in a row: {@code A, B and C}. */
  public static String list(List<String> parts) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
  }

  /** “A”, “A or B”, “A, B or C”. */
  public static String or(List<String> parts) {
    return parts.size() < 2
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, parts.size() - 1)) + " or " + parts.getLast();
  }

  /** The first few in a row, and how many more there are. */
  public static String some(List<String> parts, int most) {
    if (parts.size() <= most) {
      return list(parts);
    }
    return String.join(", ", parts.subList(0, most)) + " and " + (parts.size() - most) + " more";
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
