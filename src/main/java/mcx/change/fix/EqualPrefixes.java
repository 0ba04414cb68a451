package mcx.change.fix;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Routing;
import mcx.design.VpnConnection;
import mcx.inet.Prefix;

/** Lets a VPN carry the prefixes that the circuit beside it carries, and none more specific. */
public final class EqualPrefixes {

  private EqualPrefixes() {}

  /**
   * The design with wider prefixes in the place of specific ones on a VPN, as set at the customer's
   * router.
   *
   * @param sent specific prefixes that the router sends, each with the wider one
   * @param received those that it receives
   */
  public static Design over(
      Design design, Id vpn, Id router, Map<Prefix, Prefix> sent, Map<Prefix, Prefix> received) {
    VpnConnection v = (VpnConnection) java.util.Objects.requireNonNull(design.link(vpn));
    if (v.routing() == Routing.STATIC) {
      boolean atA = v.a().equals(router);
      VpnConnection changed =
          Components.with(v, "networksA", widened(v.networksA(), atA ? sent : received));
      changed =
          Components.with(changed, "networksB", widened(v.networksB(), atA ? received : sent));
      return design.with(changed);
    }
    return SessionEnds.tunnels(
        design,
        vpn,
        router,
        end -> {
          mcx.design.BgpEnd edited = end;
          if (!sent.isEmpty()) {
            edited =
                PolicyEdits.sending(p -> PolicyEdits.exchanging(p, sent.keySet(), distinct(sent)))
                    .apply(edited);
          }
          if (!received.isEmpty()) {
            edited =
                PolicyEdits.receiving(
                        p -> PolicyEdits.exchanging(p, received.keySet(), distinct(received)))
                    .apply(edited);
          }
          return edited;
        });
  }

  private static SequencedSet<Prefix> distinct(Map<Prefix, Prefix> wider) {
    return new LinkedHashSet<>(wider.values());
  }

  private static List<Prefix> widened(List<Prefix> networks, Map<Prefix, Prefix> wider) {
    SequencedSet<Prefix> all = new LinkedHashSet<>();
    networks.forEach(n -> all.add(wider.getOrDefault(n, n)));
    return new ArrayList<>(all);
  }
}
