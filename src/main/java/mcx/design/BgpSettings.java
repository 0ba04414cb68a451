package mcx.design;

/**
 * The BGP settings of one session, for each end.
 *
 * @param a the settings at the link's end a
 * @param b the settings at the link's end b
 */
public record BgpSettings(BgpEnd a, BgpEnd b) {

  /** Nothing set at either end. */
  public static final BgpSettings DEFAULT = new BgpSettings(BgpEnd.DEFAULT, BgpEnd.DEFAULT);
}
