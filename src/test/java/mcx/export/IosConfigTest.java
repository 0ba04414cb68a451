package mcx.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SortedMap;
import mcx.bench.Drawn;
import mcx.bench.Generated;
import mcx.catalog.CatalogLoader;
import mcx.compile.Compiler;
import mcx.network.Network;
import org.junit.jupiter.api.Test;

class IosConfigTest {

  @Test
  void aRouterInFull() {
    Network network = Generated.network(2, 1, 1, Generated.Kind.OWN);
    SortedMap<String, String> all = new IosConfig(network).all();
    assertEquals(network.nodes().keySet(), all.keySet());
    assertEquals(
        """
        hostname r0000
        !
        ip bgp-community new-format
        !
        interface Loopback0
         ip address 192.168.0.1 255.255.255.255
        !
        interface GigabitEthernet0/0
         description to r0001
         ip address 172.16.0.1 255.255.255.252
         no shutdown
        !
        router bgp 10000
         bgp router-id 192.168.0.1
         bgp bestpath compare-routerid
         no synchronization
         no auto-summary
         network 10.0.0.0 mask 255.255.255.0
         neighbor 172.16.0.2 remote-as 10001
         neighbor 172.16.0.2 description r0001
         neighbor 172.16.0.2 timers 60 180
         neighbor 172.16.0.2 send-community
         neighbor 172.16.0.2 route-map POLICY-1 in
         neighbor 172.16.0.2 route-map POLICY-2 out
         neighbor 172.16.0.2 maximum-prefix 4
        !
        ip route 10.0.0.0 255.255.255.0 Null0
        !
        ip prefix-list PREFIXES-1 seq 5 permit 0.0.0.0/0
        ip prefix-list PREFIXES-1 seq 10 permit 0.0.0.0/0 ge 25 le 32
        ip prefix-list PREFIXES-1 seq 15 permit 172.16.0.0/12 le 32
        ip prefix-list PREFIXES-2 seq 5 permit 10.0.0.0/24
        ip community-list standard COMMUNITIES-1 permit 65000:0
        ip community-list standard COMMUNITIES-1 permit 65000:1
        ip community-list standard COMMUNITIES-2 permit 65000:8
        ip community-list standard COMMUNITIES-2 permit 65000:9
        ip community-list standard COMMUNITIES-3 permit 65000:5
        ip community-list standard COMMUNITIES-3 permit 65000:6
        ip community-list standard COMMUNITIES-3 permit 65000:7
        !
        route-map POLICY-1 deny 10
         match ip address prefix-list PREFIXES-1
        route-map POLICY-1 permit 20
         match community COMMUNITIES-1
         set local-preference 200
        route-map POLICY-1 permit 30
         match community COMMUNITIES-2
         set local-preference 50
        route-map POLICY-1 permit 40
        !
        route-map POLICY-2 deny 10
         match ip address prefix-list PREFIXES-1
        route-map POLICY-2 permit 20
         match ip address prefix-list PREFIXES-2
         set metric 10
         set community 10000:100 65000:0 additive
        route-map POLICY-2 permit 30
         match community COMMUNITIES-3
         set as-path prepend 10000
        route-map POLICY-2 permit 40
        !
        end
        """,
        all.get("r0000"));
  }

  @Test
  void prefixesAlikeNeedNoCommunities() {
    Network network = Generated.network(10, Generated.Kind.ALIKE);
    String text = new IosConfig(network).all().get("r0003");
    assertTrue(text.contains(" match ip address prefix-list PREFIXES-1\n"), text);
    assertTrue(!text.contains("community-list"), text);
  }

  @Test
  void whatCannotBeSaidIsRefused() {
    Network network = Compiler.compile(Drawn.pairs(), CatalogLoader.builtIn()).network();
    assertThrows(IllegalArgumentException.class, () -> new IosConfig(network).all());
  }
}
