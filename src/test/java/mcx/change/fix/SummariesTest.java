package mcx.change.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import mcx.design.Aggregate;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.PremisesKind;
import mcx.design.Router;
import mcx.inet.Asn;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import org.junit.jupiter.api.Test;

/** Summaries hold what they must, nothing that is another's, and are few. */
class SummariesTest {

  private static List<Prefix> prefixes(String... texts) {
    return List.of(texts).stream().map(Prefix::of).toList();
  }

  @Test
  void halvesMakeAWhole() {
    assertEquals(
        prefixes("10.0.0.0/22", "10.0.8.0/24"),
        Summaries.exact(
            prefixes("10.0.2.0/24", "10.0.0.0/24", "10.0.3.0/24", "10.0.1.0/24", "10.0.8.0/24")));
    assertEquals(
        prefixes("10.0.1.0/24", "10.0.2.0/24"),
        Summaries.exact(prefixes("10.0.1.0/24", "10.0.2.0/24")));
    assertEquals(prefixes("10.0.0.0/8"), Summaries.exact(prefixes("10.0.0.0/8", "10.1.0.0/16")));
    assertEquals(prefixes("fd00::/63"), Summaries.exact(prefixes("fd00::/64", "fd00:0:0:1::/64")));
    assertEquals(
        prefixes("10.0.0.0/23", "fd00::/64"),
        Summaries.exact(prefixes("fd00::/64", "10.0.0.0/24", "10.0.1.0/24")));
    assertEquals(List.of(), Summaries.exact(List.of()));
  }

  @Test
  void aRunIsFewPrefixes() {
    List<Prefix> run = new PrefixRange(Prefix.of("10.64.0.0/24"), 4001).stream().toList();
    assertEquals(
        prefixes(
            "10.64.0.0/13",
            "10.72.0.0/14",
            "10.76.0.0/15",
            "10.78.0.0/16",
            "10.79.0.0/17",
            "10.79.128.0/19",
            "10.79.160.0/24"),
        Summaries.exact(run));
  }

  @Test
  void exactSummariesHoldTheSameAddresses() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Prefix> some = some(random, 30);
      List<Prefix> exact = Summaries.exact(some);
      for (int i = 0; i < 256; i++) {
        IpAddress at = IpAddress.v4((10L << 24) + ((long) i << 8));
        assertEquals(
            some.stream().anyMatch(p -> p.contains(at)),
            exact.stream().anyMatch(p -> p.contains(at)),
            () -> some + " became " + exact);
      }
      assertTrue(exact.size() <= new TreeSet<>(some).size());
    }
  }

  @Test
  void coversHoldAllAndKeepClearOfOthers() {
    Random random = new Random(8);
    for (int round = 0; round < 200; round++) {
      List<Prefix> mine = some(random, 20);
      List<PrefixRange> others =
          some(random, 5).stream()
              .filter(o -> mine.stream().noneMatch(o::overlaps))
              .map(PrefixRange::of)
              .toList();
      int most = 1 + random.nextInt(10);
      List<Prefix> cover = Summaries.cover(mine, others, most);
      for (Prefix p : mine) {
        assertTrue(cover.stream().anyMatch(c -> c.contains(p)), () -> p + " is not in " + cover);
      }
      for (PrefixRange o : others) {
        assertTrue(
            cover.stream().noneMatch(c -> c.overlaps(o.first())), () -> o + " is in " + cover);
      }
      if (others.isEmpty()) {
        assertTrue(cover.size() <= most, () -> cover + " for " + mine);
      }
    }
  }

  /** Prefixes of lengths 20 to 24 in 10.0.0.0/16. */
  private static List<Prefix> some(Random random, int count) {
    List<Prefix> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      IpAddress at = IpAddress.v4((10L << 24) + ((long) random.nextInt(256) << 8));
      all.add(Prefix.containing(at, 20 + random.nextInt(5)));
    }
    return all;
  }

  @Test
  void aCoverIsNoWiderThanItMustBe() {
    List<Prefix> apart = prefixes("10.0.0.0/24", "10.0.2.0/24", "10.0.16.0/24");
    assertEquals(apart, Summaries.cover(apart, List.of(), 3));
    assertEquals(prefixes("10.0.0.0/22", "10.0.16.0/24"), Summaries.cover(apart, List.of(), 2));
    assertEquals(prefixes("10.0.0.0/19"), Summaries.cover(apart, List.of(), 1));
  }

  @Test
  void aRouterAdvertisesASummaryInThePlaceOfNarrowerOnes() {
    Router router = Router.of(Id.of("r"), "R", null, Asn.of(65010));
    Design design = Design.EMPTY.with(router);
    design = Summaries.advertise(design, Id.of("r"), prefixes("10.0.0.0/24", "10.9.0.0/16"));
    design = Summaries.advertise(design, Id.of("r"), prefixes("10.0.0.0/16"));
    Router after = design.element(Id.of("r"), Router.class);
    assertEquals(
        List.of(
            new Aggregate(Prefix.of("10.9.0.0/16"), true),
            new Aggregate(Prefix.of("10.0.0.0/16"), true)),
        java.util.Objects.requireNonNull(after).aggregates());
  }

  @Test
  void freePrefixesOverlapNothing() {
    Premises dc =
        new Premises(
            Id.of("dc"),
            "dc",
            null,
            PremisesKind.DATACENTER,
            null,
            List.of(
                PrefixRange.of("10.0.1.0/24"),
                PrefixRange.of("10.0.4.0/24-10.0.6.0/24"),
                PrefixRange.of("10.0.8.0/28")));
    Design design = Design.EMPTY.with(dc);
    assertEquals(
        List.of(
            PrefixRange.of("10.0.0.0/24"),
            PrefixRange.of("10.0.2.0/24-10.0.3.0/24"),
            PrefixRange.of("10.0.7.0/24"),
            PrefixRange.of("10.0.9.0/24-10.0.10.0/24")),
        FreeBlocks.like(design, dc.networks(), 6));
    List<PrefixRange> many = FreeBlocks.like(design, dc.networks(), 100_000);
    assertEquals(100_000, many.stream().mapToInt(PrefixRange::count).sum());
  }
}
