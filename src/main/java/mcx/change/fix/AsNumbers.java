package mcx.change.fix;

import java.util.List;
import mcx.catalog.Catalog;
import mcx.change.Change;
import mcx.change.Spare;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Port;
import mcx.design.Router;
import mcx.inet.Asn;

/** Other AS numbers for what the customer may number. */
public final class AsNumbers {

  /** Where the search for a router's number begins. */
  private static final long FIRST_OF_ROUTERS = 65010;

  /** Where the search for a gateway's number begins: every cloud with a choice takes it. */
  private static final long FIRST_OF_GATEWAYS = 64600;

  private AsNumbers() {}

  /** A private number for a router that nothing uses and no vendor refuses. */
  public static Asn forRouter(Design design, Catalog catalog) {
    return Spare.asn(design, catalog, FIRST_OF_ROUTERS);
  }

  /** A private number for a gateway that nothing uses and no vendor refuses. */
  public static Asn forGateway(Design design, Catalog catalog) {
    return Spare.asn(design, catalog, FIRST_OF_GATEWAYS);
  }

  /** The routers with this number: one autonomous system. */
  public static List<Router> routers(Design design, Asn asn) {
    return design.all(Router.class).stream().filter(r -> asn.equals(r.asn())).toList();
  }

  /**
   * Gives another number to an autonomous system of the customer's own: to all its routers, and to
   * the sessions at which one of its routers, or what a layer-2 provider leads to, is set to it.
   *
   * @param main the router that the change is about
   */
  public static Change renumber(Design design, Asn from, Asn to, Id main) {
    Design changed =
        design.with(
            routers(design, from).stream().map(r -> Components.with(r, "asn", to)).toList(),
            List.of());
    for (Hop hop : Hop.all(changed)) {
      for (Id end : List.of(hop.a(), hop.b())) {
        Element element = changed.element(end);
        boolean own = element instanceof Router || element instanceof Port;
        if (own && from.equals(hop.end(end).asn())) {
          changed = hop.at(end, e -> e.with("asn", to)).in(changed);
        }
      }
    }
    return new Change(changed, List.of(), main);
  }

  /** Gives a gateway this number. */
  public static Change gateway(Design design, Id gateway, Asn asn) {
    Gateway found = design.element(gateway, Gateway.class);
    return new Change(
        found == null ? design : design.with(Components.with(found, "asn", asn)),
        List.of(),
        gateway);
  }

  /** Lets an element speak with another number at all sessions of a link. */
  public static Change session(Design design, Id link, Id speaker, Asn asn) {
    Design changed = design;
    for (Hop hop : Hop.of(design, link)) {
      if (hop.end(speaker).asn() != null) {
        changed = hop.at(speaker, e -> e.with("asn", asn)).in(changed);
      }
    }
    return new Change(changed, List.of(), link);
  }
}
