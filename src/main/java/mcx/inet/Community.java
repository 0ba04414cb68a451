package mcx.inet;

/**
 * A BGP community: a standard one (RFC 1997, {@code 65010:100}) or a large one (RFC 8092, {@code
 * 65010:1:2}).
 *
 * @param global the global administrator, 0 to 65535 (standard) or 4294967295 (large)
 * @param first the first local part, 0 to 65535 (standard) or 4294967295 (large)
 * @param second the second local part of a large community, 0 to 4294967295; -1 for a standard one
 */
public record Community(long global, long first, long second) implements Comparable<Community> {

  /** RFC 1997: not beyond the autonomous system. */
  public static final Community NO_EXPORT = new Community(65535, 65281, -1);

  /** RFC 1997: to no other router at all. */
  public static final Community NO_ADVERTISE = new Community(65535, 65282, -1);

  /** RFC 3765: not over bilateral peering. */
  public static final Community NO_PEER = new Community(65535, 65284, -1);

  /** RFC 8326: about to go away, use only where nothing else is left. */
  public static final Community GRACEFUL_SHUTDOWN = new Community(65535, 0, -1);

  public Community {
    long max = second < 0 ? 65535 : 0xffff_ffffL;
    if (global < 0 || global > max || first < 0 || first > max || second < -1 || second > max) {
      throw new MalformedValueException(
          "A community is two numbers up to 65535, or three up to 4294967295.");
    }
  }

  /**
   * Reads {@code a:b}, {@code a:b:c}, or the name of a well-known community.
   *
   * @throws MalformedValueException if the text is none of these
   */
  public static Community of(String text) {
    String t = text.strip();
    switch (t) {
      case "no-export":
        return NO_EXPORT;
      case "no-advertise":
        return NO_ADVERTISE;
      case "no-peer":
        return NO_PEER;
      case "graceful-shutdown":
        return GRACEFUL_SHUTDOWN;
      default:
    }
    String[] parts = t.split(":", -1);
    try {
      if (parts.length == 2) {
        return new Community(Long.parseLong(parts[0]), Long.parseLong(parts[1]), -1);
      }
      if (parts.length == 3) {
        return new Community(
            Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
      }
    } catch (NumberFormatException e) {
      // Falls through to the one message.
    }
    throw new MalformedValueException(
        "“" + text + "” is no community. Write for example 65010:100, 65010:1:2 or no-export.");
  }

  public boolean isLarge() {
    return second >= 0;
  }

  @Override
  public int compareTo(Community other) {
    int c = Boolean.compare(isLarge(), other.isLarge());
    if (c == 0) {
      c = Long.compare(global, other.global);
    }
    if (c == 0) {
      c = Long.compare(first, other.first);
    }
    return c != 0 ? c : Long.compare(second, other.second);
  }

  @Override
  public String toString() {
    return isLarge() ? global + ":" + first + ":" + second : global + ":" + first;
  }
}
