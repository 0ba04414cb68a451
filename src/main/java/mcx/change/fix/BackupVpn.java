package mcx.change.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import mcx.catalog.Catalog;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.Change;
import mcx.change.Joints;
import mcx.design.AccessLink;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Internet;
import mcx.design.Link;
import mcx.design.RoutePolicy;
import mcx.design.Routing;
import mcx.design.Setting;
import mcx.design.VpnConnection;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * Adds a VPN between a customer's router and a cloud, beside what joins them already: with the
 * gateway in the cloud and the router's way into the Internet where these are missing, and so that
 * it carries nothing as long as there is another way.
 */
public final class BackupVpn {

  /** A local preference below the customary 100. */
  private static final long SECOND_CHOICE = 50;

  /**
   * A MED above what private links are usually told with, which is none: for a cloud that does not
   * prefer these by itself, as Google's choose by MED.
   */
  private static final long LAST_MED = 1000;

  private BackupVpn() {}

  /**
   * Whether the two can be joined by VPN with BGP, and nothing would be refused.
   *
   * @param target a gateway, or a virtual network or cloud whose gateway is found or made
   */
  public static boolean isPossible(Design design, Catalog catalog, Id router, Id target) {
    Joints.Offer offer = offer(design, catalog, router, target);
    if (offer == null || offer.warning()) {
      return false;
    }
    VpnConnection vpn = made(Joints.join(design, catalog, router, target, offer));
    return vpn != null && vpn.routing() == Routing.BGP;
  }

  private static Joints.@Nullable Offer offer(
      Design design, Catalog catalog, Id from, Id to, String key) {
    return Joints.between(design, catalog, from, to).offers().stream()
        .filter(o -> o.key().equals(key))
        .findFirst()
        .orElse(null);
  }

  private static Joints.@Nullable Offer offer(
      Design design, Catalog catalog, Id router, Id target) {
    return offer(design, catalog, router, target, "vpn");
  }

  private static @Nullable VpnConnection made(Change joined) {
    return joined.created().stream()
        .map(joined.design()::link)
        .filter(VpnConnection.class::isInstance)
        .map(VpnConnection.class::cast)
        .findFirst()
        .orElse(null);
  }

  /**
   * The design with the VPN, as two such endpoints usually agree on one; the router takes what it
   * learns there only where it knows no other way, and tells the cloud to do so as well.
   *
   * @param told what the router tells the cloud over it, and nothing else; empty for all it knows
   * @throws NullPointerException if the two cannot be joined by VPN
   */
  public static Change build(
      Design design, Catalog catalog, Id router, Id target, List<Prefix> told) {
    Joints.Offer offer =
        Objects.requireNonNull(offer(design, catalog, router, target), "no VPN can be");
    Change joined = Joints.join(design, catalog, router, target, offer);
    VpnConnection vpn = Objects.requireNonNull(made(joined));
    List<Id> created = new ArrayList<>(joined.created());
    Design after = named(joined.design(), vpn);
    after =
        SessionEnds.tunnels(
            after,
            vpn.id(),
            router,
            PolicyEdits.receiving(p -> PolicyEdits.preferring(p, SECOND_CHOICE)));
    after =
        SessionEnds.tunnels(
            after,
            vpn.id(),
            router,
            PolicyEdits.sending(
                p -> PolicyEdits.telling(told.isEmpty() ? p : RoutePolicy.only(told), LAST_MED)));
    after = clamped(after, catalog, vpn);
    Internet internet = after.element(vpn.underlay(), Internet.class);
    if (internet != null && !isOnline(after, router)) {
      Joints.Offer access = offer(after, catalog, router, internet.id(), "access");
      if (access != null) {
        Change online = Joints.join(after, catalog, router, internet.id(), access);
        created.addAll(online.created());
        after = online.design();
      }
    }
    return new Change(after, created, vpn.id());
  }

  /**
   * The same from a new router beside this one, so that the VPN outlives the router too.
   *
   * @param router a router of premises
   */
  public static Change beside(
      Design design, Catalog catalog, Id router, Id target, List<Prefix> told) {
    Change placed = SecondRouter.placed(design, catalog, router);
    Change joined = build(placed.design(), catalog, placed.main(), target, told);
    List<Id> created = new ArrayList<>(placed.created());
    created.addAll(joined.created());
    return new Change(joined.design(), created, joined.main());
  }

  private static Design named(Design design, VpnConnection vpn) {
    Set<String> names =
        design.links().values().stream().map(Link::name).collect(Collectors.toSet());
    String name = "Backup VPN";
    for (int n = 2; names.contains(name); n++) {
      name = "Backup VPN " + n;
    }
    return design.with(Components.with(vpn, "name", name));
  }

  /** The largest segment that the vendors at both ends ask for is set. */
  private static Design clamped(Design design, Catalog catalog, VpnConnection vpn) {
    long least = Long.MAX_VALUE;
    for (Id end : List.of(vpn.a(), vpn.b())) {
      Gateway gateway = design.element(end, Gateway.class);
      Product product = gateway == null ? null : catalog.of(gateway);
      OptionalLong most =
          product == null ? OptionalLong.empty() : product.number(Quantity.MAX_SEGMENT);
      least = most.isPresent() ? Math.min(least, most.getAsLong()) : least;
    }
    return least == Long.MAX_VALUE
        ? design
        : Edits.set(design, List.of(vpn.id()), Setting.MSS_CLAMP, (int) least).design();
  }

  /** Whether a router has a link into the Internet. */
  public static boolean isOnline(Design design, Id router) {
    return design.allLinks(AccessLink.class).stream()
        .anyMatch(l -> l.joins(router) && design.element(l.other(router), Internet.class) != null);
  }
}
