package mcx.inet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of the wire read back what they write, and keep the laws of their kind. */
class InetTest {

  private static final int ROUNDS = 2000;

  private static IpAddress randomAddress(Random random) {
    if (random.nextBoolean()) {
      return IpAddress.v4(random.nextInt());
    }
    // Runs of zero groups are what the canonical text is about.
    long mask = random.nextLong() | random.nextLong();
    return new IpAddress(
        Family.V6, random.nextLong() & mask & 0xffff_0000_ffff_0000L, random.nextLong() & mask);
  }

  @Test
  void addressesReadBackAndAgreeWithTheJdk() throws Exception {
    long seed = 7_001;
    Random random = new Random(seed);
    for (int i = 0; i < ROUNDS; i++) {
      IpAddress address = randomAddress(random);
      String text = address.toString();
      assertEquals(address, IpAddress.of(text), "seed " + seed);
      assertEquals(
          value(address), new BigInteger(1, InetAddress.getByName(text).getAddress()), text);
    }
  }

  private static BigInteger value(IpAddress address) {
    BigInteger high = new BigInteger(Long.toUnsignedString(address.high()));
    return high.shiftLeft(64).add(new BigInteger(Long.toUnsignedString(address.low())));
  }

  @ParameterizedTest
  @CsvSource({
    "::, ::",
    "::1, 0:0:0:0:0:0:0:1",
    "2001:db8::1, 2001:DB8:0:0:0:0:0:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1::1, 2001:0:0:1:0:0:0:1",
    "fe80::, fe80::0",
    "::ffff:a01:203, ::ffff:10.1.2.3"
  })
  void ipv6TextIsCanonical(String canonical, String written) {
    assertEquals(canonical, IpAddress.of(written).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.1.2",
        "10.1.2.256",
        "10.01.2.3",
        "1.2.3.4.5",
        "10.1.2.x",
        "1::2::3",
        ":::",
        "12345::",
        "1:2:3:4:5:6:7:8:9",
        "g::1",
        "1:2:3:4:5:6:7",
        "::1:2:3:4:5:6:7:8"
      })
  void whatIsNoAddressIsRefusedWithASentence(String text) {
    var refused = assertThrows(MalformedValueException.class, () -> IpAddress.of(text));
    assertTrue(refused.getMessage().contains("“" + text + "”"), refused.getMessage());
  }

  @Test
  void additionIsThatOfNumbers() {
    long seed = 7_002;
    Random random = new Random(seed);
    for (int i = 0; i < ROUNDS; i++) {
      IpAddress address = randomAddress(random);
      long step = random.nextInt();
      BigInteger space = BigInteger.ONE.shiftLeft(address.family().bits());
      assertEquals(
          value(address).add(BigInteger.valueOf(step)).mod(space),
          value(address.plus(step)),
          "seed " + seed + ": " + address + " + " + step);
    }
  }

  @Test
  void prefixesContainWhatTheirBitsSay() {
    long seed = 7_003;
    Random random = new Random(seed);
    for (int i = 0; i < ROUNDS; i++) {
      IpAddress address = randomAddress(random);
      int bits = address.family().bits();
      int length = random.nextInt(bits + 1);
      Prefix prefix = Prefix.containing(address, length);
      assertEquals(prefix, Prefix.of(prefix.toString()), "seed " + seed);
      assertTrue(prefix.contains(address));
      IpAddress other = randomAddress(random);
      boolean same =
          other.family() == address.family()
              && value(other)
                  .shiftRight(bits - length)
                  .equals(value(address).shiftRight(bits - length));
      assertEquals(same, prefix.contains(other), "seed " + seed + ": " + prefix + " " + other);
      int longer = length + random.nextInt(bits - length + 1);
      assertTrue(prefix.contains(Prefix.containing(address, longer)));
      assertTrue(prefix.overlaps(Prefix.containing(address, random.nextInt(length + 1))));
    }
  }

  @Test
  void aPrefixWithBitsBeyondItsLengthNamesTheRightOne() {
    var refused = assertThrows(MalformedValueException.class, () -> Prefix.of("10.1.0.1/16"));
    assertTrue(refused.getMessage().contains("10.1.0.0/16"), refused.getMessage());
    assertThrows(MalformedValueException.class, () -> Prefix.of("10.0.0.0"));
    assertThrows(MalformedValueException.class, () -> Prefix.of("10.0.0.0/33"));
    assertThrows(MalformedValueException.class, () -> Prefix.of("10.0.0.0/-1"));
    assertThrows(MalformedValueException.class, () -> Prefix.of("10.0.0.0/"));
  }

