package mcx.paint;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The metrics of the bundled fonts, the same for every surface, without a toolkit. Widths scale
 * with the font size: no hinting.
 */
public final class Fonts {

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  /** Metrics are taken at this size and scaled. */
  private static final float BASE = 100;

  private static final int MOST_WIDTHS = 20_000;

  private static final Map<TextStyle.Face, Font> FONTS = load();
  private static final Map<TextStyle.Face, Map<String, Double>> WIDTHS = new EnumMap<>(TextStyle.Face.class);

  static {
    for (TextStyle.Face face : TextStyle.Face.values()) {
      WIDTHS.put(face, new ConcurrentHashMap<>());
    }
  }

  private Fonts() {}

  private static Map<TextStyle.Face, Font> load() {
    Map<TextStyle.Face, Font> fonts = new EnumMap<>(TextStyle.Face.class);
    for (TextStyle.Face face : TextStyle.Face.values()) {
      try (InputStream in = Fonts.class.getResourceAsStream(face.resource())) {
        if (in == null) {
          throw new IllegalStateException("The font " + face.resource() + " is not in the program");
        }
        fonts.put(face, Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(BASE));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (FontFormatException e) {
        throw new IllegalStateException("The font " + face.resource() + " cannot be read", e);
      }
    }
    return fonts;
  }

  /** The font for Java2D, at a size of 100. */
  static Font font(TextStyle.Face face) {
    return FONTS.get(face);
  }

  /** How far the text advances, in diagram units. */
  public static double width(String text, TextStyle style) {
    if (text.isEmpty()) {
      return 0;
    }
    Map<String, Double> known = WIDTHS.get(style.face());
    if (known.size() > MOST_WIDTHS) {
      known.clear();
    }
    double width =
        known.computeIfAbsent(
            text, t -> FONTS.get(style.face()).getStringBounds(t, CONTEXT).getWidth());
    return width * style.size() / BASE;
  }

  /** How far letters such as H reach above the baseline, in diagram units. */
  public static double capHeight(TextStyle style) {
    return 0.727 * style.size();
  }

  /** How far the font reaches above the baseline, in diagram units. */
  public static double ascent(TextStyle style) {
    LineMetrics m = FONTS.get(style.face()).getLineMetrics("H", CONTEXT);
    return m.getAscent() * style.size() / BASE;
  }

  /** How far the font reaches below the baseline, in diagram units. */
  public static double descent(TextStyle style) {
    LineMetrics m = FONTS.get(style.face()).getLineMetrics("H", CONTEXT);
    return m.getDescent() * style.size() / BASE;
  }

  /** The text if it fits, or as much of its beginning as does, with an ellipsis. */
  public static String fitted(String text, TextStyle style, double room) {
    if (width(text, style) <= room) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (width(text.substring(0, middle).stripTrailing() + "…", style) <= room) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low == 0 ? "" : text.substring(0, low).stripTrailing() + "…";
  }
}
