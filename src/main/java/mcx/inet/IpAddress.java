package mcx.inet;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address, without a zone.
 *
 * @param family the address family
 * @param high the upper 64 bits of an IPv6 address; 0 for IPv4
 * @param low the lower 64 bits of an IPv6 address; the 32 bits of an IPv4 address, zero-extended
 */
public record IpAddress(Family family, long high, long low) implements Comparable<IpAddress> {

  public IpAddress {
    if (family == Family.V4 && (high != 0 || low >>> 32 != 0)) {
      throw new MalformedValueException("An IPv4 address has 32 bits.");
    }
  }

  // Written out, as in Prefix: maps are full of these, and what a record gets by itself is slower.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IpAddress o && low == o.low && high == o.high && family == o.family;
  }

  /** The same in every run, which the hash of an enumeration constant is not. */
  @Override
  public int hashCode() {
    return 31 * (31 * Long.hashCode(high) + Long.hashCode(low)) + (family == Family.V6 ? 1 : 0);
  }

  /** The IPv4 address with these 32 bits. */
  public static IpAddress v4(long bits) {
    return new IpAddress(Family.V4, 0, bits & 0xffff_ffffL);
  }

  /**
   * Reads dotted-decimal IPv4 or RFC 4291 IPv6 text.
   *
   * @throws MalformedValueException if the text is neither
   */
  public static IpAddress of(String text) {
    IpAddress read = text.indexOf(':') >= 0 ? parseV6(text) : parseV4(text);
    if (read == null) {
      throw new MalformedValueException(
          "“" + text + "” is no IP address. Write for example 10.1.2.3 or 2001:db8::1.");
    }
    return read;
  }

  private static @Nullable IpAddress parseV4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return null;
    }
    long bits = 0;
    for (String part : parts) {
      int octet = decimal(part);
      if (octet < 0) {
        return null;
      }
      bits = bits << 8 | octet;
    }
    return v4(bits);
  }

  private static int decimal(String part) {
    if (part.isEmpty() || part.length() > 3 || (part.length() > 1 && part.charAt(0) == '0')) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value > 255 ? -1 : value;
  }

  private static @Nullable IpAddress parseV6(String text) {
    int gap = text.indexOf("::");
    List<Integer> head;
    List<Integer> tail = List.of();
    if (gap >= 0) {
      if (text.indexOf("::", gap + 1) >= 0) {
        return null;
      }
      List<Integer> h = groups(text.substring(0, gap), false);
      List<Integer> t = groups(text.substring(gap + 2), true);
      if (h == null || t == null || h.size() + t.size() > 7) {
        return null;
      }
      head = h;
      tail = t;
    } else {
      List<Integer> h = groups(text, true);
      if (h == null || h.size() != 8) {
        return null;
      }
      head = h;
    }
    int[] all = new int[8];
    for (int i = 0; i < head.size(); i++) {
      all[i] = head.get(i);
    }
    for (int i = 0; i < tail.size(); i++) {
      all[8 - tail.size() + i] = tail.get(i);
    }
    long high = 0;
    long low = 0;
    for (int i = 0; i < 4; i++) {
      high = high << 16 | all[i];
      low = low << 16 | all[4 + i];
    }
    return new IpAddress(Family.V6, high, low);
  }

  private static @Nullable List<Integer> groups(String text, boolean v4Tail) {
    List<Integer> result = new ArrayList<>();
    if (text.isEmpty()) {
      return result;
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      if (v4Tail && i == parts.length - 1 && part.indexOf('.') >= 0) {
        IpAddress v4 = parseV4(part);
        if (v4 == null) {
          return null;
        }
        result.add((int) (v4.low >>> 16));
        result.add((int) (v4.low & 0xffff));
      } else if (part.isEmpty() || part.length() > 4) {
        return null;
      } else {
        int value = 0;
        for (int k = 0; k < part.length(); k++) {
          int digit = Character.digit(part.charAt(k), 16);
          if (digit < 0 || part.charAt(k) > 'f') {
            return null;
          }
          value = value << 4 | digit;
        }
        result.add(value);
      }
    }
    return result;
  }

  /** The address {@code count} further on, wrapping within the family's address space. */
  public IpAddress plus(long count) {
    if (family == Family.V4) {
      return v4(low + count);
    }
    long sum = low + count;
    long carry = count >= 0 && Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    long borrow = count < 0 && Long.compareUnsigned(sum, low) > 0 ? 1 : 0;
    return new IpAddress(Family.V6, high + carry - borrow, sum);
  }

  /** The address as an unsigned number. */
  BigInteger toNumber() {
    return new BigInteger(Long.toUnsignedString(high))
        .shiftLeft(64)
        .or(new BigInteger(Long.toUnsignedString(low)));
  }

  /** This address with all bits after the first {@code length} cleared. */
  IpAddress masked(int length) {
    if (family == Family.V4) {
      return length == 0 ? v4(0) : v4(low & (0xffff_ffffL << (32 - length)));
    }
    if (length == 0) {
      return new IpAddress(Family.V6, 0, 0);
    }
    if (length <= 64) {
      return new IpAddress(Family.V6, high & (-1L << (64 - length)), 0);
    }
    return new IpAddress(Family.V6, high, low & (-1L << (128 - length)));
  }

  /** Orders by family (IPv4 first), then by value. */
  @Override
  public int compareTo(IpAddress other) {
    int c = family.compareTo(other.family);
    if (c == 0) {
      c = Long.compareUnsigned(high, other.high);
    }
    return c != 0 ? c : Long.compareUnsigned(low, other.low);
  }

  /** Dotted decimal, or the canonical IPv6 text of RFC 5952. */
  @Override
  public String toString() {
    if (family == Family.V4) {
      return (low >>> 24) + "." + (low >>> 16 & 255) + "." + (low >>> 8 & 255) + "." + (low & 255);
    }
    int[] group = new int[8];
    for (int i = 0; i < 4; i++) {
      group[i] = (int) (high >>> (48 - 16 * i)) & 0xffff;
      group[4 + i] = (int) (low >>> (48 - 16 * i)) & 0xffff;
    }
    int bestStart = -1;
    int bestLength = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && group[end] == 0) {
        end++;
      }
      if (end - i > bestLength) {
        bestStart = i;
        bestLength = end - i;
      }
      i = Math.max(i, end - 1);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == bestStart) {
        text.append("::");
        i += bestLength - 1;
      } else {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
          text.append(':');
        }
        text.append(Integer.toHexString(group[i]));
      }
    }
    return text.toString();
  }
}
