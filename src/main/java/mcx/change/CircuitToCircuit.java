package mcx.change;

import java.util.List;
import mcx.catalog.Vendor;
import mcx.design.Circuit;
import mcx.design.CircuitPeering;

/** Joins two circuits of one vendor, so that sites behind them reach each other. */
final class CircuitToCircuit implements Joint {

  @Override
  public List<Way> ways(Pair pair) {
    if (!(pair.a() instanceof Circuit a)
        || !(pair.b() instanceof Circuit b)
        || !Joining.sameVendor(pair)
        || Joining.joined(pair, CircuitPeering.class)) {
      return List.of();
    }
    Vendor vendor = Products.vendor(pair.design(), pair.catalog(), a.id());
    String name = vendor == null ? "" : vendor.circuitPeering();
    String warning =
        name.isEmpty() && vendor != null && !vendor.key().equals("other")
            ? Texts.get("warning.noCircuitPeering", vendor.name())
            : "";
    return List.of(
        new Way(
            "circuit-peering",
            name.isEmpty() ? Texts.get("joint.circuitPeering") : name,
            warning,
            draft ->
                draft
                    .add(new CircuitPeering(draft.id(a.id() + "-" + b.id()), "", a.id(), b.id()))
                    .id()));
  }
}
