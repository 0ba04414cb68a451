package mcx.inet;

/**
 * An autonomous system number of up to four bytes (RFC 6793).
 *
 * @param value 0 to 4294967295
 */
public record Asn(long value) implements Comparable<Asn> {

  public Asn {
    if (value < 0 || value > 0xffff_ffffL) {
      throw new MalformedValueException(value + " is no AS number; it goes from 0 to 4294967295.");
    }
  }

  public static Asn of(long value) {
    return new Asn(value);
  }

  /**
   * Reads asplain ({@code 65010}) or asdot ({@code 1.10}) text (RFC 5396).
   *
   * @throws MalformedValueException if the text is neither
   */
  public static Asn of(String text) {
    String t = text.strip();
    int dot = t.indexOf('.');
    try {
      if (dot > 0) {
        int high = Integer.parseInt(t.substring(0, dot));
        int low = Integer.parseInt(t.substring(dot + 1));
        if (high >= 0 && high <= 65535 && low >= 0 && low <= 65535) {
          return new Asn((long) high << 16 | low);
        }
      } else {
        return new Asn(Long.parseLong(t));
      }
    } catch (NumberFormatException e) {
      // Falls through to the one message.
    }
    throw new MalformedValueException(
        "“" + text + "” is no AS number. Write a number from 0 to 4294967295.");
  }

  /** Whether the number is set aside for private use (RFC 6996). */
  public boolean isPrivate() {
    return (value >= 64512 && value <= 65534) || (value >= 4200000000L && value <= 4294967294L);
  }

  @Override
  public int compareTo(Asn other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
