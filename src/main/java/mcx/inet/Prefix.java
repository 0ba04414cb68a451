package mcx.inet;

import org.jspecify.annotations.Nullable;

/**
 * An IP prefix in canonical form: no bit is set beyond its length.
 *
 * @param address the first address
 * @param length the number of leading bits that are fixed, 0 to 32 (IPv4) or 128 (IPv6)
 */
public record Prefix(IpAddress address, int length) implements Comparable<Prefix> {

  /** 0.0.0.0/0. */
  public static final Prefix DEFAULT_V4 = new Prefix(IpAddress.v4(0), 0);

  /** ::/0. */
  public static final Prefix DEFAULT_V6 = new Prefix(new IpAddress(Family.V6, 0, 0), 0);

  public Prefix {
    int bits = address.family().bits();
    if (length < 0 || length > bits) {
      throw new MalformedValueException(
          "/"
              + length
              + " is no prefix length for "
              + address.family().label()
              + "; it goes from /0 to /"
              + bits
              + ".");
    }
    IpAddress masked = address.masked(length);
    if (!masked.equals(address)) {
      throw new MalformedValueException(
          address
              + "/"
              + length
              + " has bits set beyond its length. The network is "
              + masked
              + "/"
              + length
              + ".");
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Prefix o && length == o.length && address.equals(o.address);
  }

  @Override
  public int hashCode() {
    return 31 * address.hashCode() + length;
  }

  /**
   * Reads {@code address/length}.
   *
   * @throws MalformedValueException if the text is no prefix, or has bits set beyond its length
   */
  public static Prefix of(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new MalformedValueException(
          "“" + text + "” has no prefix length. Write for example 10.1.0.0/16.");
    }
    IpAddress address = IpAddress.of(text.substring(0, slash).strip());
    String length = text.substring(slash + 1).strip();
    if (length.isEmpty()
        || length.length() > 3
        || !length.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new MalformedValueException(
          "“"
              + text
              + "” has no prefix length after the slash. Write for example "
              + address
              + "/16.");
    }
    return new Prefix(address, Integer.parseInt(length));
  }

  /** The prefix of this length that holds the address. */
  public static Prefix containing(IpAddress address, int length) {
    return new Prefix(address.masked(length), length);
  }

  public Family family() {
    return address.family();
  }

  /** Whether this is 0.0.0.0/0 or ::/0. */
  public boolean isDefault() {
    return length == 0;
  }

  /** Whether every address of {@code other} is one of this prefix. */
  public boolean contains(Prefix other) {
    return other.length >= length && contains(other.address);
  }

  public boolean contains(IpAddress other) {
    return other.family() == family() && other.masked(length).equals(address);
  }

  public boolean overlaps(Prefix other) {
    return contains(other) || other.contains(this);
  }

  /** The {@code n}-th address of this prefix, counted from its first (0). */
  public IpAddress host(long n) {
    return address.plus(n);
  }

  /**
   * The prefix of equal length that follows this one, {@code steps} further on.
   *
   * @throws MalformedValueException if that leaves the address space
   */
  public Prefix next(long steps) {
    if (steps == 0) {
      return this;
    }
    int shift = family().bits() - length;
    IpAddress moved;
    if (family() == Family.V4) {
      long low = address.low() + (steps << shift);
      if (shift >= 32 || low >>> 32 != 0) {
        throw new MalformedValueException(
            "There are not " + steps + " prefixes after " + this + ".");
      }
      moved = IpAddress.v4(low);
    } else if (shift >= 128) {
      throw new MalformedValueException("There are not " + steps + " prefixes after " + this + ".");
    } else if (shift >= 64) {
      moved = new IpAddress(Family.V6, address.high() + (steps << (shift - 64)), address.low());
    } else {
      long add = steps << shift;
      long carryHigh = shift == 0 ? 0 : steps >>> (64 - shift);
      IpAddress sum = new IpAddress(Family.V6, address.high() + carryHigh, address.low());
      long low = sum.low() + add;
      long carry = Long.compareUnsigned(low, sum.low()) < 0 ? 1 : 0;
      moved = new IpAddress(Family.V6, sum.high() + carry, low);
    }
    if (moved.compareTo(address) <= 0) {
      throw new MalformedValueException("There are not " + steps + " prefixes after " + this + ".");
    }
    return new Prefix(moved, length);
  }

  /** Orders by address, then by length (shortest first). */
  @Override
  public int compareTo(Prefix other) {
    int c = address.compareTo(other.address);
    return c != 0 ? c : Integer.compare(length, other.length);
  }

  @Override
  public String toString() {
    return address + "/" + length;
  }
}
