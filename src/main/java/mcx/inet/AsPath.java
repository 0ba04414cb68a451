package mcx.inet;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * An AS path: the sequence of autonomous systems that a route crossed, nearest first (RFC 4271
 * §4.3). AS sets are not represented; RFC 9774 deprecates them.
 */
public final class AsPath implements Comparable<AsPath> {

  /** The path of a route that has left no autonomous system yet. */
  public static final AsPath EMPTY = new AsPath(new long[0]);

  private final long[] sequence;
  private final int hash;

  private AsPath(long[] sequence) {
    this.sequence = sequence;
    this.hash = Arrays.hashCode(sequence);
  }

  /** The path through these numbers, nearest first. */
  public static AsPath of(long... nearestFirst) {
    return nearestFirst.length == 0 ? EMPTY : new AsPath(nearestFirst.clone());
  }

  /**
   * Reads numbers separated by blanks; an empty text is the empty path.
   *
   * @throws MalformedValueException if a part is no AS number
   */
  public static AsPath parse(String text) {
    String t = text.strip();
    if (t.isEmpty()) {
      return EMPTY;
    }
    return new AsPath(Arrays.stream(t.split("\\s+")).mapToLong(s -> Asn.of(s).value()).toArray());
  }

  public int length() {
    return sequence.length;
  }

  public boolean isEmpty() {
    return sequence.length == 0;
  }

  /** The number at this place, 0 being the nearest. */
  public Asn get(int index) {
    return new Asn(sequence[index]);
  }

  /** The numbers, nearest first. */
  public LongStream stream() {
    return Arrays.stream(sequence);
  }

  public boolean contains(Asn asn) {
    return count(asn) > 0;
  }

  /** How often the number stands in the path. */
  public int count(Asn asn) {
    int n = 0;
    for (long s : sequence) {
      if (s == asn.value()) {
        n++;
      }
    }
    return n;
  }

  /** This path with the number put before it, {@code times} times. */
  public AsPath prepend(Asn asn, int times) {
    if (times <= 0) {
      return this;
    }
    long[] longer = new long[sequence.length + times];
    Arrays.fill(longer, 0, times, asn.value());
    System.arraycopy(sequence, 0, longer, times, sequence.length);
    return new AsPath(longer);
  }

  public AsPath prepend(Asn asn) {
    return prepend(asn, 1);
  }

  /** This path with every {@code from} replaced by {@code to}. */
  public AsPath replace(Asn from, Asn to) {
    if (!contains(from)) {
      return this;
    }
    return new AsPath(stream().map(s -> s == from.value() ? to.value() : s).toArray());
  }

  /** Whether the path is not empty and holds private numbers only. */
  public boolean isAllPrivate() {
    return sequence.length > 0 && stream().allMatch(s -> new Asn(s).isPrivate());
  }

  /** Orders by length, then number by number. */
  @Override
  public int compareTo(AsPath other) {
    int c = Integer.compare(sequence.length, other.sequence.length);
    return c != 0 ? c : Arrays.compare(sequence, other.sequence);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AsPath path
        && hash == path.hash
        && Arrays.equals(sequence, path.sequence);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** The numbers separated by blanks, nearest first. */
  @Override
  public String toString() {
    return stream().mapToObj(Long::toString).collect(Collectors.joining(" "));
  }
}
