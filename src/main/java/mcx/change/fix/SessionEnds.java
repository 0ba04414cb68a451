package mcx.change.fix;

import java.util.function.UnaryOperator;
import mcx.design.BgpEnd;
import mcx.design.CircuitConnection;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.VpnConnection;
import org.jspecify.annotations.Nullable;

/** Edits of one end of a BGP session, wherever in a link its settings stand. */
public final class SessionEnds {

  private SessionEnds() {}

  /**
   * The design with one end of the session of a link, or of a part of one, changed; of all its
   * sessions where the id is that of a link with several.
   *
   * @param endA whether it is the link's end a
   */
  public static Design edit(Design design, Id session, boolean endA, UnaryOperator<BgpEnd> edit) {
    Design changed = design;
    for (Hop hop : Hop.of(design, session)) {
      changed = hop.at(endA, edit).in(changed);
    }
    return changed;
  }

  /** What the customer or provider at the far end of a circuit's connection has set. */
  public static BgpEnd far(Design design, CircuitConnection connection) {
    BgpEnd drawn = connection.session().b();
    Layer2Way way = vlan(design, connection);
    return way == null ? drawn : way.vlan().session().a();
  }

  /**
   * The design with the settings at the far end of a circuit's connection edited: on the
   * connection, or on the VLAN of a router that picks it up.
   */
  public static Design far(Design design, Id connection, UnaryOperator<BgpEnd> edit) {
    if (!(design.link(connection) instanceof CircuitConnection c)) {
      return design;
    }
    Layer2Way way = vlan(design, c);
    return way == null
        ? edit(design, connection, false, edit)
        : edit(design, way.access().id().part(way.vlan().key()), true, edit);
  }

  /** The VLAN with the far end's settings; null where the connection itself holds them. */
  private static @Nullable Layer2Way vlan(Design design, CircuitConnection c) {
    return c.session().b().equals(BgpEnd.DEFAULT) ? Layer2Way.from(design, c.b(), c.vlan()) : null;
  }

  /** The design with the cloud's settings of a circuit's connection edited. */
  public static Design cloud(Design design, Id connection, UnaryOperator<BgpEnd> edit) {
    return design.link(connection) instanceof CircuitConnection
        ? edit(design, connection, true, edit)
        : design;
  }

  /** The design with the settings of all tunnels of a VPN edited at one of its ends. */
  public static Design tunnels(Design design, Id vpn, Id end, UnaryOperator<BgpEnd> edit) {
    return design.link(vpn) instanceof VpnConnection v
        ? edit(design, vpn, v.a().equals(end), edit)
        : design;
  }
}
