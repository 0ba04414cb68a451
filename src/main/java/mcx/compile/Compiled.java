package mcx.compile;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.design.Id;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Vrf;
import mcx.network.VrfId;

/**
 * The outcome of compiling.
 *
 * @param network the network
 * @param notes what was noticed, worst first
 * @param sites the table of each site (premises, virtual network), by design id: where its traffic
 *     starts and ends; of several ({@link #tables}) the first
 * @param vpns what the ends of each VPN have in common, by its id; none for a VPN that joins no two
 *     endpoints
 */
public record Compiled(
    Network network,
    List<Note> notes,
    SortedMap<Id, VrfId> sites,
    SortedMap<Id, VpnAgreement> vpns) {

  public Compiled {
    notes = List.copyOf(notes);
  }

  /**
   * All tables of a site: one, but where a virtual network spans regions that each look routes up
   * for themselves; then its own first. Empty where there is no such site.
   */
  public List<VrfId> tables(Id site) {
    VrfId own = sites.get(site);
    Node node = own == null ? null : network.node(own.node());
    return node == null ? List.of() : node.vrfs().stream().map(Vrf::id).toList();
  }

  /** Each site by each of its tables. */
  public SortedMap<VrfId, Id> siteOf() {
    SortedMap<VrfId, Id> all = new TreeMap<>();
    sites.keySet().forEach(site -> tables(site).forEach(t -> all.put(t, site)));
    return all;
  }
}
