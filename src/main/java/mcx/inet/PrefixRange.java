package mcx.inet;

import java.math.BigInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A run of consecutive prefixes of equal length, written {@code first} alone or {@code first-last}:
 * {@code 172.16.100.0/24-172.16.255.0/24} stands for 156 prefixes.
 *
 * @param first the first prefix of the run
 * @param count how many prefixes the run holds, 1 to {@value #MAX_COUNT}
 */
public record PrefixRange(Prefix first, int count) implements Comparable<PrefixRange> {

  /**
   * The most prefixes that one range may stand for; it keeps a hostile file from filling memory.
   */
  public static final int MAX_COUNT = 1_000_000;

  public PrefixRange {
    if (count < 1 || count > MAX_COUNT) {
      throw new MalformedValueException(
          "A range holds 1 to " + MAX_COUNT + " prefixes, not " + count + ".");
    }
    first.next(count - 1L);
  }

  public static PrefixRange of(Prefix single) {
    return new PrefixRange(single, 1);
  }

  /**
   * Reads {@code prefix} or {@code prefix-prefix}.
   *
   * @throws MalformedValueException if the text is no such range
   */
  public static PrefixRange of(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      return of(Prefix.of(text.strip()));
    }
    Prefix first = Prefix.of(text.substring(0, dash).strip());
    Prefix last = Prefix.of(text.substring(dash + 1).strip());
    if (first.family() != last.family() || first.length() != last.length()) {
      throw new MalformedValueException(
          "The range “" + text + "” must begin and end with prefixes of one length.");
    }
    if (last.compareTo(first) < 0) {
      throw new MalformedValueException("The range “" + text + "” ends before it begins.");
    }
    int shift = first.family().bits() - first.length();
    BigInteger distance =
        last.address().toNumber().subtract(first.address().toNumber()).shiftRight(shift);
    if (distance.compareTo(BigInteger.valueOf(MAX_COUNT)) >= 0) {
      throw new MalformedValueException(
          "The range “" + text + "” holds more than " + MAX_COUNT + " prefixes.");
    }
    return new PrefixRange(first, distance.intValueExact() + 1);
  }

  /** The last prefix of the run. */
  public Prefix last() {
    return first.next(count - 1L);
  }

  /** All prefixes of the run, in order. */
  public Stream<Prefix> stream() {
    return LongStream.range(0, count).mapToObj(first::next);
  }

  @Override
  public int compareTo(PrefixRange other) {
    int c = first.compareTo(other.first);
    return c != 0 ? c : Integer.compare(count, other.count);
  }

  @Override
  public String toString() {
    return count == 1 ? first.toString() : first + "-" + last();
  }
}
