package mcx.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mcx.analysis.fallback.Failable;
import mcx.analysis.fallback.Failables;
import mcx.bench.Drawn;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.design.Design;
import mcx.format.McxFiles;
import mcx.format.McxFormatException;
import mcx.network.Failures;
import org.junit.jupiter.api.Test;

/** What failures come to, pair by pair as one would count it by hand. */
class ShiftTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();

  /** How many pairs are lost, on VPN, and on other paths. */
  private static List<Integer> byHand(Analysis before, Analysis now) {
    int lost = 0;
    int onVpn = 0;
    int moved = 0;
    Paths old = new Paths(before.design(), before.compiled(), before.solution());
    Paths fresh = new Paths(now.design(), now.compiled(), now.solution());
    for (SitePath p : before.separation().paths()) {
      SitePath then = old.path(p.from(), p.to());
      SitePath path = fresh.path(p.from(), p.to());
      if (p.from().compareTo(p.to()) < 0 && then.reaches()) {
        boolean toVpn = path.kind() == PathKind.VPN && then.kind() != PathKind.VPN;
        lost += path.reaches() ? 0 : 1;
        onVpn += toVpn ? 1 : 0;
        moved += path.reaches() && !toVpn && !path.allDrawn().equals(then.allDrawn()) ? 1 : 0;
      }
    }
    return List.of(lost, onVpn, moved);
  }

  private static List<Integer> told(Analysis before, Analysis now) {
    Shift shift = Shift.of(before.separation(), now.separation());
    return List.of(shift.lost(), shift.onVpn(), shift.moved());
  }

  @Test
  void everyFailureOfTheBackupSample() throws IOException, McxFormatException {
    Design design = McxFiles.read(Path.of("samples/vpn-backup-of-expressroute.mcx")).design();
    Analysis before = Analyzer.analyze(design, CATALOG);
    boolean vpn = false;
    for (Failable one : Failables.of(design, before.compiled().network(), Failures.NONE)) {
      Analysis now = Analyzer.analyze(design, CATALOG, Failures.of(one.down()));
      assertEquals(byHand(before, now), told(before, now), one.label());
      vpn |= told(before, now).get(1) > 0;
    }
    assertTrue(vpn);
  }

  @Test
  void aProviderEdgeOfFiftySites() {
    Design design = Drawn.fiftySites();
    Analysis before = Analyzer.analyze(design, CATALOG);
    Analysis now =
        Analyzer.analyze(design, CATALOG, Failures.of(List.of(mcx.design.Id.of("pe-3"))));
    List<Integer> told = told(before, now);
    assertEquals(byHand(before, now), told);
    assertTrue(told.get(2) > 0, told.toString());
  }
}
