package mcx.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import mcx.catalog.Catalog;
import mcx.diagram.Document;
import mcx.paint.Overlay;
import mcx.paint.Theme;

/** Writes a document as a PNG picture. Needs no display. */
public final class PngExport {

  private PngExport() {}

  /**
   * How the picture should be.
   *
   * @param scale pixels for each diagram unit; 1 is 96 dots per inch
   * @param theme the colours
   * @param background whether the canvas is painted, or stays transparent
   * @param border empty room on every side, in diagram units
   * @param labels whether links show their labels
   * @param vrfs whether VRFs are shown
   * @param overlay what the analysis shows on it
   */
  public record Options(
      double scale,
      Theme theme,
      boolean background,
      double border,
      boolean labels,
      boolean vrfs,
      Overlay overlay) {

    public static final Options DEFAULT =
        new Options(2, Theme.LIGHT, true, 24, true, true, Overlay.NONE);

    public Options withScale(double changed) {
      return new Options(changed, theme, background, border, labels, vrfs, overlay);
    }

    /** These options at a resolution: 96 dots per inch is one pixel for each diagram unit. */
    public Options withDpi(double dpi) {
      return withScale(dpi / 96);
    }

    public Options withTheme(Theme changed) {
      return new Options(scale, changed, background, border, labels, vrfs, overlay);
    }

    public Options withBackground(boolean changed) {
      return new Options(scale, theme, changed, border, labels, vrfs, overlay);
    }

    public Options withBorder(double changed) {
      return new Options(scale, theme, background, changed, labels, vrfs, overlay);
    }

    public Options withOverlay(Overlay changed) {
      return new Options(scale, theme, background, border, labels, vrfs, changed);
    }
  }

  /**
   * Writes the picture.
   *
   * @throws PictureTooLargeException if it would have too many pixels
   */
  public static void write(Document document, Catalog catalog, Options options, OutputStream out)
      throws IOException {
    throw new UnsupportedOperationException("not yet");
  }

  /**
   * Writes the picture to a file, which is there in full or not at all.
   *
   * @throws PictureTooLargeException if it would have too many pixels
   */
  public static void write(Document document, Catalog catalog, Options options, Path file)
      throws IOException {
    throw new UnsupportedOperationException("not yet");
  }
}
