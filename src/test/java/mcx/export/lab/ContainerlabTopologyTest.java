package mcx.export.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.routing.Nets;
import mcx.routing.Routing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The topology for containerlab keeps to what its schema asks for: known keys only, lists that are
 * not empty, both ends of a link at a node that is there, each interface used once, and files that
 * are in the lab. Nothing is run here.
 */
class ContainerlabTopologyTest {

  private static final String FILE = "lab.clab.yml";

  /** Those of the schema's keys of a node that are used. */
  private static final Set<String> KEYS = Set.of("kind", "image", "cmd", "binds", "exec");

  private static final Pattern LINK =
      Pattern.compile("    - endpoints: \\[\"(\\S+):(\\S+)\", \"(\\S+):(\\S+)\"]");

  /** A node: its keys with what stands after them, or the list below them. */
  private record Topology(Map<String, Map<String, List<String>>> nodes, List<String> links) {

    static Topology of(String text) {
      Map<String, Map<String, List<String>>> nodes = new LinkedHashMap<>();
      List<String> links = new ArrayList<>();
      Map<String, List<String>> node = Map.of();
      List<String> list = List.of();
      for (String line : text.lines().filter(l -> !l.strip().startsWith("#")).toList()) {
        if (line.startsWith("    - ")) {
          links.add(line);
        } else if (line.matches("    \\S+:")) {
          node = new LinkedHashMap<>();
          nodes.put(line.strip().replace(":", ""), node);
        } else if (line.startsWith("        - ")) {
          list.add(line.substring(10));
        } else if (line.startsWith("      ")) {
          int colon = line.indexOf(':');
          list = new ArrayList<>();
          String value = line.substring(colon + 1).strip();
          if (!value.isEmpty()) {
            list.add(value);
          }
          node.put(line.substring(0, colon).strip(), list);
        } else {
          assertTrue(Set.of("name: mcx-test", "topology:", "  nodes:", "  links:").contains(line));
        }
      }
      return new Topology(nodes, links);
    }

    List<String> of(String node, String key) {
      return Objects.requireNonNull(nodes.get(node)).getOrDefault(key, List.of());
    }
  }

  private static Nets provider() {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.0.0/16", "2001:db8:1::/48");
    nets.router("B", 65002).holds("10.2.0.0/16");
    Set<String> one = Set.of("64900:1");
    nets.edge("PE1")
        .vrf("V", 64900L, one, one)
        .with("V", "originated", List.of(Prefix.of("10.3.0.0/16")));
    nets.edge("PE2").vrf("V", 64900L, one, one);
    nets.session("A", "PE1:V").session("B", "PE2:V").session("A", "B");
    nets.domain("core", 7, "PE1", "PE2");
    return nets;
  }

  private static Lab lab(Nets nets, LabDaemon.Choice choice) {
    Network network = nets.build();
    return Lab.of(network, Failures.NONE, Routing.solve(network, Failures.NONE), choice, "test");
  }

  private static String text(Lab lab) {
    return Objects.requireNonNull(lab.files().get(FILE));
  }

  @ParameterizedTest
  @EnumSource(LabDaemon.Choice.class)
  void nodesHaveKnownKeysAndFilesThatAreThere(LabDaemon.Choice choice) {
    Lab lab = lab(provider(), choice);
    Topology t = Topology.of(text(lab));
    assertEquals(Set.of("r01", "r02", "r03", "r04", "core"), t.nodes().keySet());
    t.nodes()
        .forEach(
            (name, node) -> {
              assertTrue(KEYS.containsAll(node.keySet()), node.keySet()::toString);
              assertTrue(node.values().stream().noneMatch(List::isEmpty), name);
              assertEquals(List.of("linux"), node.get("kind"));
              assertEquals(1, t.of(name, "image").size());
              List<String> binds = t.of(name, "binds");
              assertEquals(binds.size(), Set.copyOf(binds).size());
              for (String b : binds) {
                String[] ends = b.split(":", -1);
                assertEquals(2, ends.length, b);
                assertTrue(lab.files().containsKey(ends[0]), b);
                assertTrue(ends[1].startsWith("/"), b);
              }
            });
  }

  @ParameterizedTest
  @EnumSource(LabDaemon.Choice.class)
  void linksJoinInterfacesOfNodesEachOnce(LabDaemon.Choice choice) {
    Topology t = Topology.of(text(lab(provider(), choice)));
    Set<String> used = new TreeSet<>();
    assertEquals(5, t.links().size());
    for (String line : t.links()) {
      Matcher m = LINK.matcher(line);
      assertTrue(m.matches(), line);
      for (int end = 1; end < 5; end += 2) {
        assertTrue(t.nodes().containsKey(m.group(end)), line);
        assertTrue(used.add(m.group(end) + ":" + m.group(end + 1)), line);
        assertFalse(m.group(end + 1).equals("eth0"), line);
        assertTrue(m.group(end + 1).length() <= 15, line);
      }
    }
    for (String node : t.nodes().keySet()) {
      for (String command : t.of(node, "exec")) {
        if (command.contains(" dev ") && !command.contains(" dev lo")) {
          String port = command.replaceAll(".* dev (\\S+).*", "$1");
          assertTrue(used.contains(node + ":" + port), command);
        }
      }
    }
  }

  /** As in the lab of namespaces: one network for all edges, and the VRFs' own routes. */
  @Test
  void edgesReachEachOtherAndHoldTheirRoutes() {
    Topology t = Topology.of(text(lab(provider(), LabDaemon.Choice.FRR)));
    assertTrue(t.of("core", "exec").contains("ip link set r03 master br0 up"));
    assertTrue(t.of("core", "exec").contains("ip link set r04 master br0 up"));
    for (String edge : List.of("r03", "r04")) {
      assertEquals(
          1, t.of(edge, "exec").stream().filter(c -> c.matches("ip addr .*/17 dev core")).count());
    }
    assertTrue(t.of("r03", "binds").contains("routers/r03/routes.sh:/etc/routes.sh"));
    assertEquals("sh /etc/routes.sh", t.of("r03", "exec").getLast());
  }

  @Test
  void aLabWithoutLinksHasNoListOfThem() {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.0.0/16");
    String text = text(lab(nets, LabDaemon.Choice.FRR));
    assertFalse(text.contains("links:"));
    assertTrue(Stream.of(text.split("\n", -1)).anyMatch("  nodes:"::equals));
  }
}
