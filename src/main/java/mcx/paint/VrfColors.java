package mcx.paint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.catalog.Catalog;
import mcx.catalog.Vendor;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Layer3Provider;
import mcx.design.ProviderEdge;
import mcx.design.Vrf;
import org.jspecify.annotations.Nullable;

/**
 * The colour of each VRF: that of the one cloud that it leads to, where there is one, and one of
 * its own otherwise. No two VRFs of a provider share one while there are enough.
 */
final class VrfColors {

  private static final List<Color> OWN =
      List.of(
          Color.of("#8250df"),
          Color.of("#1b7c83"),
          Color.of("#bf3989"),
          Color.of("#7d6b00"),
          Color.of("#4b6bc8"),
          Color.of("#a04100"));

  private final SortedMap<Id, Color> colors = new TreeMap<>();
  private final Design design;

  VrfColors(Design design, Catalog catalog) {
    this.design = design;
    SortedMap<Id, Set<String>> vendors = new TreeMap<>();
    for (CircuitConnection c : design.allLinks(CircuitConnection.class)) {
      Id vrf = vrf(c.vrf(), c.b());
      Circuit circuit = design.element(c.a(), Circuit.class);
      Cloud cloud = circuit == null ? null : design.within(circuit.id(), Cloud.class);
      if (vrf != null && cloud != null) {
        vendors.computeIfAbsent(vrf, k -> new TreeSet<>()).add(cloud.vendor());
      }
    }
    for (Layer3Provider provider : design.all(Layer3Provider.class)) {
      Set<Color> used = new HashSet<>();
      int next = 0;
      for (Vrf vrf : of(provider.id())) {
        Set<String> leads = vendors.getOrDefault(vrf.id(), Set.of());
        Vendor vendor = leads.size() == 1 ? catalog.vendor(leads.iterator().next()) : null;
        Color color = vendor == null ? null : Color.of(vendor.color());
        if (color == null || !used.add(color)) {
          color = OWN.get(next++ % OWN.size());
          used.add(color);
        }
        colors.put(vrf.id(), color);
      }
    }
  }

  /** The provider's VRFs in the order of their ids. */
  List<Vrf> of(Id provider) {
    return design.all(Vrf.class).stream().filter(v -> provider.equals(v.parent())).toList();
  }

  Color of(Vrf vrf) {
    return colors.getOrDefault(vrf.id(), OWN.getFirst());
  }

  /** The VRF meant at a provider edge: the named one, or its provider's only one. */
  @Nullable Id vrf(@Nullable Id named, Id edge) {
    if (named != null) {
      return named;
    }
    ProviderEdge pe = design.element(edge, ProviderEdge.class);
    Layer3Provider provider = pe == null ? null : design.within(pe.id(), Layer3Provider.class);
    List<Vrf> all = provider == null ? List.of() : of(provider.id());
    return all.size() == 1 ? all.getFirst().id() : null;
  }
}
