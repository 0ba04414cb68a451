package mcx.scenarios;

import static mcx.design.ConnectionRole.PRIMARY;
import static mcx.design.ConnectionRole.SECONDARY;

import java.util.List;
import mcx.design.Design;
import mcx.design.RoutePolicy;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;

/** Two ExpressRoute circuits in two cities, and three ways to prefer one of them. */
final class S11 {

  static final String WHOLE = "10.1.11.0/24";
  static final String LOWER = "10.1.11.0/25";
  static final String UPPER = "10.1.11.128/25";

  private static final List<String> FIRST = List.of("er1-primary", "er1-secondary");
  private static final List<String> SECOND = List.of("er2-primary", "er2-secondary");

  private S11() {}

  /** Variant 0: nothing prefers one of them. */
  static Design design() {
    return new Drawing("Two peering locations")
        .datacenter("dc", "New York", WHOLE)
        .router("ce1", "CE 1", "dc", 65020)
        .router("ce2", "CE 2", "dc", 65020)
        .inner("ce1-ce2", "ce1", "ce2", "192.168.1.0/30")
        .peeringLocation("washington", "Washington DC", "Washington DC")
        .peeringLocation("chicago", "Chicago", "Chicago")
        .cloud("azure", "Azure East US", "azure")
        .circuit("er1", "ExpressRoute 1", "azure", "azure.expressroute", "Standard", 1000)
        .at("er1", "washington")
        .circuit("er2", "ExpressRoute 2", "azure", "azure.expressroute", "Standard", 1000)
        .at("er2", "chicago")
        .gateway("er-gw", "ER gateway", "azure", "azure.er-gateway", "ErGw2Az", null)
        .network("vnet", "Production", "azure", "10.17.11.0/25")
        .attachNetwork("vnet-er-gw", "vnet", "er-gw")
        .attachCircuit("er1-er-gw", "er1", "er-gw")
        .attachCircuit("er2-er-gw", "er2", "er-gw")
        .wire("er1-primary", PRIMARY, "er1", "ce1")
        .wire("er1-secondary", SECONDARY, "er1", "ce2")
        .wire("er2-primary", PRIMARY, "er2", "ce1")
        .wire("er2-secondary", SECONDARY, "er2", "ce2")
        .design();
  }

  /** Variant a: the halves over the first circuit, the whole over the second. */
  static Design moreSpecific() {
    Design design =
        Edits.set(
            design(),
            "dc",
            "networks",
            List.of(PrefixRange.of(WHOLE), PrefixRange.of(LOWER), PrefixRange.of(UPPER)));
    design = sending(design, FIRST, only(LOWER, UPPER));
    return matched(sending(design, SECOND, only(WHOLE)));
  }

  /** Variant b: the first circuit's connection is the heavier. */
  static Design weighted() {
    return matched(Edits.set(design(), "er1-er-gw", "weight", 100));
  }

  /** Variant c: the second circuit is told a longer path. */
  static Design prepended() {
    return matched(unmatchedPrepend());
  }

  /** Variant c without the preference for what comes in. */
  static Design unmatchedPrepend() {
    return sending(design(), SECOND, RoutePolicy.prepend(2));
  }

  /** The customer's routers prefer what the first circuit tells. */
  private static Design matched(Design design) {
    Design after = design;
    for (String link : FIRST) {
      after = Edits.sessionB(after, link, "importPolicy", RoutePolicy.localPreference(150));
    }
    return after;
  }

  static Design sendingFirst(Design design, RoutePolicy policy) {
    return sending(design, FIRST, policy);
  }

  private static Design sending(Design design, List<String> links, RoutePolicy policy) {
    Design after = design;
    for (String link : links) {
      after = Edits.sessionB(after, link, "exportPolicy", policy);
    }
    return after;
  }

  private static RoutePolicy only(String... prefixes) {
    return RoutePolicy.only(List.of(prefixes).stream().map(Prefix::of).toList());
  }
}
