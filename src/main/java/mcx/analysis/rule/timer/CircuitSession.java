package mcx.analysis.rule.timer;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Names;
import mcx.analysis.rule.Situation;
import mcx.change.fix.SessionEnds;
import mcx.design.BgpEnd;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Setting;
import mcx.network.Session;

/**
 * The BGP session of a circuit's connection, with what is set at its ends.
 *
 * @param link the connection
 * @param circuit the circuit
 * @param cloud what is set at the cloud's end
 * @param far what is set at the customer's or provider's end
 * @param session the session
 */
record CircuitSession(
    CircuitConnection link, Circuit circuit, BgpEnd cloud, BgpEnd far, Session session) {

  /** Those of all circuits of a product, by the beginning of its catalog key. */
  static List<CircuitSession> of(Situation situation, String product) {
    List<CircuitSession> all = new ArrayList<>();
    Design design = situation.design();
    for (CircuitConnection link : situation.links(CircuitConnection.class)) {
      Circuit circuit = design.element(link.a(), Circuit.class);
      List<Session> sessions = situation.sessions(link.id());
      if (circuit != null && circuit.product().startsWith(product) && !sessions.isEmpty()) {
        all.add(
            new CircuitSession(
                link,
                circuit,
                link.session().a(),
                SessionEnds.far(design, link),
                sessions.getFirst()));
      }
    }
    return all;
  }

  Id id() {
    return link.id();
  }

  /** Whether either end is set to run BFD. */
  boolean bfdAsked() {
    return Boolean.TRUE.equals(cloud.bfd()) || Boolean.TRUE.equals(far.bfd());
  }

  /** Whether either end is set to keep routes over a restart. */
  boolean gracefulRestart() {
    return cloud.settings().has(Setting.GRACEFUL_RESTART)
        || far.settings().has(Setting.GRACEFUL_RESTART);
  }

  /** The name of the customer's or provider's router. */
  String farName(Situation situation) {
    return Names.of(situation.network(), session.b());
  }

  /** The time after which the session falls without BFD, in seconds: the smaller of the two. */
  int holdSeconds() {
    return Math.min(session.atA().holdSeconds(), session.atB().holdSeconds());
  }
}
