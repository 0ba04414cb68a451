package mcx.analysis.fallback;

import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/**
 * Who notices a failure, by what, and how long that and what follows takes. An estimate, from
 * timers; routers need some time of their own besides.
 *
 * @param by the router, gateway or site next to the failure that has to notice it; null where
 *     traffic is moved by something far off
 * @param byLabel what it is called
 * @param mechanism by what it notices
 * @param minSeconds the least time to notice; null where it is not known
 * @param maxSeconds the most time to notice; null where it is not known
 * @param convergeSeconds the most time that routers may then hold back news, added up along the
 *     sessions to where traffic turns off; 0 where the one that notices has the other way itself
 * @param sessions how many sessions the news takes to get there
 * @param text the whole in words
 * @param source the keys of the sources of these times; empty where they are set in the design
 * @param confirmed false where a time was not found in a document that was read, or is assumed
 */
public record Detection(
    @Nullable Id by,
    String byLabel,
    Mechanism mechanism,
    @Nullable Double minSeconds,
    @Nullable Double maxSeconds,
    double convergeSeconds,
    int sessions,
    String text,
    String source,
    boolean confirmed) {

  /** The most time until traffic goes the new way; null where it is not known. */
  public @Nullable Double totalSeconds() {
    return maxSeconds == null ? null : Double.valueOf(maxSeconds + convergeSeconds);
  }

  /** This one, with the time that news takes. */
  Detection converging(double seconds, int over, String words) {
    return new Detection(
        by,
        byLabel,
        mechanism,
        minSeconds,
        maxSeconds,
        seconds,
        over,
        text + words,
        source,
        confirmed);
  }

  /** By what a failure is noticed. */
  public enum Mechanism {
    /** An interface goes down. */
    LINK_DOWN("link down"),
    /** Bidirectional forwarding detection (RFC 5880). */
    BFD("BFD"),
    /** The hold timer of BGP (RFC 4271 §6.5). */
    HOLD_TIMER("BGP hold timer"),
    /** Dead-peer detection of a tunnel (RFC 3706). */
    DPD("dead-peer detection"),
    /** The inner routing of a provider or of the customer. */
    INNER_ROUTING("inner routing"),
    /** What a cloud does inside, which no timer of the customer's shows. */
    CLOUD("inside the cloud"),
    /** What the premises do inside. */
    PREMISES("inside the premises"),
    /** Routes that change far off: nothing on the way of the traffic itself fails. */
    ROUTES("routes");

    private final String label;

    Mechanism(String label) {
      this.label = label;
    }

    /** The mechanism as shown in a table. */
    public String label() {
      return label;
    }
  }
}
