package mcx.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import mcx.design.AccessLink;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.CircuitConnection;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.Intent.IntentKind;
import mcx.design.Link;
import mcx.design.Setting;
import mcx.design.VpnConnection;
import org.jspecify.annotations.Nullable;

/** Changes of a design as an architect makes them. Each answers with a new design. */
final class Edits {

  private Edits() {}

  static Design without(Design design, String... ids) {
    return design.without(Drawing.ids(ids));
  }

  /** Sets a component, named as in its record, of an element or link. */
  static Design set(Design design, String id, String component, @Nullable Object value) {
    Element element = design.element(Id.of(id));
    if (element != null) {
      return design.with(Components.with(element, component, value));
    }
    return design.with(Components.with(link(design, id), component, value));
  }

  /** Sets something beyond the components of an element's or link's record. */
  static Design setting(Design design, String id, Setting setting, Object value) {
    Element element = design.element(Id.of(id));
    return element != null
        ? design.with(element.with(setting, value))
        : design.with(link(design, id).with(setting, value));
  }

  /** Adds an intent, named by its kind and ends. */
  static Design intent(Design design, IntentKind kind, String from, String to) {
    TreeMap<Id, Intent> intents = new TreeMap<>(design.intents());
    Id id = Id.of(kind.name().toLowerCase(Locale.ROOT) + "-" + from + "-" + to);
    intents.put(id, new Intent(id, "", kind, Id.of(from), Id.of(to), false, 0));
    return design.withIntents(intents);
  }

  static Design allowAsIn(Design design, String vrf, int times) {
    return set(design, vrf, "allowAsIn", times);
  }

  /** Changes a BGP setting at the cloud's end of a circuit's connection. */
  static Design sessionA(Design design, String connection, String component, Object value) {
    BgpSettings s = connection(design, connection).session();
    return set(design, connection, "session", new BgpSettings(s.a().with(component, value), s.b()));
  }

  /** Changes a BGP setting at the provider's or customer's end of a circuit's connection. */
  static Design sessionB(Design design, String connection, String component, Object value) {
    BgpSettings s = connection(design, connection).session();
    return set(design, connection, "session", new BgpSettings(s.a(), s.b().with(component, value)));
  }

  /** Changes the BGP settings of the customer's router on a VLAN of an access link. */
  static Design vlanRouter(Design design, String access, int tag, String component, Object value) {
    return vlan(
        design,
        access,
        tag,
        v -> {
          BgpEnd router = v.session().a().with(component, value);
          return new AccessLink.Vlan(
              v.tag(), v.vrf(), v.subnet(), v.routing(), new BgpSettings(router, v.session().b()));
        });
  }

  /** Moves a VLAN of an access link to another VRF. */
  static Design vlanVrf(Design design, String access, int tag, String vrf) {
    return vlan(
        design,
        access,
        tag,
        v -> new AccessLink.Vlan(v.tag(), Id.of(vrf), v.subnet(), v.routing(), v.session()));
  }

  private static Design vlan(
      Design design, String access, int tag, UnaryOperator<AccessLink.Vlan> change) {
    AccessLink link = (AccessLink) link(design, access);
    List<AccessLink.Vlan> vlans = new ArrayList<>();
    boolean found = false;
    for (AccessLink.Vlan v : link.vlans()) {
      vlans.add(v.tag() == tag ? change.apply(v) : v);
      found |= v.tag() == tag;
    }
    if (!found) {
      throw new IllegalArgumentException(access + " has no VLAN " + tag);
    }
    return set(design, access, "vlans", vlans);
  }

  /** Removes a tunnel of a VPN connection. */
  static Design withoutTunnel(Design design, String vpn, String key) {
    VpnConnection link = (VpnConnection) link(design, vpn);
    return set(
        design, vpn, "tunnels", link.tunnels().stream().filter(t -> !t.key().equals(key)).toList());
  }

  private static CircuitConnection connection(Design design, String id) {
    return (CircuitConnection) link(design, id);
  }

  private static Link link(Design design, String id) {
    Link link = design.link(Id.of(id));
    if (link == null) {
      throw new IllegalArgumentException("no element or link " + id);
    }
    return link;
  }
}
