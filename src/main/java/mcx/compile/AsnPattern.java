package mcx.compile;

import java.util.ArrayList;
import java.util.List;
import mcx.catalog.AsnRange;
import mcx.network.PathMatch;

/** Turns ranges of AS numbers into a pattern over AS paths. */
final class AsnPattern {

  private AsnPattern() {}

  /** Matches a path, written with blanks, that holds a number of one of the ranges. */
  static PathMatch anyOf(List<AsnRange> ranges) {
    List<String> blocks = new ArrayList<>();
    ranges.forEach(r -> collect(r.first(), r.last(), blocks));
    return PathMatch.of("(?:^| )(?:" + String.join("|", blocks) + ")(?:$| )");
  }

  /** Splits a range into blocks of numbers that share all but their last decimal digits. */
  private static void collect(long first, long last, List<String> blocks) {
    long at = first;
    while (at <= last) {
      long size = 1;
      int digits = 0;
      while (at > 0 && at % (size * 10) == 0 && at + size * 10 - 1 <= last) {
        size *= 10;
        digits++;
      }
      blocks.add(digits == 0 ? Long.toString(at) : at / size + "\\d{" + digits + "}");
      at += size;
    }
  }
}
