package mcx.change.fix;

import java.util.List;
import mcx.change.Change;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.NetworkPeering;

/** Joins two virtual networks of one cloud directly. */
public final class DirectPeering {

  private DirectPeering() {}

  /** A peering between the two, by which neither uses the other's gateways. */
  public static Change between(Design design, Id a, Id b) {
    Id id = design.freeId(a + "-" + b);
    return new Change(design.with(new NetworkPeering(id, "", a, b, false, false)), List.of(id), id);
  }
}
