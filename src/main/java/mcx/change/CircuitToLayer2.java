package mcx.change;

import java.util.List;
import mcx.design.Id;
import mcx.design.Layer2Provider;
import mcx.design.Port;

/** A circuit from a cloud to a layer-2 provider, carried on to the routers at its other ports. */
final class CircuitToLayer2 implements Joint {

  @Override
  public List<Way> ways(Pair pair) {
    Layer2Provider provider = AccessToLayer2.provider(pair.design(), pair.a());
    CloudEnd cloud = CloudEnd.of(pair.design(), pair.b());
    if (provider == null || cloud == null || !Circuits.possible(pair.catalog(), cloud)) {
      return List.of();
    }
    Port first = pair.a() instanceof Port p ? p : null;
    return List.of(
        new Way(
            "circuit",
            Circuits.label(pair.catalog(), cloud),
            Circuits.warning(pair, cloud),
            draft -> {
              Id circuit =
                  Circuits.connect(
                      draft,
                      cloud,
                      (c, role, i) -> {
                        Port port =
                            i == 0 && first != null
                                ? first
                                : AccessToLayer2.freePort(draft, provider);
                        return new Circuits.Place(
                            port.id(), Spare.vlan(draft.design(), port.id()), null);
                      });
              CrossConnects.complete(draft, provider.id());
              return circuit;
            }));
  }
}
