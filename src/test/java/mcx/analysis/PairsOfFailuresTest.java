package mcx.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import mcx.analysis.fallback.Failable;
import mcx.bench.Drawn;
import mcx.catalog.CatalogLoader;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.RandomDesigns;
import mcx.format.McxFiles;
import mcx.format.McxFormatException;
import mcx.network.Failures;
import mcx.network.Origin;
import mcx.routing.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pairs of failures break is what following every packet from nothing says. */
class PairsOfFailuresTest {

  /** A design with what it takes to try failures. */
  private record Lab(Analysis analysis, Paths paths, Fallbacks fallbacks) {
    static Lab of(Design design) {
      Analysis analysis = Analyzer.analyze(design, CatalogLoader.builtIn());
      return new Lab(
          analysis,
          new Paths(design, analysis.compiled(), analysis.solution()),
          new Fallbacks(analysis));
    }
  }

  /** All that two failures break and neither does alone; every state from nothing. */
  private static List<DoubleFailures.Lost> byForce(Lab lab) {
    List<Failable> failures = lab.fallbacks.candidates();
    List<Fallbacks.Work> works = lab.fallbacks.pairs();
    List<boolean[]> alone = new ArrayList<>();
    for (Failable one : failures) {
      alone.add(lost(lab, works, one));
    }
    SortedSet<DoubleFailures.Lost> found = new TreeSet<>();
    for (int i = 0; i < failures.size(); i++) {
      for (int k = i + 1; k < failures.size(); k++) {
        boolean[] lost = lost(lab, works, failures.get(i), failures.get(k));
        for (int w = 0; w < lost.length; w++) {
          Fallbacks.Work work = works.get(w);
          if (lost[w]
              && !alone.get(i)[w]
              && !alone.get(k)[w]
              && !work.isOwn(failures.get(i))
              && !work.isOwn(failures.get(k))) {
            found.add(
                new DoubleFailures.Lost(
                    failures.get(i).id(), failures.get(k).id(), work.now.from(), work.now.to()));
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean[] lost(Lab lab, List<Fallbacks.Work> works, Failable... failed) {
    SortedSet<Origin> down = new TreeSet<>();
    for (Failable f : failed) {
      f.down().forEach(id -> down.add(Origin.of(id)));
    }
    Solution then = lab.analysis.solution().solver().fresh(new Failures(down));
    Paths paths = lab.paths.in(then);
    boolean[] lost = new boolean[works.size()];
    for (int w = 0; w < lost.length; w++) {
      SitePath now = works.get(w).now;
      SitePath back = works.get(w).back;
      lost[w] =
          (now.reaches() && !paths.path(now.from(), now.to()).reaches())
              || (back.reaches() && !paths.path(back.from(), back.to()).reaches());
    }
    return lost;
  }

  private static void check(Design design) {
    Lab lab = Lab.of(design);
    List<Failable> failures = lab.fallbacks.candidates();
    DoubleFailures found = Analyzer.doubleFailures(lab.analysis, (n, all) -> {}, () -> false);
    assertTrue(found.complete());
    assertEquals(failures.size() * (failures.size() - 1) / 2, found.tried());
    assertEquals(byForce(lab), found.lost(), design.name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vpn-backup-of-expressroute",
        "layer-3-provider-one-vrf",
        "direct-ports",
        "azure-oracle-interconnect"
      })
  void asByForceOnSamples(String sample) throws IOException, McxFormatException {
    check(McxFiles.read(Path.of("samples", sample + ".mcx")).design());
  }

  @Test
  void asByForceOnRandomDesigns() {
    for (long seed = 0; seed < 3; seed++) {
      check(RandomDesigns.design(seed, 1).withName("seed " + seed));
    }
  }

  /** On a large design with a summary and limits, single failures as all failures at once. */
  @Test
  void singleFailuresAsFromNothingOnALargeDesign() {
    Lab lab = Lab.of(Drawn.pairs());
    Fallback fallback = Analyzer.fallback(lab.analysis, () -> false);
    List<Failable> failures = lab.fallbacks.candidates();
    for (int i = 0; i < failures.size(); i += 9) {
      Failable failed = failures.get(i);
      Solution then = lab.analysis.solution().solver().fresh(lab.fallbacks.with(failed));
      Paths paths = lab.paths.in(then);
      for (Fallback.Pair pair : fallback.pairs()) {
        Fallback.Outcome outcome =
            pair.outcomes().stream()
                .filter(o -> o.failed().equals(failed.id()))
                .findFirst()
                .orElse(null);
        SitePath path = outcome == null ? pair.now() : outcome.path();
        if (outcome != null) {
          assertEquals(paths.path(pair.a(), pair.b()), path, failed.label());
        } else if (!isOwn(lab, pair, failed)) {
          SitePath fresh = paths.path(pair.a(), pair.b());
          assertEquals(path.drawn(), fresh.drawn(), failed.label());
        }
      }
    }
  }

  private static boolean isOwn(Lab lab, Fallback.Pair pair, Failable failed) {
    return lab.fallbacks.pairs().stream()
        .filter(w -> w.now.from().equals(pair.a()) && w.now.to().equals(pair.b()))
        .anyMatch(w -> w.isOwn(failed));
  }

  @Test
  void canBeCancelledAndSaysHowFarItIs() {
    Lab lab = Lab.of(Drawn.pairs());
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger told = new AtomicInteger();
    DoubleFailures part =
        Analyzer.doubleFailures(
            lab.analysis,
            (n, all) -> {
              assertTrue(n <= all);
              told.incrementAndGet();
            },
            () -> asked.incrementAndGet() > 900);
    assertFalse(part.complete());
    assertTrue(part.tried() > 0, "some were tried");
    assertTrue(told.get() > 0, "progress was told");
    Id first = lab.fallbacks.candidates().getFirst().id();
    assertFalse(part.label(lab.analysis.design(), first).isEmpty());
  }
}
