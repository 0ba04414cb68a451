package mcx.editor.field;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mcx.catalog.Catalog;
import mcx.catalog.Product;
import mcx.design.AccessLink;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.IkeVersion;
import mcx.design.Layer2Provider;
import mcx.design.Layer3Provider;
import mcx.design.Link;
import mcx.design.Premises;
import mcx.design.VirtualNetwork;
import mcx.design.VpnConnection;
import mcx.editor.Texts;
import mcx.editor.Words;
import mcx.inet.Asn;
import mcx.inet.PrefixRange;
import org.jspecify.annotations.Nullable;

/** What a vendor or a reviewer would object to in a value while it is typed. It never blocks. */
final class Warnings {

  private Warnings() {}

  /** What is to be said about an AS number of this element. */
  static String asn(Design design, Catalog catalog, Id element, Asn asn) {
    return asn(asn, facing(design, catalog, element));
  }

  /** What is to be said about an AS number that these products see. */
  static String asn(Asn asn, Set<Product> products) {
    String refusing =
        products.stream()
            .filter(p -> p.refuses(asn))
            .map(Product::name)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!refusing.isEmpty()) {
      return Texts.get("warn.asnRefused", refusing, asn.toString());
    }
    long n = asn.value();
    if (n == 0 || n == 23456 || n == 65535 || n == 0xffff_ffffL) {
      return Texts.get("warn.asnReserved", asn.toString());
    }
    return "";
  }

  /** The products whose sessions this router, provider or VRF has its number in. */
  static Set<Product> facing(Design design, Catalog catalog, Id element) {
    Set<Product> found = new LinkedHashSet<>();
    Layer3Provider provider = design.within(element, Layer3Provider.class);
    Set<Id> exchanges = new LinkedHashSet<>();
    for (Link link : design.linksOf(element)) {
      if (link instanceof AccessLink access) {
        Layer2Provider exchange = design.within(access.b(), Layer2Provider.class);
        if (exchange != null) {
          exchanges.add(exchange.id());
        }
      } else {
        addProduct(found, design, catalog, link.other(element));
      }
    }
    for (CircuitConnection connection : design.allLinks(CircuitConnection.class)) {
      Layer3Provider atProvider = design.within(connection.b(), Layer3Provider.class);
      Layer2Provider atExchange = design.within(connection.b(), Layer2Provider.class);
      if ((provider != null && provider.equals(atProvider))
          || (atExchange != null && exchanges.contains(atExchange.id()))) {
        addProduct(found, design, catalog, connection.a());
      }
    }
    return found;
  }

  private static void addProduct(Set<Product> to, Design design, Catalog catalog, Id id) {
    Product product = product(design, catalog, id);
    if (product != null) {
      to.add(product);
    }
  }

  /** The product of a circuit or gateway; null for other elements, and for an unknown key. */
  static @Nullable Product product(Design design, Catalog catalog, Id id) {
    Element element = design.element(id);
    return switch (element) {
      case Circuit c -> catalog.of(c);
      case Gateway g -> catalog.of(g);
      case null, default -> null;
    };
  }

  /** Whether these address ranges overlap with those of another site. */
  static String overlap(Design design, Id owner, List<PrefixRange> ranges) {
    for (Element other : design.elements().values()) {
      if (other.id().equals(owner)) {
        continue;
      }
      List<PrefixRange> theirs =
          switch (other) {
            case Premises p -> p.networks();
            case VirtualNetwork n -> n.prefixes();
            default -> List.of();
          };
      for (PrefixRange range : ranges) {
        for (PrefixRange their : theirs) {
          if (overlaps(range, their)) {
            return Texts.get(
                "warn.overlap", range.toString(), their.toString(), Words.name(design, other.id()));
          }
        }
      }
    }
    return "";
  }

  private static boolean overlaps(PrefixRange a, PrefixRange b) {
    if (a.first().family() != b.first().family()) {
      return false;
    }
    // Runs lie apart if one ends before the other begins; prefixes nest or lie apart.
    boolean before = a.last().address().compareTo(b.first().address()) < 0;
    boolean after = b.last().address().compareTo(a.first().address()) < 0;
    return (!before && !after) || a.last().overlaps(b.first()) || b.last().overlaps(a.first());
  }

  /** Whether both ends of a VPN speak this version. */
  static String ike(Design design, Catalog catalog, VpnConnection vpn, IkeVersion version) {
    for (Id end : List.of(vpn.a(), vpn.b())) {
      Set<IkeVersion> spoken =
          switch (design.element(end)) {
            case mcx.design.Router r -> r.ikeVersions();
            case Gateway g when !g.ikeVersions().isEmpty() -> g.ikeVersions();
            case Gateway g -> {
              Product product = catalog.of(g);
              Set<IkeVersion> all = new LinkedHashSet<>();
              if (product != null) {
                product.ikes(g.sku()).forEach(i -> all.addAll(i.versions()));
              }
              yield all;
            }
            case null, default -> Set.of();
          };
      if (!spoken.isEmpty() && !spoken.contains(version)) {
        return Texts.get(
            "warn.ike",
            Words.name(design, end),
            version.label(),
            spoken.stream().sorted().map(IkeVersion::label).collect(Collectors.joining(", ")));
      }
    }
    return "";
  }
}
