package mcx.compile;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.design.Id;
import mcx.design.Region;
import mcx.design.VirtualNetwork;
import mcx.inet.Prefix;
import mcx.network.Policy.Change;
import mcx.network.Policy.Match;
import mcx.network.Policy.Statement;
import mcx.network.Propagation;

/**
 * What a Cloud Router has to do with other regions than its own: nothing in regional mode; at a
 * cost in global mode, which Google sets and does not tell (GCP-ADV).
 */
final class GoogleRegions {

  private static final String REGIONAL =
      "With regional dynamic routing a Cloud Router serves its own region only (GCP-ADV)";

  /** Any number that is more than nothing. */
  private static final int NEAR = 1;

  private final Context c;
  private final GatewayEnd gateway;

  GoogleRegions(Context c, GatewayEnd gateway) {
    this.c = c;
    this.gateway = gateway;
  }

  void compile() {
    Region here = GoogleNetworks.region(c, gateway.gateway());
    Product product = gateway.product();
    OptionalLong cost =
        product == null ? OptionalLong.empty() : product.number(Quantity.REGION_COST_MIN);
    if (here == null || cost.isEmpty()) {
      return;
    }
    Set<Id> told = new HashSet<>();
    for (String exit : c.net.exits(gateway.table(), Side.NETWORK)) {
      Propagation propagation = c.net.propagation(exit);
      VirtualNetwork network =
          propagation == null
              ? null
              : c.design.element(Id.of(propagation.to().node()), VirtualNetwork.class);
      if (network != null && propagation != null) {
        if (told.add(network.id())) {
          tell(network, GoogleNetworks.elsewhere(c, network, gateway.gateway()), cost.getAsLong());
        }
        learn(network, propagation, here, cost.getAsLong());
      }
    }
  }

  /** What the other sides are told of the network. */
  private void tell(VirtualNetwork network, List<Prefix> elsewhere, long cost) {
    if (elsewhere.isEmpty()) {
      return;
    }
    boolean global = GoogleNetworks.isGlobal(c, network);
    Statement none =
        Statement.denyPrefixes(REGIONAL, elsewhere.stream().map(Match::exactly).toList());
    for (String session : GoogleCloudRouter.sessions(c, gateway)) {
      if (global) {
        c.net.alsoExport(session, gateway.table(), Narrowing.to(elsewhere), Policies.addMed(cost));
      } else {
        c.net.exportFirst(session, gateway.table(), List.of(none));
      }
    }
    if (global) {
      noteCost(network, cost);
    }
  }

  /** What the network's table of one region learns from the router. */
  private void learn(VirtualNetwork network, Propagation into, Region here, long cost) {
    Id own = GoogleNetworks.region(c, network, into.to());
    if (own == null) {
      return;
    }
    String exit = into.id();
    boolean near = own.equals(here.id());
    if (!near && !GoogleNetworks.isGlobal(c, network)) {
      c.net.sendFirst(exit, List.of(Statement.deny(REGIONAL)));
    } else if (GoogleNetworks.addsCost(c, network)) {
      c.net.alsoSend(exit, near ? Change.NONE : Policies.addMed(cost));
    } else {
      c.net.alsoSend(exit, near ? Change.weight(NEAR) : Change.NONE);
    }
  }

  private void noteCost(VirtualNetwork network, long cost) {
    String mode =
        GoogleNetworks.isModeSet(c, network)
            ? ""
            : " It is taken to route globally, as nothing else is set.";
    c.notes.info(
        "",
        "GCP-ADV",
        c.label(gateway.gateway().id())
            + " tells subnets of other regions of "
            + c.label(network.id())
            + " with a cost added to the MED. Google sets that cost and does not publish it; "
            + cost
            + ", the least it may be, is taken."
            + mode,
        gateway.gateway().id(),
        network.id());
  }
}
