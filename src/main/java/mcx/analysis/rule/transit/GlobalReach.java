package mcx.analysis.rule.transit;

import java.util.List;
import mcx.analysis.rule.Situation;
import mcx.design.Circuit;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.PeeringLocation;
import mcx.design.Setting;
import org.jspecify.annotations.Nullable;

/** What Microsoft asks of two circuits before it joins them by Global Reach (ER-GR, ER-FAQ). */
final class GlobalReach {

  private static final String LOCAL = "Local";
  private static final String PREMIUM = "Premium";

  private GlobalReach() {}

  /** Those of the two that are of the Local variant, which has no Global Reach. */
  static List<Id> local(Circuit a, Circuit b) {
    return ofSku(a, b, LOCAL);
  }

  private static List<Id> ofSku(Circuit a, Circuit b, String sku) {
    return List.of(a, b).stream().filter(c -> sku.equals(c.sku())).map(Circuit::id).toList();
  }

  /** Whether both are known to be at one peering location. */
  static boolean samePlace(Circuit a, Circuit b) {
    return a.peeringLocation() != null && a.peeringLocation().equals(b.peeringLocation());
  }

  /** Those of the two that are not Premium. */
  static List<Id> notPremium(Circuit a, Circuit b) {
    return List.of(a, b).stream().filter(c -> !PREMIUM.equals(c.sku())).map(Circuit::id).toList();
  }

  /** The geopolitical region that a circuit's peering location lies in; null where not known. */
  static @Nullable String geopolitical(Situation situation, Circuit circuit) {
    Element place = situation.design().element(circuit.peeringLocation(), PeeringLocation.class);
    return place == null ? null : place.settings().text(Setting.GEOPOLITICAL_REGION);
  }

  /** Whether Microsoft would refuse, as far as the design tells. */
  static boolean refused(Situation situation, Circuit a, Circuit b) {
    String one = geopolitical(situation, a);
    String other = geopolitical(situation, b);
    boolean apart = one != null && other != null && !one.equalsIgnoreCase(other);
    return !local(a, b).isEmpty() || samePlace(a, b) || (apart && !notPremium(a, b).isEmpty());
  }
}
