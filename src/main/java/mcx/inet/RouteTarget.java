package mcx.inet;

/**
 * A route target or route distinguisher of an IP VPN (RFC 4364), written {@code admin:number}.
 *
 * @param admin the administrator, an AS number
 * @param number the assigned number, 0 to 4294967295
 */
public record RouteTarget(Asn admin, long number) implements Comparable<RouteTarget> {

  public RouteTarget {
    if (number < 0 || number > 0xffff_ffffL) {
      throw new MalformedValueException("The number of a route target goes from 0 to 4294967295.");
    }
  }

  /**
   * Reads {@code admin:number}.
   *
   * @throws MalformedValueException if the text is no route target
   */
  public static RouteTarget of(String text) {
    String[] parts = text.strip().split(":", -1);
    if (parts.length == 2) {
      try {
        return new RouteTarget(Asn.of(parts[0]), Long.parseLong(parts[1]));
      } catch (NumberFormatException e) {
        // Falls through to the one message.
      }
    }
    throw new MalformedValueException(
        "“" + text + "” is no route target. Write for example 64900:100.");
  }

  @Override
  public int compareTo(RouteTarget other) {
    int c = admin.compareTo(other.admin);
    return c != 0 ? c : Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return admin + ":" + number;
  }
}
