package mcx.change.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import mcx.design.AccessLink;
import mcx.design.BgpEnd;
import mcx.design.BgpPeering;
import mcx.design.BgpSettings;
import mcx.design.CircuitConnection;
import mcx.design.CloudInterconnect;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.PrivateLink;
import mcx.design.VpnConnection;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * What one BGP session runs over, whichever kind of link it is drawn as: a connection of a circuit,
 * a path of an interconnect, a tunnel, a VLAN, a private link.
 *
 * @param id the link, or the part of it
 * @param a the element at end a
 * @param b the element at end b
 * @param subnet the addresses between the two; null where they are made, or there are none
 * @param session the BGP settings; end a and b as the link's
 */
public record Hop(Id id, Id a, Id b, @Nullable Prefix subnet, BgpSettings session) {

  /** All of a design, in the order of their links. */
  public static List<Hop> all(Design design) {
    List<Hop> all = new ArrayList<>();
    design.links().values().forEach(l -> add(l, all));
    return all;
  }

  /** All of one link, in order; none where it stands for no session. */
  public static List<Hop> of(Design design, Id link) {
    List<Hop> all = new ArrayList<>();
    Link found = design.link(link.owner());
    if (found != null) {
      add(found, all);
    }
    return all.stream().filter(h -> h.id.equals(link) || link.equals(link.owner())).toList();
  }

  private static void add(Link link, List<Hop> all) {
    Id id = link.id();
    switch (link) {
      case AccessLink l ->
          l.vlans().forEach(v -> all.add(hop(l, id.part(v.key()), v.subnet(), v.session())));
      case CloudInterconnect l ->
          l.paths().forEach(p -> all.add(hop(l, id.part(p.key()), p.subnet(), p.session())));
      case VpnConnection l ->
          l.tunnels().forEach(t -> all.add(hop(l, id.part(t.key()), t.inside(), t.session())));
      case CircuitConnection l -> all.add(hop(l, id, l.subnet(), l.session()));
      case PrivateLink l -> all.add(hop(l, id, l.subnet(), l.session()));
      case BgpPeering l -> all.add(hop(l, id, null, l.session()));
      default -> {}
    }
  }

  private static Hop hop(Link link, Id id, @Nullable Prefix subnet, BgpSettings session) {
    return new Hop(id, link.a(), link.b(), subnet, session);
  }

  /** The settings at the end where this element is; those at end a where it is at neither. */
  public BgpEnd end(Id element) {
    return element.equals(b) && !element.equals(a) ? session.b() : session.a();
  }

  /** This hop over other addresses; both ends take theirs from them. */
  public Hop over(@Nullable Prefix other) {
    return new Hop(
        id,
        a,
        b,
        other,
        new BgpSettings(session.a().with("address", null), session.b().with("address", null)));
  }

  /** This hop with the settings at one element's end changed. */
  public Hop at(Id element, UnaryOperator<BgpEnd> change) {
    return at(!element.equals(b) || element.equals(a), change);
  }

  /** This hop with the settings at one end changed. */
  public Hop at(boolean endA, UnaryOperator<BgpEnd> change) {
    return new Hop(
        id,
        a,
        b,
        subnet,
        endA
            ? new BgpSettings(change.apply(session.a()), session.b())
            : new BgpSettings(session.a(), change.apply(session.b())));
  }

  /** The design with this hop in the place of the one with its id. */
  public Design in(Design design) {
    Link link = design.link(id.owner());
    return switch (link) {
      case AccessLink l ->
          design.with(
              Components.with(
                  l,
                  "vlans",
                  l.vlans().stream()
                      .map(v -> id.owner().part(v.key()).equals(id) ? set(v, "subnet") : v)
                      .toList()));
      case CloudInterconnect l ->
          design.with(
              Components.with(
                  l,
                  "paths",
                  l.paths().stream()
                      .map(p -> id.owner().part(p.key()).equals(id) ? set(p, "subnet") : p)
                      .toList()));
      case VpnConnection l ->
          design.with(
              Components.with(
                  l,
                  "tunnels",
                  l.tunnels().stream()
                      .map(t -> id.owner().part(t.key()).equals(id) ? set(t, "inside") : t)
                      .toList()));
      case CircuitConnection l -> design.with(set(l, "subnet"));
      case PrivateLink l -> design.with(set(l, "subnet"));
      case BgpPeering l -> design.with(Components.with(l, "session", session));
      case null, default -> design;
    };
  }

  private <T> T set(T part, String addresses) {
    return Components.with(Components.with(part, addresses, subnet), "session", session);
  }
}
