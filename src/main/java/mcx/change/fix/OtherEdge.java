package mcx.change.fix;

import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mcx.change.Change;
import mcx.design.CircuitConnection;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Layer3Provider;
import mcx.design.ProviderEdge;
import org.jspecify.annotations.Nullable;

/** Leads a circuit's connection to another edge of the same provider. */
public final class OtherEdge {

  private OtherEdge() {}

  /** The provider's other edge with the fewest circuits; null where there is none. */
  public static @Nullable ProviderEdge other(Design design, Id edge) {
    Layer3Provider provider = design.within(edge, Layer3Provider.class);
    if (provider == null || design.element(edge, ProviderEdge.class) == null) {
      return null;
    }
    return design.all(ProviderEdge.class).stream()
        .filter(e -> !e.id().equals(edge))
        .filter(e -> provider.equals(design.within(e.id(), Layer3Provider.class)))
        .min(
            Comparator.comparing((ProviderEdge e) -> circuits(design, e.id()))
                .thenComparing(ProviderEdge::id))
        .orElse(null);
  }

  private static long circuits(Design design, Id edge) {
    return design.linksOf(edge).stream().filter(CircuitConnection.class::isInstance).count();
  }

  /** The design with the connection led to that edge. */
  public static Change lead(Design design, Id connection) {
    CircuitConnection c = Objects.requireNonNull((CircuitConnection) design.link(connection));
    Id to = Objects.requireNonNull(other(design, c.b())).id();
    Set<Integer> used =
        design.linksOf(to).stream()
            .filter(CircuitConnection.class::isInstance)
            .map(l -> ((CircuitConnection) l).vlan())
            .collect(Collectors.toCollection(TreeSet::new));
    int tag = c.vlan();
    while (tag > 0 && used.contains(tag)) {
      tag = tag % 4094 + 1;
    }
    return Change.of(design, Components.with(Components.with(c, "b", to), "vlan", tag));
  }
}
