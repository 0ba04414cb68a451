package mcx.change;

import java.util.List;
import mcx.catalog.Catalog;
import mcx.design.Design;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/** What can be put on the canvas, and what it brings along. */
public final class Stencils {

  private Stencils() {}

  /** All stencils in the palette's order. */
  public static List<Stencil> all(Catalog catalog) {
    throw new UnsupportedOperationException("not yet");
  }

  /**
   * Why the stencil cannot stand there, in words with the way out; null where it can.
   *
   * @param holder the element it is dropped into; null for the empty canvas
   */
  public static @Nullable String refusal(
      Design design, Catalog catalog, Stencil stencil, @Nullable Id holder) {
    throw new UnsupportedOperationException("not yet");
  }

  /**
   * The design with a new element of this kind, complete enough that the analysis has something to
   * say: a cloud arrives with a virtual network and a free address range, a datacenter with a
   * router and a network, a layer-3 provider with a point of presence, two provider edges and a
   * VRF.
   */
  public static Change place(Design design, Catalog catalog, Stencil stencil, @Nullable Id holder) {
    throw new UnsupportedOperationException("not yet");
  }
}
