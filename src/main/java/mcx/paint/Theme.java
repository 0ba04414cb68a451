package mcx.paint;

import org.jspecify.annotations.Nullable;

/**
 * The colours of a diagram, each with one meaning.
 *
 * @param dark whether light stands on dark
 * @param canvas the ground
 * @param grid the dots on it
 * @param card the ground of elements
 * @param line their outlines
 * @param soft lines and grounds that should hardly be seen
 * @param text names
 * @param muted what goes with a name
 * @param faint links, and text that matters least
 * @param accent what is selected or under way
 * @param accentGround the ground of what is selected
 * @param good all is well
 * @param warning mind this
 * @param warningGround the ground of a warning
 * @param error broken, refused, lost
 * @param errorGround the ground of an error
 * @param provider a layer-3 provider
 * @param exchange a layer-2 provider
 */
public record Theme(
    boolean dark,
    Color canvas,
    Color grid,
    Color card,
    Color line,
    Color soft,
    Color text,
    Color muted,
    Color faint,
    Color accent,
    Color accentGround,
    Color good,
    Color warning,
    Color warningGround,
    Color error,
    Color errorGround,
    Color provider,
    Color exchange) {

  public static final Theme LIGHT =
      new Theme(
          false,
          Color.of("#fbfcfd"),
          Color.of("#e3e8ed"),
          Color.of("#ffffff"),
          Color.of("#d0d7de"),
          Color.of("#eaeef2"),
          Color.of("#1f2328"),
          Color.of("#59636e"),
          Color.of("#8c959f"),
          Color.of("#0969da"),
          Color.of("#ddf4ff"),
          Color.of("#1a7f37"),
          Color.of("#9a6700"),
          Color.of("#fff8c5"),
          Color.of("#cf222e"),
          Color.of("#ffebe9"),
          Color.of("#8250df"),
          Color.of("#1b7c83"));

  public static final Theme DARK =
      new Theme(
          true,
          Color.of("#0f141a"),
          Color.of("#1b222b"),
          Color.of("#161b22"),
          Color.of("#30363d"),
          Color.of("#21262d"),
          Color.of("#e6edf3"),
          Color.of("#9198a1"),
          Color.of("#6e7681"),
          Color.of("#4493f8"),
          Color.of("#12305a"),
          Color.of("#3fb950"),
          Color.of("#d29922"),
          Color.of("#362c0c"),
          Color.of("#f85149"),
          Color.of("#3c1618"),
          Color.of("#ab7df8"),
          Color.of("#39c5cf"));

  /** The least contrast of a vendor's colour on a card: enough for a thick line or large text. */
  private static final double LEAST_CONTRAST = 4.5;

  /**
   * A colour that is the same in every theme (a vendor's, a VRF's), made lighter or darker until it
   * can be read on this theme's cards; the text colour for null.
   */
  public Color readable(@Nullable Color given) {
    if (given == null) {
      return text;
    }
    Color towards = dark ? Color.WHITE : new Color(0, 0, 0, 1);
    Color result = given;
    for (double share = 0; share < 1; share += 0.05) {
      result = given.mixed(towards, share);
      if (result.contrast(card) >= LEAST_CONTRAST) {
        break;
      }
    }
    return result;
  }
}
