package mcx.compile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.network.Origin;
import mcx.network.Policy;
import mcx.network.Policy.Learned;
import mcx.network.Policy.Statement;
import mcx.network.Propagation;
import mcx.network.VrfId;

/**
 * Hybrid spokes of Network Connectivity Center with site-to-site data transfer: the routers of one
 * network tell each other, and their own spokes, what the spokes bring (GCP-NCC).
 */
final class GoogleSpokes {

  private final Context c;
  private final GatewayEnd gateway;

  GoogleSpokes(Context c, GatewayEnd gateway) {
    this.c = c;
    this.gateway = gateway;
  }

  void compile() {
    if (!hasSpokes(gateway.table())) {
      return;
    }
    c.notes.info(
        "TRN-13",
        "GCP-NCC",
        "Sites behind "
            + c.label(gateway.gateway().id())
            + " reach others by site-to-site data transfer. Google offers it in some locations only,"
            + " and its terms restrict traffic between places on premises; check both.",
        gateway.gateway().id());
    for (Id other : beside()) {
      VrfId table = VrfId.of(other.value());
      if (hasSpokes(table)) {
        tell(table);
      }
    }
  }

  private boolean hasSpokes(VrfId table) {
    return !c.net.entries(table, Side.LINKED).isEmpty()
        || !c.net.entries(table, Side.LINKED_VPN).isEmpty();
  }

  /** The other routers of the networks that the gateway serves. */
  private Set<Id> beside() {
    Set<Id> networks = new LinkedHashSet<>();
    Set<Id> others = new TreeSet<>();
    for (Served.Joint joint : c.joints()) {
      if (joint.gateway().equals(gateway.gateway())) {
        networks.add(joint.network().id());
      }
    }
    for (Served.Joint joint : c.joints()) {
      Gateway other = joint.gateway();
      if (networks.contains(joint.network().id())
          && !other.equals(gateway.gateway())
          && Behaviours.gateway(c.catalog.of(other)) instanceof GoogleCloudRouter) {
        others.add(other.id());
      }
    }
    return others;
  }

  private void tell(VrfId other) {
    String id = gateway.gateway().id() + ":spokes>" + other;
    Statement own =
        Statement.deny(
            "Routers tell each other what spokes bring, not what they advertise by hand (GCP-NCC)",
            Learned.LOCAL);
    c.net.add(
        new Propagation(
            id,
            gateway.table(),
            other,
            Policies.first(List.of(own), Policy.PERMIT),
            Distances.APPLIANCE,
            Origin.of(gateway.gateway().id()),
            List.of(),
            Set.of(),
            null));
    c.net.door(gateway.table(), Side.PEER_GATEWAY, null, id);
    c.net.door(other, Side.PEER_GATEWAY, id, null);
  }
}
