package mcx.change.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import mcx.design.AccessLink;
import mcx.design.AccessLink.Vlan;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.CircuitConnection;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.VpnConnection;
import mcx.design.VpnConnection.Tunnel;

/** Edits of BGP settings where they stand: on a connection, or on the VLAN that picks it up. */
public final class SessionEnds {

  private SessionEnds() {}

  /** What the customer or provider at the far end of a circuit's connection has set. */
  public static BgpEnd far(Design design, CircuitConnection connection) {
    BgpEnd drawn = connection.session().b();
    Layer2Way way = vlan(design, connection);
    return drawn.equals(BgpEnd.DEFAULT) && way != null ? way.vlan().session().a() : drawn;
  }

  /** The design with the settings at the far end of a circuit's connection edited. */
  public static Design far(Design design, Id connection, UnaryOperator<BgpEnd> edit) {
    if (!(design.link(connection) instanceof CircuitConnection c)) {
      return design;
    }
    Layer2Way way = vlan(design, c);
    if (c.session().b().equals(BgpEnd.DEFAULT) && way != null) {
      Vlan old = way.vlan();
      Vlan edited =
          Components.with(
              old, "session", new BgpSettings(edit.apply(old.session().a()), old.session().b()));
      List<Vlan> all = new ArrayList<>(way.access().vlans());
      all.set(all.indexOf(old), edited);
      AccessLink link = Components.with(way.access(), "vlans", all);
      return design.with(link);
    }
    BgpSettings session = c.session();
    return design.with(
        Components.with(c, "session", new BgpSettings(session.a(), edit.apply(session.b()))));
  }

  private static @org.jspecify.annotations.Nullable Layer2Way vlan(
      Design design, CircuitConnection c) {
    return Layer2Way.from(design, c.b(), c.vlan());
  }

  /** The design with the cloud's settings of a circuit's connection edited. */
  public static Design cloud(Design design, Id connection, UnaryOperator<BgpEnd> edit) {
    if (!(design.link(connection) instanceof CircuitConnection c)) {
      return design;
    }
    BgpSettings session = c.session();
    return design.with(
        Components.with(c, "session", new BgpSettings(edit.apply(session.a()), session.b())));
  }

  /** The design with the settings of all tunnels of a VPN edited at one of its ends. */
  public static Design tunnels(Design design, Id vpn, Id end, UnaryOperator<BgpEnd> edit) {
    if (!(design.link(vpn) instanceof VpnConnection v)) {
      return design;
    }
    List<Tunnel> all = new ArrayList<>();
    for (Tunnel t : v.tunnels()) {
      BgpSettings s = t.session();
      BgpSettings edited =
          v.a().equals(end)
              ? new BgpSettings(edit.apply(s.a()), s.b())
              : new BgpSettings(s.a(), edit.apply(s.b()));
      all.add(Components.with(t, "session", edited));
    }
    return design.with(Components.with(v, "tunnels", all));
  }
}
