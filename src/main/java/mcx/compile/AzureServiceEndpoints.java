package mcx.compile;

import java.util.List;
import java.util.Set;
import mcx.design.Setting;
import mcx.design.VirtualNetwork;
import mcx.inet.Prefix;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.Policy.Statement;
import mcx.network.Propagation;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * The services of Azure that a virtual network reaches by service endpoints: system routes, which
 * win even against a more specific route from BGP (UDR). Microsoft's page on virtual network
 * service endpoints adds that they override user-defined routes to a matching prefix too; whether
 * that holds for a more specific one it does not say, so there the longest prefix wins.
 */
final class AzureServiceEndpoints {

  private static final String WINS =
      "The service endpoints of a virtual network win against any route that BGP tells, however"
          + " specific (UDR)";

  private AzureServiceEndpoints() {}

  private static List<Prefix> of(VirtualNetwork network) {
    return network.settings().prefixes(Setting.SERVICE_ENDPOINTS);
  }

  /** Puts the services beside the network, where it has endpoints for some. */
  static void compile(Context c, VirtualNetwork network) {
    List<Prefix> prefixes = of(network);
    if (prefixes.isEmpty() || !c.vendor(network.id()).equals("azure")) {
      return;
    }
    NodeDraft services =
        new NodeDraft(
            network.id() + "/service-endpoints",
            "Service endpoints of " + c.name(network),
            Node.Kind.SITE,
            Origin.of(network.id()),
            true,
            null,
            c.around(network.id()));
    services.ownTable(null).originate(prefixes);
    c.net.add(services);
    c.net.add(
        new Propagation(
            network.id() + "/service-endpoints>" + network.id(),
            VrfId.of(services.id),
            VrfId.of(network.id().value()),
            Policies.OWN_ONLY,
            Distances.SERVICE_ENDPOINT,
            Origin.of(network.id()),
            List.of(),
            Set.of(),
            null));
    noteOverlaps(c, network, prefixes);
  }

  private static void noteOverlaps(Context c, VirtualNetwork network, List<Prefix> prefixes) {
    for (Prefix prefix : prefixes) {
      if (Served.of(c, network).stream().anyMatch(prefix::overlaps)) {
        c.notes.warning(
            "",
            "UDR",
            prefix
                + " stands among the service endpoints of "
                + c.label(network.id())
                + " and overlaps its own range. Services of Azure have public addresses: correct"
                + " one of the two.",
            network.id());
      }
    }
  }

  /** Refuses what BGP tells of the services; null where there are none. */
  static @Nullable Statement refusal(Context c, VirtualNetwork network) {
    return c.vendor(network.id()).equals("azure") ? Policies.denyWithin(WINS, of(network)) : null;
  }
}
