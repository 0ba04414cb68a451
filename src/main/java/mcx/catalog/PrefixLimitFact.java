package mcx.catalog;

import java.util.Set;
import mcx.inet.Family;
import org.jspecify.annotations.Nullable;

/**
 * How many prefixes a product accepts or sends.
 *
 * <p>A session of a circuit is held to the {@link Scope#SESSION} limits of the circuit's product
 * and of the gateway that the circuit is joined to; the smaller one governs. What is counted over
 * more than a session is a limit of its own beside them.
 *
 * @param direction {@code IN}: towards the cloud; {@code OUT}: from the cloud
 * @param scope what they are counted over
 * @param peering the kind of peering it holds for: a name of {@link mcx.design.PeeringType}, or
 *     {@code VPN}, {@code CONNECT} (AWS Transit Gateway Connect), {@code APPLIANCE}; null for all
 * @param sku the variant it holds for; null for all
 * @param portMbps the speeds of the port that it holds for, in Mbit/s; empty for all
 * @param family which prefixes; null where both families count together
 * @param max the most
 * @param beyond what happens beyond it: a name of {@code mcx.network.PrefixLimit.Beyond}
 * @param beyondSource the key of the {@link Source} that says so; empty where none was found
 * @param counts what is counted, over what, in words
 * @param adjustable whether the vendor raises it on request
 * @param source the key of the {@link Source} of the number
 * @param confirmed whether the number was found in a document that was read
 * @param rule the id of the finding rule that speaks of it when it is exceeded; empty for none of
 *     its own
 */
public record PrefixLimitFact(
    Direction direction,
    Scope scope,
    @Nullable String peering,
    @Nullable String sku,
    Set<Integer> portMbps,
    @Nullable Family family,
    int max,
    String beyond,
    String beyondSource,
    String counts,
    boolean adjustable,
    String source,
    boolean confirmed,
    String rule) {

  public PrefixLimitFact {
    portMbps = Set.copyOf(portMbps);
  }

  /** Which way prefixes are counted. */
  public enum Direction {
    IN,
    OUT
  }

  /** What prefixes are counted over. */
  public enum Scope {
    /** Each BGP session by itself. */
    SESSION,
    /** Each thing attached to the gateway by itself. */
    ATTACHMENT,
    /** Each virtual network attached to the gateway by itself. */
    NETWORK,
    /** Each association with another gateway by itself. */
    ASSOCIATION,
    /** All sessions and attachments of the gateway together. */
    GATEWAY,
    /** What is allotted to all virtual interfaces on one physical connection together. */
    PORT,
    /** What is allotted to all virtual interfaces of the gateway together. */
    ALLOCATED,
    /** All sessions of a virtual network in one region together; unique destinations. */
    REGION,
    /** What a region of a virtual network learns from its other regions; unique destinations. */
    OTHER_REGIONS,
    /** Ranges that were entered by hand to be advertised, on each session. */
    ENTERED
  }

  /** Whether it holds for a port of this speed, in Mbit/s. */
  public boolean holdsForPort(int mbps) {
    return portMbps.isEmpty() || portMbps.contains(mbps);
  }

  /** Whether it holds for prefixes of this family. */
  public boolean holdsFor(Family prefixes) {
    return family == null || family == prefixes;
  }
}
