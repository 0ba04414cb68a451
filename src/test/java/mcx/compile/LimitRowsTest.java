package mcx.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import mcx.compile.Sketch.Outcome;
import mcx.design.ConnectionRole;
import mcx.design.PeeringType;
import mcx.design.Routing;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.network.PrefixLimit;
import mcx.network.PrefixLimit.Beyond;
import mcx.network.Session;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of prefix limits (1.2), row by row, for those that one session counts: with as many
 * prefixes as the limit says all is well, and one more does what the row says. Those counted over
 * more than one session are in {@link SharedLimitsTest}.
 */
class LimitRowsTest {

  /**
   * One row.
   *
   * @param number its number in the table
   * @param source the key of the source of its number
   * @param session a piece of the id of the session that counts
   * @param sketch the design, with these prefixes at site {@code dc}
   */
  private record Row(
      String number,
      Family family,
      int max,
      Beyond beyond,
      String source,
      String session,
      Function<String, Sketch> sketch) {

    @Override
    public String toString() {
      return number + ": " + max + " " + family + ", " + source;
    }
  }

  private static Sketch site(String prefixes) {
    return new Sketch().site("dc", 64901, prefixes);
  }

  private static Sketch azure(String prefixes) {
    return site(prefixes)
        .cloud("azure")
        .network("azure", "vnet", "172.20.0.0/16", "fd00:20::/48")
        .gateway("azure", "er-gw", "azure.er-gateway", "ErGw2Az", null, false)
        .serve("vnet", "er-gw");
  }

  private static Sketch expressRoute(String prefixes, String sku) {
    return azure(prefixes)
        .circuit("azure", "er", "azure.expressroute", "er-gw", "dc")
        .change("er", "sku", sku);
  }

  private static Sketch microsoft(String prefixes) {
    return azure(prefixes)
        .circuit("azure", "er", "azure.expressroute", "er-gw")
        .connect("er", "dc", ConnectionRole.PRIMARY, PeeringType.MICROSOFT);
  }

  private static Sketch cloud(String vendor, String prefixes, String product, Long asn) {
    return site(prefixes)
        .cloud(vendor)
        .network(vendor, "vpc", "172.20.0.0/16", "fd00:20::/48")
        .gateway(vendor, "gw", product, asn)
        .serve("vpc", "gw");
  }

  private static Sketch vpn(String vendor, String prefixes, String product, Long asn) {
    return cloud(vendor, prefixes, product, asn).vpn("vpn", "gw", "dc-r", Routing.BGP);
  }

  /** Routes come to the VPN gateway by BGP where a transit gateway stands behind it. */
  private static Sketch ibmVpn(String prefixes) {
    return cloud("ibm", prefixes, "ibm.transit-gateway", null)
        .gateway("ibm", "vpn-gw", "ibm.vpn-gateway", null)
        .associate("gw", "vpn-gw")
        .vpn("vpn", "vpn-gw", "dc-r", Routing.BGP);
  }

  private static Sketch circuit(
      String vendor, String prefixes, String product, Long asn, String circuit) {
    return cloud(vendor, prefixes, product, asn).circuit(vendor, "c", circuit, "gw", "dc");
  }

  /** A public virtual interface or circuit, beside nothing else. */
  private static Sketch toPublic(
      String vendor, String prefixes, String product, Long asn, String circuit) {
    return cloud(vendor, prefixes, product, asn)
        .circuit(vendor, "c", circuit, "gw")
        .connect("c", "dc", ConnectionRole.PRIMARY, PeeringType.PUBLIC);
  }