  @Test
  void rangesCountTheirPrefixes() {
    PrefixRange range = PrefixRange.of("172.16.100.0/24-172.16.255.0/24");
    assertEquals(156, range.count());
    assertEquals("172.16.255.0/24", range.last().toString());
    assertEquals(156, range.stream().distinct().count());
    assertEquals(1, PrefixRange.of("10.0.0.0/8").count());
    assertEquals(256, PrefixRange.of("2001:db8::/40-2001:db8:ff00::/40").count());
    assertEquals(257, PrefixRange.of("2001:db8::/112-2001:db8::100:0/112").count());
    for (String wrong :
        List.of(
            "10.1.0.0/16-10.0.0.0/16",
            "10.0.0.0/16-10.2.0.0/17",
            "0.0.0.0/32-255.255.255.255/32",
            "::/128-ffff::/128",
            "10.0.0.0/8-2001:db8::/32")) {
      assertThrows(MalformedValueException.class, () -> PrefixRange.of(wrong), wrong);
    }
  }

  @Test
  void rangesReadBack() {
    long seed = 7_004;
    Random random = new Random(seed);
    for (int i = 0; i < ROUNDS; i++) {
      IpAddress address = randomAddress(random);
      int length = 8 + random.nextInt(address.family().bits() - 8);
      Prefix first = Prefix.containing(address, length);
      int count = 1 + random.nextInt(50);
      PrefixRange range;
      try {
        range = new PrefixRange(first, count);
      } catch (MalformedValueException leavesTheAddressSpace) {
        continue;
      }
      assertEquals(range, PrefixRange.of(range.toString()), "seed " + seed);
      List<Prefix> all = range.stream().toList();
      assertEquals(count, all.size());
      for (int k = 1; k < count; k++) {
        assertFalse(all.get(k - 1).overlaps(all.get(k)), "seed " + seed);
        assertTrue(all.get(k - 1).compareTo(all.get(k)) < 0, "seed " + seed);
      }
    }
  }

  @Test
  void asNumbers() {
    assertEquals(Asn.of(65546), Asn.of("1.10"));
    assertEquals("4200000000", Asn.of("4200000000").toString());
    assertTrue(Asn.of(64512).isPrivate());
    assertTrue(Asn.of(4294967294L).isPrivate());
    assertFalse(Asn.of(65535).isPrivate());
    assertFalse(Asn.of(12076).isPrivate());
    for (String wrong : List.of("", "AS1", "-1", "4294967296", "1.70000", "1.2.3")) {
      assertThrows(MalformedValueException.class, () -> Asn.of(wrong), wrong);
    }
  }

  @Test
  void pathsGrowAtTheirNearEnd() {
    AsPath path = AsPath.parse("64900 65010");
    assertEquals(AsPath.of(12076, 64900, 65010), path.prepend(Asn.of(12076)));
    assertEquals("64900 64900 64900 65010", path.prepend(Asn.of(64900), 2).toString());
    assertEquals(2, path.length());
    assertEquals(1, path.count(Asn.of(65010)));
    assertEquals(AsPath.parse("64900 64900"), path.replace(Asn.of(65010), Asn.of(64900)));
    assertFalse(AsPath.EMPTY.isAllPrivate());
    assertTrue(AsPath.of(65515, 65010).isAllPrivate());
    assertFalse(AsPath.of(65515, 12076).isAllPrivate());
    assertTrue(AsPath.of(9).compareTo(AsPath.of(1, 1)) < 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"65010:100", "4200000000:1:2", "0:0", "65535:65281"})
  void communitiesReadBack(String text) {
    assertEquals(text, Community.of(text).toString());
  }

  @Test
  void communitiesHaveNamesAndBounds() {
    assertEquals(Community.NO_EXPORT, Community.of("no-export"));
    assertEquals(Community.GRACEFUL_SHUTDOWN, Community.of("65535:0"));
    for (String wrong : List.of("65536:1", "1", "1:2:3:4", "a:b", "1:-1")) {
      assertThrows(MalformedValueException.class, () -> Community.of(wrong), wrong);
    }
    assertEquals("64900:7", RouteTarget.of("64900:7").toString());
    assertThrows(MalformedValueException.class, () -> RouteTarget.of("64900"));
  }
}
