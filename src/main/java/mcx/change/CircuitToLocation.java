package mcx.change;

import java.util.List;
import mcx.design.Circuit;
import mcx.design.PeeringLocation;

/** Says where a circuit meets its provider. */
final class CircuitToLocation implements Joint {

  @Override
  public List<Way> ways(Pair pair) {
    if (!(pair.a() instanceof Circuit c) || !(pair.b() instanceof PeeringLocation location)) {
      return List.of();
    }
    return List.of(
        new Way(
            "location",
            Texts.get("joint.location"),
            "",
            draft -> {
              draft.replace(
                  new Circuit(
                      c.id(),
                      c.name(),
                      c.parent(),
                      c.product(),
                      c.sku(),
                      c.bandwidthMbps(),
                      location.id()));
              draft.remark(Texts.get("remark.location", Words.name(pair.catalog(), location)));
              return c.id();
            }));
  }
}
