package mcx.compile;

import java.util.List;
import mcx.network.Vrf.Key;

/**
 * IBM Direct Link: its edge is one autonomous system with what is behind it. Its virtual
 * connections do not see each other, and only the length of the AS path steers it.
 */
final class IbmDirectLink extends CircuitBehaviour {

  /** Neither MED nor local preference nor weight is among them (IBM-DL). */
  static final List<Key> SELECTION =
      List.of(
          Key.DISTANCE,
          Key.LOCALLY_ORIGINATED,
          Key.AS_PATH_LENGTH,
          Key.ORIGIN,
          Key.EXTERNAL,
          Key.IGP_COST);

  private static final TransitRules TRANSIT =
      TransitRules.ALL.withhold(
          Side.GATEWAY,
          Side.GATEWAY,
          "The virtual connections of one link do not see each other (IBM-DL)");

  @Override
  List<Key> selection() {
    return SELECTION;
  }

  @Override
  TransitRules transit() {
    return TRANSIT;
  }

  @Override
  String refusedInPath() {
    return "IBM takes no route with one of its reserved AS numbers in the path (IBM-DL)";
  }

  @Override
  String refusedAsnRule() {
    return "ASN-09";
  }
}
