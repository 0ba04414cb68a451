package mcx.analysis;

import java.util.List;
import mcx.design.Id;
import mcx.network.PrefixLimit;
import mcx.network.VrfId;
import mcx.routing.AdvertisementList;
import mcx.routing.SessionState;
import org.jspecify.annotations.Nullable;

/**
 * What one end of a BGP session tells the other.
 *
 * @param session the session's id in the network
 * @param from the sending table
 * @param to the receiving table
 * @param fromLabel what people see, such as {@code PE 1 · VRF-AZ}
 * @param toLabel the same for the receiver
 * @param state whether the session is up
 * @param routes each prefix with its path and what became of it, in order
 * @param acceptedV4 how many IPv4 prefixes the receiver accepted
 * @param acceptedV6 how many IPv6 prefixes
 * @param limitV4 the receiver's limit on IPv4 prefixes; null for none
 * @param limitV6 the same for IPv6
 * @param insideCloud whether it runs inside a cloud, where nobody sets up a session: the architect
 *     drew only that a circuit is joined to a gateway or to another circuit
 * @param facesCloud the cloud element that receives; null where the receiver is no cloud
 * @param link the design link (or part) of the session
 * @param drawn the design links and elements it runs along, from the sender to the receiver
 */
public record SessionFlow(
    String session,
    VrfId from,
    VrfId to,
    String fromLabel,
    String toLabel,
    SessionState state,
    AdvertisementList routes,
    int acceptedV4,
    int acceptedV6,
    @Nullable PrefixLimit limitV4,
    @Nullable PrefixLimit limitV6,
    boolean insideCloud,
    @Nullable Id facesCloud,
    Id link,
    List<Id> drawn) {

  public SessionFlow {
    drawn = List.copyOf(drawn);
  }

  /** Whether the other, of an older result perhaps, is about the same session and direction. */
  public boolean isSameDirection(SessionFlow other) {
    return session.equals(other.session) && from.equals(other.from);
  }
}
