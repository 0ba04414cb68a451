package mcx.change;

import java.util.List;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.CircuitPeering;
import mcx.design.Cloud;
import mcx.design.CloudInterconnect;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.Internet;
import mcx.design.Layer2Provider;
import mcx.design.Layer3Provider;
import mcx.design.Link;
import mcx.design.NetworkAttachment;
import mcx.design.NetworkPeering;
import mcx.design.PeeringLocation;
import mcx.design.PointOfPresence;
import mcx.design.Port;
import mcx.design.ProviderEdge;
import mcx.design.RouteTable;
import mcx.design.VirtualNetwork;
import mcx.design.Vrf;

/** Why two elements cannot be joined, in words with the way out. */
final class Refusals {

  private static final List<Class<? extends Link>> ONCE =
      List.of(
          CircuitAttachment.class,
          CircuitPeering.class,
          CloudInterconnect.class,
          GatewayAssociation.class,
          NetworkAttachment.class,
          NetworkPeering.class);

  private Refusals() {}

  /**
   * Why the two can never be joined: they are one, or one holds the other. Empty where they can.
   */
  static String always(Pair pair) {
    Element a = pair.a();
    Element b = pair.b();
    if (a.id().equals(b.id())) {
      return Texts.get("refusal.itself", name(pair, a));
    }
    if (holds(pair.design(), a.id(), b.id())) {
      return Texts.get("refusal.holds", name(pair, b), name(pair, a));
    }
    if (holds(pair.design(), b.id(), a.id())) {
      return Texts.get("refusal.holds", name(pair, a), name(pair, b));
    }
    return "";
  }

  private static boolean holds(Design design, Id holder, Id held) {
    return design.ancestors(held).stream().anyMatch(e -> e.id().equals(holder));
  }

  /** Why there is no way to join the two. */
  static String of(Pair pair) {
    if (ONCE.stream().anyMatch(kind -> Joining.joined(pair, kind))) {
      return Texts.get("refusal.joined", name(pair, pair.a()), name(pair, pair.b()));
    }
    if (joinedThrough(pair, pair.a(), pair.b()) || joinedThrough(pair, pair.b(), pair.a())) {
      return Texts.get("refusal.joinedThrough", name(pair, pair.a()), name(pair, pair.b()));
    }
    String reason = of(pair, pair.a(), pair.b());
    if (reason.isEmpty()) {
      reason = of(pair, pair.b(), pair.a());
    }
    return reason.isEmpty()
        ? Texts.get("refusal.none", name(pair, pair.a()), name(pair, pair.b()))
        : reason;
  }

  private static boolean joinedThrough(Pair pair, Element a, Element b) {
    return a instanceof VirtualNetwork n
        && b instanceof Gateway g
        && NetworkToGateway.joinedThrough(pair, n, g);
  }

  private static String of(Pair pair, Element a, Element b) {
    if (a instanceof RouteTable) {
      return Texts.get("refusal.routeTable", name(pair, a));
    }
    if (a instanceof PeeringLocation) {
      return Texts.get("refusal.location");
    }
    if (a instanceof Internet) {
      return internet(pair, b);
    }
    Cloud cloud = pair.design().within(a.id(), Cloud.class);
    if (cloud != null && pair.catalog().vendor(cloud.vendor()) == null) {
      return Texts.get("refusal.unknownVendor", cloud.vendor());
    }
    boolean provider = provider(a) && provider(b);
    if (provider && same(pair, Layer3Provider.class)) {
      return Texts.get("refusal.withinProvider");
    }
    if (provider) {
      return Texts.get("refusal.providers");
    }
    if (a instanceof Port && pair.design().within(a.id(), Layer2Provider.class) == null) {
      return Texts.get("refusal.port", name(pair, a));
    }
    if (same(pair, Cloud.class)) {
      return Texts.get("refusal.withinCloud", name(pair, a), name(pair, b));
    }
    boolean two =
        pair.design().within(a.id(), Cloud.class) != null
            && pair.design().within(b.id(), Cloud.class) != null;
    if (two && (a instanceof Circuit || a instanceof Gateway)) {
      return Texts.get("refusal.otherCloud", name(pair, a), name(pair, b));
    }
    return "";
  }

  private static String internet(Pair pair, Element other) {
    if (pair.design().within(other.id(), Cloud.class) != null) {
      return Texts.get("refusal.internetCloud", name(pair, other));
    }
    return other instanceof Internet
        ? Texts.get("refusal.internets")
        : Texts.get("refusal.internetProvider", name(pair, other));
  }

  private static boolean provider(Element e) {
    return e instanceof Layer3Provider
        || e instanceof PointOfPresence
        || e instanceof ProviderEdge
        || e instanceof Vrf
        || e instanceof Layer2Provider
        || e instanceof Port;
  }

  private static boolean same(Pair pair, Class<? extends Element> kind) {
    Element a = pair.design().within(pair.a().id(), kind);
    return a != null && a.equals(pair.design().within(pair.b().id(), kind));
  }

  private static String name(Pair pair, Element element) {
    return Words.name(pair.catalog(), element);
  }
}
