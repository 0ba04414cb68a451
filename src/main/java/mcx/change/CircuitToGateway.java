package mcx.change;

import java.util.List;
import mcx.catalog.GatewayRole;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.Gateway;

/** Joins a circuit to a gateway of its cloud. */
final class CircuitToGateway implements Joint {

  @Override
  public List<Way> ways(Pair pair) {
    if (!(pair.a() instanceof Circuit circuit)
        || !(pair.b() instanceof Gateway gateway)
        || !Joining.sameCloud(pair)
        || Joining.joined(pair, CircuitAttachment.class)) {
      return List.of();
    }
    CloudParts look = new CloudParts(new Draft(pair.design(), pair.catalog()));
    String warning =
        pair.catalog().of(gateway) == null || look.has(gateway, GatewayRole.ENDS_CIRCUITS)
            ? ""
            : Texts.get(
                "warning.endsNoCircuits",
                Words.name(pair.catalog(), gateway),
                Words.kind(pair.catalog(), gateway));
    return List.of(
        new Way(
            "attachment",
            Texts.get("joint.attachment"),
            warning,
            draft -> new CloudParts(draft).attach(circuit, gateway).id()));
  }
}
