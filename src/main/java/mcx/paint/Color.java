package mcx.paint;

/**
 * A colour.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 * @param alpha 0 (clear) to 1 (opaque)
 */
public record Color(int red, int green, int blue, double alpha) {

  public static final Color WHITE = new Color(255, 255, 255, 1);

  public static final Color CLEAR = new Color(0, 0, 0, 0);

  public Color {
    if (((red | green | blue) & ~0xff) != 0 || !(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException(
          "No colour: " + red + ", " + green + ", " + blue + ", " + alpha);
    }
  }

  /**
   * The colour written as {@code #rrggbb}.
   *
   * @throws IllegalArgumentException if it is not written so
   */
  public static Color of(String hex) {
    if (!hex.matches("#[0-9a-fA-F]{6}")) {
      throw new IllegalArgumentException("A colour is written as #rrggbb, not “" + hex + "”");
    }
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return new Color(rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff, 1);
  }

  public Color withAlpha(double changed) {
    return new Color(red, green, blue, changed);
  }

  /** What this colour looks like when laid over an opaque one; opaque. */
  public Color over(Color ground) {
    return new Color(
        blend(ground.red, red, alpha),
        blend(ground.green, green, alpha),
        blend(ground.blue, blue, alpha),
        1);
  }

  /** This colour with a share (0 to 1) of the other mixed in; keeps its own alpha. */
  public Color mixed(Color other, double share) {
    return new Color(
        blend(red, other.red, share),
        blend(green, other.green, share),
        blend(blue, other.blue, share),
        alpha);
  }

  private static int blend(int from, int to, double share) {
    return (int) Math.clamp(Math.round(from + (to - from) * share), 0, 255);
  }

  /** How bright it looks, 0 (black) to 1 (white): relative luminance as in WCAG 2. */
  public double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  /** The contrast between the two colours, 1 to 21, as in WCAG 2. */
  public double contrast(Color other) {
    double a = luminance();
    double b = other.luminance();
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /** The colour as {@code #rrggbb}, without its alpha. */
  public String hex() {
    return String.format("#%02x%02x%02x", red, green, blue);
  }
}
