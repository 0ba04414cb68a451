package mcx.design;

import java.util.Set;
import mcx.inet.Asn;
import mcx.inet.RouteTarget;
import org.jspecify.annotations.Nullable;

/**
 * A VPN routing and forwarding instance of a layer-3 provider (RFC 4364). It is shown as an overlay
 * on the provider, not as a box of its own.
 *
 * @param parent the layer-3 provider
 * @param distinguisher its route distinguisher; null to have one made
 * @param imports route targets it takes routes from; empty together with exports: its own only
 * @param exports route targets it marks its routes with
 * @param asn the AS number that customers of this VRF see; null for the provider's own
 * @param allowAsIn how often the provider's own number may stand in a path it accepts from a
 *     customer (0: never, the default of RFC 4271)
 * @param asOverride whether a customer's own number in a path sent to that customer is replaced by
 *     the provider's
 * @param settings what else is set of it
 */
public record Vrf(
    Id id,
    String name,
    @Nullable Id parent,
    @Nullable RouteTarget distinguisher,
    Set<RouteTarget> imports,
    Set<RouteTarget> exports,
    @Nullable Asn asn,
    int allowAsIn,
    boolean asOverride,
    Settings settings)
    implements Element {

  public Vrf {
    name = Checks.name(name);
    imports = Checks.set(imports);
    exports = Checks.set(exports);
    Checks.range(id, "allowas-in", allowAsIn, 0, 10);
  }

  /** With no further settings. */
  public Vrf(
      Id id,
      String name,
      @Nullable Id parent,
      @Nullable RouteTarget distinguisher,
      Set<RouteTarget> imports,
      Set<RouteTarget> exports,
      @Nullable Asn asn,
      int allowAsIn,
      boolean asOverride) {
    this(
        id,
        name,
        parent,
        distinguisher,
        imports,
        exports,
        asn,
        allowAsIn,
        asOverride,
        Settings.NONE);
  }

  public static Vrf of(Id id, String name, Id provider) {
    return new Vrf(id, name, provider, null, Set.of(), Set.of(), null, 0, false);
  }
}
