package mcx.analysis.fallback;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import mcx.analysis.fallback.Detection.Mechanism;
import mcx.catalog.Catalog;
import mcx.catalog.Product;
import mcx.catalog.Timers;
import mcx.design.Circuit;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Session;
import org.jspecify.annotations.Nullable;

/** How long a BGP session takes to notice that its other end is gone. */
final class SessionTimers {

  private static final double MILLIS = 1_000;
  private static final int KEEPALIVES_IN_A_HOLD = 3;

  private final Design design;
  private final Catalog catalog;
  private final Network network;

  SessionTimers(Design design, Catalog catalog, Network network) {
    this.design = design;
    this.catalog = catalog;
    this.network = network;
  }

  /**
   * By BFD where both ends run it, else by the hold timer.
   *
   * @param mayBeAtOnce whether the far end is at the other end of the wire, so that its interface
   *     may go down with it
   */
  Detection of(Node by, Session session, boolean mayBeAtOnce) {
    Session.Bfd a = session.atA().bfd();
    Session.Bfd b = session.atB().bfd();
    Set<String> sources = new TreeSet<>();
    boolean confirmed = sources(session, sources);
    String source = String.join(", ", sources);
    String perhaps = mayBeAtOnce ? ", or at once where its interface goes down too" : "";
    if (a != null && b != null) {
      int interval = Math.max(a.intervalMillis(), b.intervalMillis());
      boolean atA = session.a().node().equals(by.id());
      // Each end counts by the multiplier of the other (RFC 5880 §6.8.4).
      Session.Bfd remote = atA ? b : a;
      double seconds = interval * remote.multiplier() / MILLIS;
      return detection(
          by,
          Mechanism.BFD,
          mayBeAtOnce ? 0.0 : seconds,
          seconds,
          "misses "
              + remote.multiplier()
              + " BFD packets, "
              + interval
              + " ms apart: "
              + number(seconds)
              + " s"
              + perhaps
              + ".",
          source,
          confirmed);
    }
    int hold = Math.min(session.atA().holdSeconds(), session.atB().holdSeconds());
    int keepalive =
        Math.min(
            Math.min(session.atA().keepaliveSeconds(), session.atB().keepaliveSeconds()),
            hold / KEEPALIVES_IN_A_HOLD);
    return detection(
        by,
        Mechanism.HOLD_TIMER,
        mayBeAtOnce ? 0.0 : (double) hold - keepalive,
        (double) hold,
        "waits for the hold timer, "
            + (hold - keepalive)
            + " to "
            + hold
            + " s after the failure, as "
            + withoutBfd(session)
            + perhaps
            + ".",
        source,
        confirmed);
  }

  private String withoutBfd(Session session) {
    boolean none = session.atA().bfd() == null && session.atB().bfd() == null;
    if (none) {
      return "neither end runs BFD";
    }
    String node = session.atA().bfd() == null ? session.a().node() : session.b().node();
    Node lacking = network.node(node);
    return (lacking == null ? node : lacking.name()) + " runs no BFD";
  }

  /** Adds where the timers of the clouds at the ends come from; false where one is unconfirmed. */
  private boolean sources(Session session, Set<String> sources) {
    boolean confirmed = true;
    for (String node : List.of(session.a().node(), session.b().node())) {
      Node end = network.node(node);
      Product product = end == null ? null : product(design.element(Hops.element(end)));
      Timers timers = product == null ? null : product.timers();
      if (timers != null) {
        sources.add(timers.source());
        confirmed &= timers.confirmed();
      }
    }
    return confirmed;
  }

  /** The product of a gateway or a circuit; null for anything else. */
  @Nullable Product product(@Nullable Element element) {
    return element instanceof Gateway g
        ? catalog.of(g)
        : element instanceof Circuit c ? catalog.of(c) : null;
  }

  /** A detection that is not told on yet. */
  static Detection detection(
      Node by,
      Mechanism mechanism,
      @Nullable Double least,
      @Nullable Double most,
      String does,
      String source,
      boolean confirmed) {
    Id element = Hops.element(by);
    String name = by.name();
    return new Detection(
        element, name, mechanism, least, most, 0, 0, name + " " + does, source, confirmed);
  }

  /** A number of seconds without needless digits. */
  static String number(double seconds) {
    return seconds == Math.rint(seconds)
        ? String.valueOf((long) seconds)
        : String.format(Locale.ROOT, "%.1f", seconds);
  }
}
