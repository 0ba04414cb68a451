package mcx.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mcx.catalog.CatalogLoader.Problem;
import mcx.catalog.CatalogLoader.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogLoaderTest {

  @TempDir Path folder;

  private static final String OWN_CLOUD =
      """
      {
        "sources": { "HOUSE": { "title": "House rules", "location": "intranet" } },
        "vendors": {
          "acme": {
            "name": "Acme Cloud", "color": "#123456", "defaultPrefix": "10.99.0.0/16",
            "usualCircuit": "other.circuit", "usualCircuitGateway": "acme.hub",
            "usualVpnGateway": "other.vpn-gateway"
          }
        },
        "products": {
          "acme.hub": {
            "vendor": "acme", "kind": "GATEWAY", "name": "Acme hub",
            "roles": ["ENDS_CIRCUITS", "FORWARDS"],
            "behaviour": "other.gateway",
            "asn": { "value": 64999, "source": "HOUSE", "confirmed": false },
            "limits": [ { "direction": "IN", "max": 77, "beyond": "DROP_EXCESS", "source": "HOUSE",
              "family": "IPv4", "counts": "prefixes from on-premises" } ],
            "numbers": { "basePriority": { "value": 5 } }
          }
        }
      }
      """;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void readsAUsersOwnCloud() throws IOException {
    write("acme.mcx-catalog.json", OWN_CLOUD);
    Result result = CatalogLoader.withUserFiles(folder.resolve("absent"), folder);
    assertEquals(List.of(), result.problems());
    Vendor acme = result.catalog().vendor("acme");
    assertNotNull(acme);
    assertEquals("Acme Cloud", acme.shortName());
    Product hub = result.catalog().product("acme.hub");
    assertNotNull(hub);
    assertEquals("other.gateway", hub.behaviour());
    assertEquals(new Fact<>(64999L, "HOUSE", false), hub.asn());
    assertEquals(77, hub.limits().getFirst().max());
    assertEquals(5, hub.number(Quantity.BASE_PRIORITY).orElseThrow());
    assertNotNull(result.catalog().product("azure.expressroute"), "the built-in ones remain");
  }

  @Test
  void laterFilesAndFoldersTakeThePlaceOfEarlierOnes() throws IOException {
    Path second = Files.createDirectory(folder.resolve("design"));
    write("a.mcx-catalog.json", OWN_CLOUD);
    write("b.mcx-catalog.json", OWN_CLOUD.replace("Acme hub", "Hub of b"));
    write("ignored.json", "not read");
    assertEquals("Hub of b", hubName(CatalogLoader.withUserFiles(folder)));
    Files.writeString(
        second.resolve("a.mcx-catalog.json"),
        OWN_CLOUD.replace("Acme hub", "Hub beside the design"));
    assertEquals("Hub beside the design", hubName(CatalogLoader.withUserFiles(folder, second)));
    assertEquals("Hub of b", hubName(CatalogLoader.withUserFiles(second, folder)));
  }

  private static String hubName(Result result) {
    assertEquals(List.of(), result.problems());
    Product hub = result.catalog().product("acme.hub");
    assertNotNull(hub);
    return hub.name();
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"max\": 77 | \"max\": \"many\" | products › acme.hub › limits[1] › max | “many” | whole number",
        "\"max\": 77 | \"max\": 0 | products › acme.hub › limits[1] › max | out of range | from 1",
        "DROP_EXCESS | EXPLODE | products › acme.hub › limits[1] › beyond | EXPLODE | SESSION_IDLE",
        "IPv4 | IPv5 | products › acme.hub › limits[1] › family | IPv5 | IPv4, IPv6",
        "\"kind\": \"GATEWAY\", | | products › acme.hub › kind | missing | CIRCUIT, GATEWAY",
        "#123456 | blue | vendors › acme › color | blue | #rrggbb",
        "10.99.0.0/16 | 10.99.0.0 | vendors › acme › defaultPrefix | no prefix length | Mend",
        "\"acme.hub\": { | \"Acme Hub\": { | products › Acme Hub | cannot be a key | small letters",
      })
  void namesWhatIsWrongInAnEntryAndKeepsTheRest(
      String good, String bad, String key, String reason, String wayOut) throws IOException {
    String text = OWN_CLOUD.replace(good.strip(), bad == null ? "" : bad.strip());
    Result result = CatalogLoader.read(write("own.mcx-catalog.json", text));
    Problem first =
        result.problems().stream().filter(p -> p.key().equals(key)).findFirst().orElse(null);
    assertNotNull(first, () -> "no problem at " + key + " but " + result.problems());
    assertTrue(first.reason().contains(reason), first.reason());
    assertTrue(first.wayOut().contains(wayOut), first.wayOut());
    assertEquals(1, result.catalog().sources().size(), "what is well is kept");
  }

  @Test
  void tellsOfUnknownKeysAndKeepsTheEntry() throws IOException {
    Result result =
        CatalogLoader.read(
            write("own.mcx-catalog.json", OWN_CLOUD.replace("\"roles\"", "\"rolls\"")));
    assertEquals(
        List.of("products › acme.hub › rolls"),
        result.problems().stream().map(Problem::key).toList());
    assertNotNull(result.catalog().product("acme.hub"));
  }

  @Test
  void tellsOfReferencesToNothing() throws IOException {
    Result result =
        CatalogLoader.read(
            write(
                "own.mcx-catalog.json",
                OWN_CLOUD
                    .replace("\"source\": \"HOUSE\"", "\"source\": \"HOUSES\"")
                    .replace("\"vendor\": \"acme\"", "\"vendor\": \"acne\"")));
    assertEquals(
        List.of(
            "products › acme.hub › vendor",
            "products › acme.hub › asn",
            "products › acme.hub › limits"),
        result.problems().stream().map(Problem::key).toList());
    assertTrue(result.problems().getFirst().reason().contains("“acne”"));
  }

  @Test
  void brokenFilesNeverStopTheProgram() throws IOException {
    write("a.mcx-catalog.json", "{ \"products\": { ");
    write("b.mcx-catalog.json", "[]");
    write("c.mcx-catalog.json", "");
    write("d.mcx-catalog.json", "[".repeat(100_000));
    Files.write(
        folder.resolve("e.mcx-catalog.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2});
    Files.write(folder.resolve("f.mcx-catalog.json"), new byte[9 << 20]);
    write("g.mcx-catalog.json", "{ \"products\": [] }");
    Files.createDirectory(folder.resolve("h.mcx-catalog.json"));
    write("i.mcx-catalog.json", "{ \"products\": {}, \"products\": {} }");
    Result result = CatalogLoader.withUserFiles(folder);
    assertEquals(CatalogLoader.builtIn(), result.catalog());
    for (char c = 'a'; c <= 'i'; c++) {
      String name = c + ".mcx-catalog.json";
      List<Problem> own = result.problems().stream().filter(p -> p.file().endsWith(name)).toList();
      assertEquals(1, own.size(), () -> name + ": " + own);
      assertTrue(!own.getFirst().reason().isBlank() && !own.getFirst().wayOut().isBlank(), name);
      assertTrue(own.getFirst().toString().startsWith(name), own.toString());
    }
    assertTrue(result.problems().getFirst().key().startsWith("line 1"));
  }

  @Test
  void aMissingFileIsAProblem() {
    Result result = CatalogLoader.read(folder.resolve("absent.mcx-catalog.json"));
    assertEquals(1, result.problems().size());
    assertNull(result.catalog().product("azure.expressroute"));
  }
}
