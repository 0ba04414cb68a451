package mcx.change;

import java.util.List;
import java.util.Objects;
import mcx.catalog.Catalog;
import mcx.catalog.Vendor;
import mcx.design.BgpSettings;
import mcx.design.Circuit;
import mcx.design.CloudInterconnect;
import mcx.design.CloudInterconnect.Path;
import mcx.design.ConnectionRole;

/** Joins circuits of two clouds back to back, where their vendors do that. */
final class CloudToCloud implements Joint {

  @Override
  public List<Way> ways(Pair pair) {
    CloudEnd a = CloudEnd.of(pair.design(), pair.a());
    CloudEnd b = CloudEnd.of(pair.design(), pair.b());
    if (a == null || b == null || Joining.sameVendor(pair)) {
      return List.of();
    }
    Catalog catalog = pair.catalog();
    Vendor from = a.vendor(catalog);
    Vendor to = b.vendor(catalog);
    boolean both = a.circuit() != null && b.circuit() != null;
    boolean sold =
        from != null
            && to != null
            && (from.interconnects().contains(to.key()) || to.interconnects().contains(from.key()));
    if (!(sold || both)
        || !Circuits.possible(catalog, a)
        || !Circuits.possible(catalog, b)
        || Joining.joined(pair, CloudInterconnect.class)) {
      return List.of();
    }
    return List.of(
        new Way(
            "interconnect",
            Texts.get("joint.interconnect"),
            sold ? "" : Texts.get("warning.noInterconnect", a.cloud().name(), b.cloud().name()),
            draft -> {
              Circuit near = circuit(draft, a);
              Circuit far = circuit(draft, b);
              return draft
                  .add(
                      new CloudInterconnect(
                          draft.id(near.id() + "-" + far.id()),
                          "",
                          near.id(),
                          far.id(),
                          List.of(path(ConnectionRole.PRIMARY), path(ConnectionRole.SECONDARY))))
                  .id();
            }));
  }

  private static Circuit circuit(Draft draft, CloudEnd end) {
    CloudParts parts = new CloudParts(draft);
    Circuit given = end.circuit();
    Circuit circuit =
        given != null
            ? given
            : parts.circuit(
                end.holder(), Objects.requireNonNull(Circuits.product(draft.catalog(), end)));
    parts.joinToGateway(circuit, end);
    return circuit;
  }

  private static Path path(ConnectionRole role) {
    return new Path(role, null, BgpSettings.DEFAULT);
  }
}
