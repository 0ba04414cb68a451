package mcx.catalog;

import java.util.ArrayList;
import java.util.List;
import mcx.catalog.CatalogFile.Fault;

/** Finds what a catalog file names and nobody defines: vendors, products and sources. */
final class CatalogReferences {

  private final Catalog all;
  private final List<Fault> faults = new ArrayList<>();

  private CatalogReferences(Catalog all) {
    this.all = all;
  }

  /** What {@code file} names that neither itself nor {@code below} defines. */
  static List<Fault> check(Catalog file, Catalog below) {
    CatalogReferences check = new CatalogReferences(below.plus(file));
    file.vendors().values().forEach(check::vendor);
    file.products().values().forEach(check::product);
    file.places().forEach((k, p) -> check.source("places › " + k, p.source()));
    file.assumptions().forEach((k, f) -> check.source("assumptions › " + k.key(), f.source()));
    return List.copyOf(check.faults);
  }

  private void vendor(Vendor v) {
    String at = "vendors › " + v.key() + " › ";
    product(at + "usualCircuit", v.usualCircuit());
    product(at + "usualCircuitGateway", v.usualCircuitGateway());
    product(at + "usualVpnGateway", v.usualVpnGateway());
    v.interconnects().forEach(k -> vendor(at + "interconnects", k));
    v.notes().forEach(f -> source(at + "notes", f.source()));
  }

  private void product(Product p) {
    String at = "products › " + p.key() + " › ";
    vendor(at + "vendor", p.vendor());
    product(at + "networksThrough", p.networksThrough());
    product(at + "bgpThrough", p.bgpThrough());
    p.preferenceCommunities().forEach(h -> source(at + "preferenceCommunities", h.source()));
    if (p.asn() != null) {
      source(at + "asn", p.asn().source());
    }
    p.refusedPeerAsns().forEach(r -> source(at + "refusedPeerAsns", r.source()));
    for (PrefixLimitFact l : p.limits()) {
      source(at + "limits", l.source());
      source(at + "limits", l.beyondSource());
    }
    if (p.timers() != null) {
      source(at + "timers", p.timers().source());
    }
    p.ike().forEach(i -> source(at + "ike", i.source()));
    source(at + "speedsSource", p.speedsSource());
    if (p.transit() != null) {
      source(at + "transit", p.transit().source());
    }
    p.notes().forEach(f -> source(at + "notes", f.source()));
    p.numbers().forEach((q, f) -> source(at + "numbers › " + q.key(), f.source()));
    p.addresses().forEach((s, f) -> source(at + "addresses › " + s.key(), f.source()));
    if (p.preference() != null) {
      source(at + "preference", p.preference().source());
    }
  }

  private void vendor(String at, String key) {
    if (!all.vendors().containsKey(key)) {
      missing(at, "vendor", key, "vendors");
    }
  }

  private void product(String at, String key) {
    if (!key.isEmpty() && !all.products().containsKey(key)) {
      missing(at, "product", key, "products");
    }
  }

  private void source(String at, String key) {
    if (!key.isEmpty() && !all.sources().containsKey(key)) {
      missing(at, "source", key, "sources");
    }
  }

  private void missing(String at, String what, String key, String section) {
    faults.add(
        new Fault(
            at,
            "there is no " + what + " “" + key + "”",
            "Define it under “" + section + "”, or name one that exists."));
  }
}
