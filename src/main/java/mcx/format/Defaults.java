package mcx.format;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.LocalAs;
import mcx.design.PeeringType;
import mcx.design.PrefixLimitAction;
import mcx.design.PrivateAs;
import mcx.design.RoutePolicy;
import mcx.design.Routing;
import mcx.design.Settings;
import mcx.design.VpnMode;
import org.jspecify.annotations.Nullable;

/**
 * What a field means that a file leaves out, by record and component: a file holds only what the
 * architect decided. These are part of the format.
 */
final class Defaults {

  /** Stands for the lack of a default. */
  static final Object REQUIRED =
      new Object() {
        @Override
        public String toString() {
          return "required";
        }
      };

  private static final Map<String, Object> BY_COMPONENT =
      Map.of(
          "RoutePolicy.otherwise", true,
          "Term.permit", true,
          "PrivateLink.igpCost", 1);

  private static final Map<Class<?>, Object> BY_TYPE =
      Map.ofEntries(
          Map.entry(boolean.class, false),
          Map.entry(List.class, List.of()),
          Map.entry(Set.class, Set.of()),
          Map.entry(BgpSettings.class, BgpSettings.DEFAULT),
          Map.entry(BgpEnd.class, BgpEnd.DEFAULT),
          Map.entry(LocalAs.class, LocalAs.REPLACE),
          Map.entry(PrivateAs.class, PrivateAs.KEEP),
          Map.entry(PrefixLimitAction.class, PrefixLimitAction.RESTART),
          Map.entry(RoutePolicy.class, RoutePolicy.PERMIT_ALL),
          Map.entry(RoutePolicy.Change.class, RoutePolicy.Change.NONE),
          Map.entry(Routing.class, Routing.BGP),
          Map.entry(PeeringType.class, PeeringType.PRIVATE),
          Map.entry(Settings.class, Settings.NONE),
          Map.entry(VpnMode.class, VpnMode.ROUTE_BASED));

  /** The names of components that have no default, whatever their record. */
  private static final Set<String> REQUIRED_NAMES =
      Set.of(
          "id", "a", "b", "kind", "from", "to", "role", "tag", "key", "prefix", "product", "vendor",
          "portA", "portB", "vlanA", "vlanB", "cost", "bounds", "text", "rule", "reason");

  /** Components whose name in the file is another, with that name. */
  private static final Map<String, String> KEYS = Map.of("Term.permit", "action");

  private Defaults() {}

  private static String name(Class<?> type, RecordComponent component) {
    return type.getSimpleName() + "." + component.getName();
  }

  /** The name of the component's field in a file. */
  static String key(Class<?> type, RecordComponent component) {
    return KEYS.getOrDefault(name(type, component), component.getName());
  }

  /** Whether the field stands in the file even where it holds its default. */
  static boolean alwaysWritten(Class<?> type, RecordComponent component) {
    return name(type, component).equals("Term.permit");
  }

  /** What the component holds where the file does not say; {@link #REQUIRED} for none. */
  static @Nullable Object of(Class<?> type, RecordComponent component) {
    Object own = BY_COMPONENT.get(name(type, component));
    if (own != null) {
      return own;
    }
    Object ofType = BY_TYPE.get(component.getType());
    if (ofType != null) {
      return ofType;
    }
    if (REQUIRED_NAMES.contains(component.getName())) {
      return REQUIRED;
    }
    if (component.getName().equals("name")) {
      return "";
    }
    return component.getType() == int.class ? (Object) 0 : null;
  }
}
