package mcx.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users call things on the command line, and which part of big tables they ask for. */
class NamesTest {

  private static final String BACKUP = "samples/vpn-backup-of-expressroute.mcx";
  private static final String ONE_VRF = "samples/layer-3-provider-one-vrf.mcx";

  @TempDir Path folder;

  private static void fails(String expected, String... what) {
    String[] args = new String[5 + 2 * what.length];
    args[0] = "routes";
    args[1] = BACKUP;
    args[2] = "--json";
    args[3] = "--vrf";
    args[4] = "ce";
    for (int i = 0; i < what.length; i++) {
      args[5 + 2 * i] = "--fail";
      args[6 + 2 * i] = what[i];
    }
    assertEquals(expected, Shell.run(args).says().json().path("failed").toString());
  }

  @Test
  void whatFailsIsNamedAsPeopleNameIt() {
    fails("[\"er\"]", "er");
    fails("[\"er\"]", "ER");
    fails("[\"er\"]", "ExpressRoute 1 Gbps");
    fails("[\"er\"]", "azure west europe expressroute 1 gbps");
    fails("[\"vpn\"]", "Backup VPN");
    fails("[\"vpn/tunnel-2\"]", "vpn/tunnel-2");
    fails("[\"vpn/tunnel-2\"]", "Backup VPN, tunnel 2");
    fails("[\"vpn/tunnel-2\"]", "backup vpn · tunnel 2");
    fails("[\"er/secondary\"]", "ExpressRoute 1 Gbps secondary");
    fails("[\"hub-spoke\"]", "Spoke - Hub");
  }

  @Test
  void severalFailAtOnce() {
    fails("[\"er\",\"vpn\"]", "er,vpn");
    fails("[\"er\",\"vpn\"]", "vpn", "er");
    fails(
        "[\"er-primary\",\"vpn/tunnel-1\"]",
        "Backup VPN, tunnel 1,Azure West Europe ExpressRoute 1 Gbps, primary connection");
  }

  /** Two circuits that meet their cloud at two places of one city, over one duct. */
  private String oneCity() throws IOException {
    String drawn =
        Files.readString(Path.of("src/test/resources/mcx/rules/base/path-two-circuits.mcx"));
    String changed =
        drawn
            .replace("\"metro\": \"Amsterdam\"", "\"metro\": \"Randstad\"")
            .replace("\"metro\": \"Frankfurt\"", "\"metro\": \"Randstad\"");
    Path file = folder.resolve("one-city.mcx");
    Files.writeString(file, changed);
    return file.toString();
  }

  @Test
  void placesThatFailTogetherAreNamedAsOne() throws IOException {
    String file = oneCity();
    for (String name : List.of("metro/randstad", "Metro Randstad", "all in Randstad")) {
      assertEquals(
          "[\"loc1\",\"loc2\"]",
          Shell.run("analyze", file, "--json", "--fail", name)
              .says()
              .json()
              .path("failed")
              .toString());
      Shell.run("analyze", file, "--steps", name).says("All in Randstad");
    }
    Shell.run("analyze", file, "--fail", "metro/randstd").refuses("Did you mean “metro/randstad”?");
    Shell.run("routes", file, "--vrf", "metro/randstad").refuses("has no routing table");
  }

  @Test
  void whatIsNotThereIsRefusedWithWhatIsNear() {
    Shell.run("routes", BACKUP, "--fail", "er-primry").refuses("Did you mean “er-primary”?");
    Shell.run("routes", BACKUP, "--fail", "tunnel").refuses("Backup VPN, tunnel 1 (vpn/tunnel-1)");
    Shell.run("routes", BACKUP, "--fail", "er,moon").refuses("nothing called “moon”");
  }

  @Test
  void whatIsNotClearIsRefusedWithTheCandidates() throws IOException {
    String file =
        new Small()
            .router("a", 65001)
            .router("b", 65002)
            .link("ab1", "a", "b")
            .link("ab2", "a", "b")
            .in(folder);
    Shell.run("routes", file, "--fail", "A – B")
        .refuses("may be any of Link A – B (ab1), Link A – B (ab2). Say which by its id.");
    Shell.run("routes", file, "--fail", "ab2")
        .says("Failed: Link A – B (ab2)", "Down: A – B (ab2)");
  }

  @Test
  void ofBigTablesAPartIsShown() throws IOException {
    String[] thousand =
        IntStream.range(0, 1000)
            .mapToObj(i -> "10.1." + i / 4 + "." + i % 4 * 64 + "/26")
            .toArray(String[]::new);
    String file =
        new Small()
            .router("a", 65001, "10.0.0.0/8")
            .router("b", 65002, thousand)
            .link("ab", "a", "b")
            .in(folder);
    Shell.run("routes", file, "--vrf", "a").says("1001 prefixes, 1001 routes");
    Shell.run("routes", file, "--vrf", "a", "--prefix", "10.1.7.65")
        .says("10.1.7.64/26", "1 of 1001 prefixes, 1 route")
        .silentOn("10.0.0.0/8");
    Shell.run("routes", file, "--vrf", "a", "--prefix", "10.2.0.0/16")
        .says("10.0.0.0/8", "1 of 1001");
    Shell.run("routes", file, "--vrf", "a", "--within", "10.1.7.0/24")
        .says("10.1.7.0/26", "10.1.7.192/26", "4 of 1001 prefixes")
        .silentOn("10.1.8.0");
    Shell.run("routes", file, "--prefix", "192.168.0.1").says("none of its 1001 prefixes");
    assertEquals(
        4,
        Shell.run("routes", file, "--vrf", "a", "--within", "10.1.7.0/24", "--json")
            .json()
            .at("/tables/0/prefixes")
            .size());
    Shell.run("routes", file, "--prefix", "nonsense").refuses("no IP address");
  }

  @Test
  void whatIsDownStandsOnTop() {
    Shell.run("routes", ONE_VRF, "--vrf", "ce1", "--fail", "dx-vif")
        .says("Failed: ", "Down: ", "(dx-vif): ", "*  in use", "CE 1  (ce1)");
    assertEquals(
        "dx-vif",
        Shell.run("routes", ONE_VRF, "--fail", "dx-vif", "--json")
            .json()
            .at("/sessionsDown/0/session")
            .stringValue());
  }
}
