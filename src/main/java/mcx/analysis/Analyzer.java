package mcx.analysis;

import java.util.function.BooleanSupplier;
import mcx.catalog.Catalog;
import mcx.design.Design;
import mcx.network.Failures;

/** The entrance to this room. */
public final class Analyzer {

  private Analyzer() {}

  /** Analyses the design with nothing failed. */
  public static Analysis analyze(Design design, Catalog catalog) {
    return analyze(design, catalog, Failures.NONE);
  }

  /** Analyses the design under these failures. A pure function. */
  public static Analysis analyze(Design design, Catalog catalog, Failures failures) {
    throw new UnsupportedOperationException("not yet");
  }

  /**
   * What every single failure of an element, a link or a part does to each pair of sites.
   *
   * @param analysis the design as analysed; its own failures stay down throughout
   * @param cancelled asked between failures; when true the result holds what was done so far
   */
  public static Fallback fallback(Analysis analysis, BooleanSupplier cancelled) {
    throw new UnsupportedOperationException("not yet");
  }
}
