package mcx.inet;

import java.util.List;

/** IPv4 addresses that have no meaning on the Internet. */
public final class PrivateAddresses {

  /** For use inside networks (RFC 1918 §3). */
  public static final List<Prefix> RFC_1918 =
      List.of(Prefix.of("10.0.0.0/8"), Prefix.of("172.16.0.0/12"), Prefix.of("192.168.0.0/16"));

  /** Between the two ends of a link (RFC 3927 §2.1). */
  public static final Prefix LINK_LOCAL = Prefix.of("169.254.0.0/16");

  /** Between providers and their customers (RFC 6598 §7). */
  private static final Prefix SHARED = Prefix.of("100.64.0.0/10");

  private PrivateAddresses() {}

  /** Whether the whole prefix lies in one of these ranges. */
  public static boolean contain(Prefix prefix) {
    return RFC_1918.stream().anyMatch(p -> p.contains(prefix))
        || LINK_LOCAL.contains(prefix)
        || SHARED.contains(prefix);
  }
}
