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
import java.util.Objects;
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

  /**
   * A font with what is known of it.
   *
   * @param widths of texts at the base size
   */
  private record Metrics(Font font, double ascent, double descent, Map<String, Double> widths) {}

  private static final Map<TextStyle.Face, Metrics> METRICS = load();

  private Fonts() {}

  private static Map<TextStyle.Face, Metrics> load() {
    Map<TextStyle.Face, Metrics> fonts = new EnumMap<>(TextStyle.Face.class);
    for (TextStyle.Face face : TextStyle.Face.values()) {
      try (InputStream in = Fonts.class.getResourceAsStream(face.resource())) {
        if (in == null) {
          throw new IllegalStateException("The font " + face.resource() + " is not in the program");
        }
        Font font = Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(BASE);
        LineMetrics line = font.getLineMetrics("H", CONTEXT);
        fonts.put(
            face,
            new Metrics(font, line.getAscent(), line.getDescent(), new ConcurrentHashMap<>()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (FontFormatException e) {
        throw new IllegalStateException("The font " + face.resource() + " cannot be read", e);
      }
    }
    return fonts;
  }

  private static Metrics metrics(TextStyle.Face face) {
    return Objects.requireNonNull(METRICS.get(face));
  }

  /** The font for Java2D, at a size of 100. */
  static Font font(TextStyle.Face face) {
    return metrics(face).font();
  }

  /** How far the text advances, in diagram units. */
  public static double width(String text, TextStyle style) {
    if (text.isEmpty()) {
      return 0;
    }
    Metrics metrics = metrics(style.face());
    Map<String, Double> known = metrics.widths();
    if (known.size() > MOST_WIDTHS) {
      known.clear();
    }
    double width =
        known.computeIfAbsent(text, t -> metrics.font().getStringBounds(t, CONTEXT).getWidth());
    return width * style.size() / BASE;
  }

  /** How far letters such as H reach above the baseline, in diagram units. */
  public static double capHeight(TextStyle style) {
    return 0.727 * style.size();
  }

  /** How far the font reaches above the baseline, in diagram units. */
  public static double ascent(TextStyle style) {
    return metrics(style.face()).ascent() * style.size() / BASE;
  }

  /** How far the font reaches below the baseline, in diagram units. */
  public static double descent(TextStyle style) {
    return metrics(style.face()).descent() * style.size() / BASE;
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
