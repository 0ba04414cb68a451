package mcx.analysis.rule.mtu;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedSet;
import mcx.analysis.SitePath;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.design.AccessLink;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.PrivateLink;
import mcx.design.Setting;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import org.jspecify.annotations.Nullable;

/** The greatest IP packets that things carry, as set or as the catalog says. */
final class PacketSizes {

  private final Situation situation;

  PacketSizes(Situation situation) {
    this.situation = situation;
  }

  /**
   * What a path carries.
   *
   * @param narrowest what carries the least
   * @param mtu how much; 0 where nothing on the way says so
   * @param unknown the links on the way that do not say
   */
  record Carried(@Nullable Id narrowest, int mtu, List<Id> unknown) {}

  /** What is set of an element or link; null for nothing. */
  @Nullable Integer set(Id id) {
    Element element = situation.design().element(id.owner());
    Link link = situation.design().link(id.owner());
    return element != null
        ? element.settings().number(Setting.MTU)
        : link != null ? link.settings().number(Setting.MTU) : null;
  }

  /** What an element or link on the way carries; empty where that is not known. */
  OptionalInt of(Id id) {
    Integer set = set(id);
    if (set != null) {
      return OptionalInt.of(set);
    }
    if (situation.design().link(id.owner()) instanceof VpnConnection vpn) {
      return tunnels(vpn);
    }
    Product product = situation.product(id.owner());
    if (product == null) {
      return OptionalInt.empty();
    }
    return situation.design().element(id.owner()) instanceof Gateway
        ? number(product, Quantity.TRANSIT_MTU)
        : circuit(product);
  }

  private static OptionalInt circuit(Product product) {
    OptionalInt usual = number(product, Quantity.DEFAULT_MTU);
    return usual.isPresent() ? usual : number(product, Quantity.MTU);
  }

  private OptionalInt tunnels(VpnConnection vpn) {
    OptionalInt least = OptionalInt.empty();
    if (vpn.mode() == VpnMode.GRE) {
      return least;
    }
    for (Id end : List.of(vpn.a(), vpn.b())) {
      Product product = situation.product(end);
      OptionalInt own = product == null ? OptionalInt.empty() : number(product, Quantity.MTU);
      if (own.isPresent() && (least.isEmpty() || own.getAsInt() < least.getAsInt())) {
        least = own;
      }
    }
    return least;
  }

  private static OptionalInt number(Product product, Quantity quantity) {
    OptionalLong number = product.number(quantity);
    return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
  }

  /** What a path between two sites carries. */
  Carried on(SitePath path) {
    Id narrowest = null;
    int least = 0;
    List<Id> unknown = new ArrayList<>();
    for (Id hop : hops(path)) {
      OptionalInt mtu = of(hop);
      if (mtu.isPresent() && (narrowest == null || mtu.getAsInt() < least)) {
        narrowest = hop;
        least = mtu.getAsInt();
      } else if (mtu.isEmpty() && isCable(situation.design().link(hop))) {
        unknown.add(hop);
      }
    }
    return new Carried(narrowest, least, unknown);
  }

  private static boolean isCable(@Nullable Link link) {
    return link instanceof AccessLink
        || link instanceof CircuitConnection
        || link instanceof PrivateLink;
  }

  /** The links of a path, and the circuits and gateways that they lead through. */
  private SequencedSet<Id> hops(SitePath path) {
    SequencedSet<Id> all = new LinkedHashSet<>();
    for (Id id : path.allDrawn()) {
      Link link = situation.design().link(id.owner());
      all.add(id.owner());
      if (link != null && !(link instanceof VpnConnection)) {
        for (Id end : List.of(link.a(), link.b())) {
          Element element = situation.design().element(end);
          if (element instanceof Circuit || element instanceof Gateway) {
            all.add(end);
          }
        }
      }
    }
    all.remove(path.from());
    all.remove(path.to());
    return all;
  }
}
