package mcx.routing;

import java.util.Arrays;
import mcx.inet.AsPath;
import mcx.inet.Asn;
import org.jspecify.annotations.Nullable;

/**
 * An AS path while routes are computed. It shares its end with the path that it was made from, so
 * that prepending costs the same whatever its length.
 */
final class Trail {

  /** Trails to be used again by one thread, as long as nobody else keeps them. */
  static final class Pool {
    private Trail[] all = new Trail[0];
    private int used;

    Trail prepend(Trail rest, long number) {
      if (used == all.length) {
        int more = Math.max(64, 2 * used);
        all = Arrays.copyOf(all, more);
        for (int i = used; i < more; i++) {
          all[i] = new Trail(0, null, 0, 0, 1);
        }
      }
      Trail t = all[used++];
      t.set(rest, number);
      return t;
    }

    /** From now on, all that it gave out is used again. */
    void reset() {
      used = 0;
    }
  }

  static final Trail EMPTY = new Trail(0, null, 0, 0, 1);

  /** The nearest number. */
  long asn;

  @Nullable Trail rest;
  int length;

  /** Bits of all numbers in it: one whose bit is missing is not in the path. */
  private long bits;

  int hash;
  private @Nullable String text;
  private @Nullable AsPath asPath;

  private Trail(long asn, @Nullable Trail rest, int length, long bits, int hash) {
    this.asn = asn;
    this.rest = rest;
    this.length = length;
    this.bits = bits;
    this.hash = hash;
  }

  private static long bit(long asn) {
    return 1L << ((asn * 0x9E37_79B9_7F4A_7C15L) >>> 58);
  }

  static Trail of(AsPath path) {
    Trail t = EMPTY;
    for (int i = path.length() - 1; i >= 0; i--) {
      t = t.prepend(path.get(i).value());
    }
    return t;
  }

  boolean isEmpty() {
    return rest == null;
  }

  private void set(Trail after, long number) {
    asn = number;
    rest = after;
    length = after.length + 1;
    bits = after.bits | bit(number);
    hash = hash(after.hash, Long.hashCode(number));
    text = null;
    asPath = null;
  }

  /** The number that stands for a path, from that of its rest and that of what comes before it. */
  static int hash(int rest, int number) {
    return 31 * rest + number;
  }

  Trail prepend(long number) {
    Trail t = new Trail(0, null, 0, 0, 1);
    t.set(this, number);
    return t;
  }

  Trail prepend(long number, int times) {
    Trail t = this;
    for (int i = 0; i < times; i++) {
      t = t.prepend(number);
    }
    return t;
  }

  boolean contains(long number) {
    return count(number) > 0;
  }

  /** How often the number stands in the path. */
  int count(long number) {
    if ((bits & bit(number)) == 0) {
      return 0;
    }
    int n = 0;
    for (Trail t = this; t.rest != null; t = t.rest) {
      if (t.asn == number) {
        n++;
      }
    }
    return n;
  }

  /** This path with every {@code from} replaced by {@code to}. */
  Trail replace(long from, long to) {
    if (rest == null || count(from) == 0) {
      return this;
    }
    return rest.replace(from, to).prepend(asn == from ? to : asn);
  }

  /** Whether the path is not empty and holds private numbers only (RFC 6996). */
  boolean isAllPrivate() {
    for (Trail t = this; t.rest != null; t = t.rest) {
      if (!new Asn(t.asn).isPrivate()) {
        return false;
      }
    }
    return rest != null;
  }

  /** This path without its private numbers, except this one. */
  Trail withoutPrivate(long kept) {
    if (rest == null) {
      return this;
    }
    Trail shorter = rest.withoutPrivate(kept);
    if (asn != kept && new Asn(asn).isPrivate()) {
      return shorter;
    }
    return shorter == rest ? this : shorter.prepend(asn);
  }

  /** This path with its private numbers replaced, except this one. */
  Trail replacePrivate(long kept, long by) {
    if (rest == null) {
      return this;
    }
    Trail changed = rest.replacePrivate(kept, by);
    if (asn != kept && new Asn(asn).isPrivate()) {
      return changed.prepend(by);
    }
    return changed == rest ? this : changed.prepend(asn);
  }

  private long[] numbers() {
    long[] all = new long[length];
    int i = 0;
    for (Trail t = this; t.rest != null; t = t.rest) {
      all[i++] = t.asn;
    }
    return all;
  }

  AsPath toPath() {
    AsPath known = asPath;
    if (known == null) {
      known = AsPath.of(numbers());
      asPath = known;
    }
    return known;
  }

  boolean same(Trail other) {
    if (length != other.length || hash != other.hash) {
      return false;
    }
    Trail a = this;
    Trail b = other;
    while (a != b && a.rest != null && b.rest != null) {
      if (a.asn != b.asn) {
        return false;
      }
      a = a.rest;
      b = b.rest;
    }
    return true;
  }

  int compareTo(Trail other) {
    int c = Integer.compare(length, other.length);
    return c != 0 ? c : Arrays.compare(numbers(), other.numbers());
  }

  /** The numbers separated by blanks, nearest first. */
  @Override
  public String toString() {
    String known = text;
    if (known == null) {
      known = toPath().toString();
      text = known;
    }
    return known;
  }
}
