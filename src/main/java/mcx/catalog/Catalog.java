package mcx.catalog;

import java.util.Collections;
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
 */
public record Catalog(
    SortedMap<String, Vendor> vendors,
    SortedMap<String, Product> products,
    SortedMap<String, Source> sources) {

  public Catalog {
    vendors = Collections.unmodifiableSortedMap(new TreeMap<>(vendors));
    products = Collections.unmodifiableSortedMap(new TreeMap<>(products));
    sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
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

  /** This catalog with what {@code more} holds added, or put in its place. */
  public Catalog plus(Catalog more) {
    SortedMap<String, Vendor> v = new TreeMap<>(vendors);
    v.putAll(more.vendors);
    SortedMap<String, Product> p = new TreeMap<>(products);
    p.putAll(more.products);
    SortedMap<String, Source> s = new TreeMap<>(sources);
    s.putAll(more.sources);
    return new Catalog(v, p, s);
  }
}
