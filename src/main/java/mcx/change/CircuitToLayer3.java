package mcx.change;

import java.util.ArrayList;
import java.util.List;
import mcx.design.CircuitConnection;
import mcx.design.Id;
import mcx.design.ProviderEdge;
import mcx.design.Vrf;
import org.jspecify.annotations.Nullable;

/** A circuit from a cloud to a layer-3 provider, in one of its VRFs or in one of its own. */
final class CircuitToLayer3 implements Joint {

  @Override
  public List<Way> ways(Pair pair) {
    ProviderEnd provider = ProviderEnd.of(pair.design(), pair.a());
    CloudEnd cloud = CloudEnd.of(pair.design(), pair.b());
    if (provider == null || cloud == null || !Circuits.possible(pair.catalog(), cloud)) {
      return List.of();
    }
    String label = Circuits.label(pair.catalog(), cloud);
    String warning = Circuits.warning(pair, cloud);
    List<Vrf> vrfs = provider.vrfs(pair.design());
    List<Way> ways = new ArrayList<>();
    for (Vrf v : vrfs) {
      String name = vrfs.size() < 2 ? label : Texts.get("joint.circuit.vrf", label, v.name());
      ways.add(
          new Way("circuit." + v.id(), name, warning, draft -> make(draft, provider, cloud, v)));
    }
    if (!(pair.a() instanceof Vrf)) {
      ways.add(
          new Way(
              "circuit-own-vrf",
              vrfs.isEmpty() ? label : Texts.get("joint.circuit.ownVrf", label),
              warning,
              draft -> make(draft, provider, cloud, null)));
    }
    return ways;
  }

  /**
   * @param given the VRF; null to make one, which the sites at the provider then join as well
   */
  private static Id make(Draft draft, ProviderEnd provider, CloudEnd cloud, @Nullable Vrf given) {
    Vrf vrf = given != null ? given : ownVrf(draft, provider, cloud);
    List<ProviderEdge> edges = provider.edges(draft, CircuitConnection.class);
    return Circuits.connect(
        draft,
        cloud,
        (circuit, role, i) -> {
          ProviderEdge edge = edges.get(i % edges.size());
          return new Circuits.Place(edge.id(), Spare.vlan(draft.design(), edge.id()), vrf.id());
        });
  }

  private static Vrf ownVrf(Draft draft, ProviderEnd provider, CloudEnd cloud) {
    String name = draft.named(Texts.get("name.vrfOf", cloud.cloud().name()));
    Vrf vrf =
        draft.add(
            Vrf.of(
                draft.id("vrf-" + Stems.vendor(cloud.cloud().vendor())),
                name,
                provider.provider().id()));
    AccessToLayer3.extend(draft, provider.accessLinks(draft.design()), vrf);
    return vrf;
  }
}