  static Stream<Row> rows() {
    return Stream.of(
        new Row(
            "1",
            Family.V4,
            4000,
            Beyond.SESSION_DOWN_AUTO,
            "ER-LIM",
            "er-dc",
            p -> expressRoute(p, "Standard")),
        new Row(
            "1 Local",
            Family.V4,
            4000,
            Beyond.SESSION_DOWN_AUTO,
            "ER-LIM",
            "er-dc",
            p -> expressRoute(p, "Local")),
        new Row(
            "2",
            Family.V4,
            10_000,
            Beyond.SESSION_DOWN_AUTO,
            "ER-LIM",
            "er-dc",
            p -> expressRoute(p, "Premium")),
        new Row(
            "3",
            Family.V6,
            100,
            Beyond.SESSION_DOWN_AUTO,
            "ER-LIM",
            "er-dc",
            p -> expressRoute(p, "Standard")),
        new Row(
            "3 Premium",
            Family.V6,
            100,
            Beyond.SESSION_DOWN_AUTO,
            "ER-LIM",
            "er-dc",
            p -> expressRoute(p, "Premium")),
        new Row(
            "6",
            Family.V4,
            200,
            Beyond.SESSION_DOWN_AUTO,
            "ER-LIM",
            "er-dc",
            LimitRowsTest::microsoft),
        new Row(
            "6",
            Family.V6,
            200,
            Beyond.SESSION_DOWN_AUTO,
            "ER-LIM",
            "er-dc",
            LimitRowsTest::microsoft),
        new Row(
            "8",
            Family.V4,
            4000,
            Beyond.SESSION_DOWN_AUTO,
            "VPN-FAQ",
            "vpn",
            p -> vpn("azure", p, "azure.vpn-gateway", 65515L)),
        new Row(
            "11",
            Family.V4,
            100,
            Beyond.SESSION_IDLE,
            "DX-LIM",
            "c-dc",
            p -> circuit("aws", p, "aws.vgw", 64512L, "aws.direct-connect")),
        new Row(
            "11",
            Family.V6,
            100,
            Beyond.SESSION_IDLE,
            "DX-LIM",
            "c-dc",
            p -> circuit("aws", p, "aws.vgw", 64512L, "aws.direct-connect")),
        new Row(
            "13",
            Family.V4,
            1000,
            Beyond.UNKNOWN,
            "DX-LIM",
            "c-dc",
            p -> toPublic("aws", p, "aws.vgw", 64512L, "aws.direct-connect")),
        new Row(
            "15",
            Family.V4,
            100,
            Beyond.SESSION_IDLE,
            "AWS-VLIM",
            "vpn",
            p -> vpn("aws", p, "aws.vgw", 64512L)),
        new Row(
            "16",
            Family.V4,
            1000,
            Beyond.SESSION_IDLE,
            "AWS-VLIM",
            "vpn",
            p -> vpn("aws", p, "aws.tgw", 64512L)),
        new Row(
            "20",
            Family.V4,
            5000,
            Beyond.SESSION_DOWN_AUTO,
            "GCP-Q",
            "c-dc",
            p ->
                circuit("google", p, "google.cloud-router", 16550L, "google.partner-interconnect")),
        new Row(
            "20 VPN",
            Family.V4,
            5000,
            Beyond.SESSION_DOWN_AUTO,
            "GCP-Q",
            "vpn",
            p -> vpn("google", p, "google.ha-vpn", 64513L)),
        new Row(
            "23",
            Family.V4,
            2000,
            Beyond.UNKNOWN,
            "OCI-REQ",
            "c-dc",
            p -> circuit("oracle", p, "oracle.drg", null, "oracle.fastconnect")),
        new Row(
            "23",
            Family.V6,
            500,
            Beyond.UNKNOWN,
            "OCI-REQ",
            "c-dc",
            p -> circuit("oracle", p, "oracle.drg", null, "oracle.fastconnect")),
        new Row(
            "24",
            Family.V4,
            200,
            Beyond.UNKNOWN,
            "OCI-REQ",
            "c-dc",
            p -> toPublic("oracle", p, "oracle.drg", null, "oracle.fastconnect")),
        new Row(
            "26",
            Family.V4,
            200,
            Beyond.UNKNOWN,
            "IBM-DL",
            "c-dc",
            p -> circuit("ibm", p, "ibm.direct-link-connection", null, "ibm.direct-link")),
        new Row(
            "26 with a transit gateway",
            Family.V4,
            120,
            Beyond.UNKNOWN,
            "IBM-DL",
            "c-dc",
            p ->
                circuit(
                    "ibm",
                    p.replace("10.0.", "192.168."),
                    "ibm.transit-gateway",
                    null,
                    "ibm.direct-link")),
        new Row(
            "28",
            Family.V4,
            120,
            Beyond.SESSION_IDLE,
            "IBM-VPN",
            "vpn",
            p -> ibmVpn(p.replace("10.0.", "192.168."))),
        new Row(
            "29",
            Family.V4,
            110,
            Beyond.DROP_EXCESS,
            "ALI-BGP",
            "c-dc",
            p -> circuit("alibaba", p, "alibaba.vbr", null, "alibaba.express-connect")),
        new Row(
            "30",
            Family.V4,
            50,
            Beyond.UNKNOWN,
            "ALI-VPN",
            "vpn",
            p -> vpn("alibaba", p, "alibaba.vpn-gateway", 45104L)));
  }

  private static String prefixes(Family family, int count) {
    Prefix first = Prefix.of(family == Family.V4 ? "10.0.0.0/24" : "fd00:10::/64");
    return new PrefixRange(first, count).toString();
  }

  /** The session that counts, the end that does, and what became of it. */
  private record Counted(PrefixLimit limit, boolean up, int came, long taken) {

    static Counted of(Row row, int prefixes) {
      Outcome outcome = row.sketch.apply(prefixes(row.family, prefixes)).outcome();
      List<Session> sessions =
          outcome.network().sessions().stream()
              .filter(s -> s.id().startsWith(row.session))
              .toList();
      assertEquals(1, sessions.size(), () -> row + ": " + outcome.network().sessions());
      Session session = sessions.getFirst();
      VrfId taker = session.a().node().equals("dc-r") ? session.b() : session.a();
      Session.End end = session.at(taker);
      PrefixLimit limit = row.family == Family.V4 ? end.limitV4() : end.limitV6();
      int came =
          outcome
              .solution()
              .counted(session.id(), taker, row.family, limit != null && limit.allSent())
              .routes()
              .size();
      return new Counted(
          Objects.requireNonNull(limit, row.toString()),
          outcome.solution().session(session.id()).up(),
          came,
          outcome.solution().advertisements(session.id(), session.other(taker)).stream()
              .filter(a -> a.outcome() == Advertisement.Outcome.ACCEPTED)
              .count());
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void oneMoreThanTheLimitDoesWhatTheRowSays(Row row) {
    Counted full = Counted.of(row, row.max);
    assertEquals(row.max, full.limit.max());
    assertEquals(row.beyond, full.limit.beyond());
    assertTrue(full.limit.source().contains(row.source), full.limit.source());
    assertTrue(full.up, "as many as the limit are taken");
    assertEquals(row.max, full.came);

    Counted more = Counted.of(row, row.max + 1);
    switch (row.beyond) {
      case SESSION_DOWN_AUTO, SESSION_IDLE, CONNECTION_DOWN ->
          assertFalse(more.up, "the session is down");
      case DROP_EXCESS -> {
        assertTrue(more.up);
        assertEquals(full.taken, more.taken, "what is beyond is not taken");
      }
      default -> {
        // Nobody says what happens, so nothing is made up; the finding says that it is too much.
        assertTrue(more.up);
        assertEquals(row.max + 1, more.came);
      }
    }
  }
}
