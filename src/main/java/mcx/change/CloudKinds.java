package mcx.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mcx.catalog.Catalog;
import mcx.catalog.Product;
import mcx.catalog.Vendor;
import mcx.design.Circuit;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Region;
import mcx.design.RouteTable;
import mcx.design.VirtualNetwork;
import org.jspecify.annotations.Nullable;

/**
 * Clouds, and what stands in a cloud: the vendor's usual product for the cloud it is dropped into.
 */
final class CloudKinds {

  private static final Id SAMPLE = Id.of("sample");

  /**
   * The order in which people look for them; vendors of a user's own come before the unnamed one.
   */
  private static final List<String> FIRST =
      List.of("azure", "aws", "google", "oracle", "ibm", "alibaba");

  private static final String LAST = "other";

  private CloudKinds() {}

  static List<Kind> clouds(Catalog catalog) {
    List<String> keys = new ArrayList<>(FIRST);
    keys.retainAll(catalog.vendors().keySet());
    Set<String> own = new TreeSet<>(catalog.vendors().keySet());
    own.removeAll(FIRST);
    boolean other = own.remove(LAST);
    keys.addAll(own);
    if (other) {
      keys.add(LAST);
    }
    return keys.stream().map(k -> cloud(Objects.requireNonNull(catalog.vendor(k)))).toList();
  }

  private static Kind cloud(Vendor vendor) {
    boolean drawn = FIRST.contains(vendor.key()) || vendor.key().equals(LAST);
    return new Kind(
        new Stencil(
            "cloud." + vendor.key(),
            Texts.get("group.clouds"),
            vendor.shortName(),
            "cloud-" + (drawn ? vendor.key() : LAST)),
        (design, holder) -> new Cloud(SAMPLE, "", holder, vendor.key()),
        (draft, holder) -> {
          Cloud cloud =
              draft.add(
                  new Cloud(
                      draft.id(vendor.key()),
                      draft.named(vendor.shortName()),
                      holder,
                      vendor.key()));
          new CloudParts(draft).network(cloud.id(), vendor);
          return cloud.id();
        });
  }

  static List<Kind> parts(Catalog catalog) {
    return List.of(
        new Kind(
            stencil("region", "region"),
            (design, holder) -> new Region(SAMPLE, "", holder, null),
            (draft, holder) -> region(draft, Objects.requireNonNull(holder)).id()),
        new Kind(
            stencil("virtual-network", "virtual-network"),
            (design, holder) -> VirtualNetwork.of(SAMPLE, "", holder),
            (draft, holder) ->
                new CloudParts(draft)
                    .network(
                        Objects.requireNonNull(holder),
                        Products.vendor(draft.design(), catalog, holder))
                    .id()),
        circuit(catalog),
        gateway(catalog, "private-gateway", "gateway", Products::circuitGateway),
        gateway(catalog, "vpn-gateway", "vpn-gateway", Products::vpnGateway),
        gateway(catalog, "transit-hub", "transit-hub", Products::transitHub),
        new Kind(
            stencil("route-table", "route-table"),
            (design, holder) -> table(SAMPLE, "", holder, Set.of()),
            (draft, holder) -> {
              String name = draft.numbered(Texts.get("stencil.route-table"));
              boolean ofNetwork = draft.design().element(holder) instanceof VirtualNetwork;
              Set<Id> users = ofNetwork ? Set.of(Objects.requireNonNull(holder)) : Set.of();
              return draft
                  .add(table(draft.id("rt" + SiteKinds.number(name)), name, holder, users))
                  .id();
            }));
  }

  private static Stencil stencil(String key, String icon) {
    return new Stencil(key, Texts.get("group.inCloud"), Texts.get("stencil." + key), icon);
  }

  private static RouteTable table(Id id, String name, @Nullable Id holder, Set<Id> users) {
    return new RouteTable(id, name, holder, users, Set.of(), List.of());
  }

  /** A new region, with the first code of the vendor's that the cloud does not have yet. */
  private static Region region(Draft draft, Id cloud) {
    Vendor vendor = Products.vendor(draft.design(), draft.catalog(), cloud);
    List<String> codes = vendor == null ? List.of() : vendor.regions();
    List<Element> siblings = draft.design().children(cloud);
    String code =
        codes.stream()
            .filter(
                c -> siblings.stream().noneMatch(s -> s instanceof Region r && c.equals(r.code())))
            .findFirst()
            .orElse(null);
    String name = code == null ? draft.numbered(Texts.get("stencil.region")) : code;
    return draft.add(new Region(draft.id(name), draft.named(name), cloud, code));
  }

  private interface Usual {
    Optional<Product> of(Catalog catalog, @Nullable Vendor vendor);
  }

  private static Optional<Product> product(
      Catalog catalog, Usual usual, Design design, @Nullable Id holder) {
    return usual.of(catalog, Products.vendor(design, catalog, holder));
  }

  private static Kind circuit(Catalog catalog) {
    return new Kind(
        stencil("circuit", "circuit"),
        (design, holder) ->
            product(catalog, Products::circuit, design, holder)
                .map(p -> new Circuit(SAMPLE, "", holder, p.key(), null, 0, null))
                .orElse(null),
        (draft, holder) -> {
          Id in = Objects.requireNonNull(holder);
          CloudParts parts = new CloudParts(draft);
          Circuit circuit =
              parts.circuit(
                  in, product(catalog, Products::circuit, draft.design(), in).orElseThrow());
          CloudEnd end = CloudEnd.of(draft.design(), circuit);
          parts.joinToGateway(circuit, Objects.requireNonNull(end));
          return circuit.id();
        });
  }

  private static Kind gateway(Catalog catalog, String key, String icon, Usual usual) {
    return new Kind(
        stencil(key, icon),
        (design, holder) ->
            product(catalog, usual, design, holder)
                .map(p -> Gateway.of(SAMPLE, "", holder, p.key()))
                .orElse(null),
        (draft, holder) -> {
          Id in = Objects.requireNonNull(holder);
          CloudParts parts = new CloudParts(draft);
          Product product = product(catalog, usual, draft.design(), in).orElseThrow();
          Gateway gateway = parts.gateway(in, product, null);
          parts.attachNetworks(gateway);
          return gateway.id();
        });
  }
}
