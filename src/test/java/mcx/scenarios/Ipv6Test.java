package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashSet;
import java.util.List;
import mcx.analysis.PathKind;
import mcx.design.Design;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import org.junit.jupiter.api.Test;

/** The layer-3 provider's samples with IPv6 only. */
class Ipv6Test {

  private static Design sixes(Design design) {
    Design changed = Edits.set(design, "dc1", "networks", range("2001:db8:10::/48"));
    changed = Edits.set(changed, "vnet", "prefixes", range("2001:db8:20::/48"));
    changed = Edits.set(changed, "vpc", "prefixes", range("2001:db8:30::/48"));
    changed = Edits.set(changed, "gcp-vpc", "prefixes", range("2001:db8:40::/48"));
    changed =
        Edits.set(changed, "dxgw-vgw", "allowedPrefixes", List.of(Prefix.of("2001:db8:30::/48")));
    return Edits.set(changed, "gcp-vpc", "subnets", List.of());
  }

  private static List<PrefixRange> range(String prefix) {
    return List.of(PrefixRange.of(prefix));
  }

  @Test
  void allCloudsInOneVrfReachEachOther() {
    Results.of(sixes(S01.design()))
        .noErrors()
        .holds("er/primary", "2001:db8:30::/48", "64900 64514")
        .holds("cloud-router", "2001:db8:10::/48", "64900 65010")
        .reaches("vnet", "vpc", PathKind.PROVIDER)
        .onlyReach("dc1 vnet", "dc1 vpc", "dc1 gcp-vpc", "vnet vpc", "vnet gcp-vpc", "vpc gcp-vpc");
  }

  @Test
  void staticDefaultsLeadToTheProviderToo() {
    Results.of(sixes(S02.staticDefault()))
        .hasNoRoute("er/primary", "2001:db8:30::/48")
        .held("ce", "::/0");
  }

  @Test
  void eachStaticRouteIsThereOnce() {
    var network =
        mcx.compile.Compiler.compile(
                sixes(S02.staticDefault()), mcx.catalog.CatalogLoader.builtIn())
            .network();
    for (mcx.network.Node node : network.nodes().values()) {
      for (mcx.network.Vrf vrf : node.vrfs()) {
        assertEquals(
            List.copyOf(new LinkedHashSet<>(vrf.statics())),
            vrf.statics(),
            () -> vrf.id().toString());
      }
    }
  }
}
