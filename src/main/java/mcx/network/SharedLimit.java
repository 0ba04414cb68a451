package mcx.network;

import java.util.List;
import java.util.Set;
import mcx.inet.Family;
import org.jspecify.annotations.Nullable;

/**
 * A prefix limit that is counted over several sessions or propagations, or over a whole table: a
 * pool, a gateway, an attachment.
 *
 * @param id unique among the shared limits
 * @param label what it is, in words, for showing
 * @param max the most that is accepted; more is beyond the limit
 * @param beyond what happens then
 * @param source where the number comes from, in words, for showing
 * @param families the families whose prefixes count, together
 * @param counted what it is counted over; a prefix that comes by several ways counts once
 * @param table the table whose routes are counted instead; null to count {@code counted}
 * @param falls the ids of the sessions, segments and propagations that fall with it, where {@code
 *     beyond} is one by which something falls
 * @param origin the design element that has the limit
 * @param basis what it rests on
 */
public record SharedLimit(
    String id,
    String label,
    int max,
    PrefixLimit.Beyond beyond,
    String source,
    Set<Family> families,
    List<Counted> counted,
    @Nullable VrfId table,
    Set<String> falls,
    Origin origin,
    LimitBasis basis) {

  public SharedLimit {
    families = Set.copyOf(families);
    counted = List.copyOf(counted);
    falls = Set.copyOf(falls);
  }

  /**
   * One direction of a session or propagation.
   *
   * @param edge the session or propagation
   * @param from the table that sends
   * @param sent whether what is put on the wire counts; else what gets past the receiver's policy
   */
  public record Counted(String edge, VrfId from, boolean sent) {}
}
