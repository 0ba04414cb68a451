package mcx.compile;

import mcx.catalog.Catalog;
import mcx.design.Design;

/** The entrance to this room. */
public final class Compiler {

  private Compiler() {}

  /** The network that the design stands for. A pure function; it refuses nothing. */
  public static Compiled compile(Design design, Catalog catalog) {
    throw new UnsupportedOperationException("not yet");
  }
}
