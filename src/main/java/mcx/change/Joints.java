package mcx.change;

import java.util.List;
import mcx.catalog.Catalog;
import mcx.design.Design;
import mcx.design.Id;

/** What can exist between two elements. */
public final class Joints {

  private Joints() {}

  /**
   * A way to join two elements.
   *
   * @param key unique among the offers, such as {@code circuit} or {@code vpn}
   * @param label what people see, such as {@code ExpressRoute circuit}
   * @param detail what it brings along, or what to mind ("creates an ExpressRoute gateway"); may be
   *     a warning about what a vendor would refuse
   */
  public record Offer(String key, String label, String detail, boolean warning) {}

  /**
   * What can be joined.
   *
   * @param offers the ways, the usual one first; empty where there is none
   * @param refusal why there is none, in words with the way out; empty where there is one
   */
  public record Answer(List<Offer> offers, String refusal) {}

  /** What can exist between the two. */
  public static Answer between(Design design, Catalog catalog, Id from, Id to) {
    throw new UnsupportedOperationException("not yet");
  }

  /** The design with the two joined so; missing ends (circuit, gateway, port) are created. */
  public static Change join(Design design, Catalog catalog, Id from, Id to, Offer offer) {
    throw new UnsupportedOperationException("not yet");
  }
}
