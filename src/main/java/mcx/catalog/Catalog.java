package mcx.catalog;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.design.Circuit;
import mcx.design.Gateway;
import org.jspecify.annotations.Nullable;

/**
 * All facts, by key.
 *
 * @param vendors by key
 * @param products by key
 * @param sources by key
 * @param places by key
 * @param assumptions what estimates rest on
 */
public record Catalog(
    SortedMap<String, Vendor> vendors,
    SortedMap<String, Product> products,
    SortedMap<String, Source> sources,
    SortedMap<String, Place> places,
    Map<Assumption, Fact<Long>> assumptions) {

  public Catalog {
    vendors = Collections.unmodifiableSortedMap(new TreeMap<>(vendors));
    products = Collections.unmodifiableSortedMap(new TreeMap<>(products));
    sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    Map<Assumption, Fact<Long>> copy = new EnumMap<>(Assumption.class);
    copy.putAll(assumptions);
    assumptions = Collections.unmodifiableMap(copy);
  }

  /** One without places and assumptions. */
  public Catalog(
      SortedMap<String, Vendor> vendors,
      SortedMap<String, Product> products,
      SortedMap<String, Source> sources) {
    this(vendors, products, sources, new TreeMap<>(), Map.of());
  }

  public @Nullable Vendor vendor(String key) {
    return vendors.get(key);
  }

  public @Nullable Product product(String key) {
    return products.get(key);
  }

  /** The product of a gateway; null where the catalog does not know its key. */
  public @Nullable Product of(Gateway gateway) {
    return products.get(gateway.product());
  }

  /** The product of a circuit; null where the catalog does not know its key. */
  public @Nullable Product of(Circuit circuit) {
    return products.get(circuit.product());
  }

  /** What is assumed; null where this catalog assumes nothing of the kind. */
  public @Nullable Fact<Long> assumption(Assumption assumption) {
    return assumptions.get(assumption);
  }

  /** Where the region of this vendor with this code is; null where that is not known. */
  public @Nullable Place placeOfRegion(String vendor, String code) {
    String region = vendor + "/" + code;
    for (Place place : places.values()) {
      if (place.regions().contains(region)) {
        return place;
      }
    }
    return null;
  }

  /** What tells which place a text speaks of; to be kept while many texts are looked at. */
  public PlaceNames placeNames() {
    return new PlaceNames(places.values());
  }

  /** This catalog with what {@code more} holds added, or put in its place. */
  public Catalog plus(Catalog more) {
    SortedMap<String, Vendor> v = new TreeMap<>(vendors);
    v.putAll(more.vendors);
    SortedMap<String, Product> p = new TreeMap<>(products);
    p.putAll(more.products);
    SortedMap<String, Source> s = new TreeMap<>(sources);
    s.putAll(more.sources);
    SortedMap<String, Place> where = new TreeMap<>(places);
    where.putAll(more.places);
    Map<Assumption, Fact<Long>> all = new EnumMap<>(Assumption.class);
    all.putAll(assumptions);
    all.putAll(more.assumptions);
    return new Catalog(v, p, s, where, all);
  }
}
