package mcx.compile;

import java.util.List;
import java.util.SortedMap;
import mcx.design.Id;
import mcx.network.Network;
import mcx.network.VrfId;

/**
 * The outcome of compiling.
 *
 * @param network the network
 * @param notes what was noticed, worst first
 * @param sites the table of each site (premises, virtual network), by design id: where its traffic
 *     starts and ends
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
}
