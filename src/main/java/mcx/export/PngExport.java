package mcx.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import mcx.catalog.Catalog;
import mcx.diagram.Document;
import mcx.format.AtomicFile;
import mcx.geometry.Rect;
import mcx.paint.GraphicsPen;
import mcx.paint.Overlay;
import mcx.paint.OverlayPainter;
import mcx.paint.Pen;
import mcx.paint.Scene;
import mcx.paint.ScenePainter;
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

  /** The most pixels that a picture may have. */
  private static final long MOST_PIXELS = 200_000_000;

  /** The detail is that of this zoom, however many pixels there are. */
  private static final double DETAIL = 1.25;

  /** What is drawn beyond the boxes: outlines, callouts of the overlay. */
  private static final double OUTLINE = 2;

  /** The size of an empty picture, in diagram units. */
  private static final double EMPTY = 200;

  /** Draws the picture. */
  public static BufferedImage draw(Document document, Catalog catalog, Options options)
      throws PictureTooLargeException {
    return draw(Scene.of(document, catalog), options);
  }

  /** Draws the picture of a scene. */
  public static BufferedImage draw(Scene scene, Options options) throws PictureTooLargeException {
    Rect content = scene.bounds();
    if (!options.overlay.isEmpty()) {
      content = content.union(OverlayPainter.bounds(scene, options.overlay));
    }
    if (content.width() == 0 && content.height() == 0) {
      content = new Rect(0, 0, EMPTY, EMPTY);
    }
    Rect area = content.grown(options.border + OUTLINE);
    long width = Math.max(1, Math.round(area.width() * options.scale));
    long height = Math.max(1, Math.round(area.height() * options.scale));
    if (width * height > MOST_PIXELS || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw new PictureTooLargeException(
          String.format(
              Locale.ROOT,
              "The picture would be %,d × %,d pixels; at most 200 million are written. Choose a"
                  + " scale of %.1f or less.",
              width,
              height,
              Math.floor(Math.sqrt(MOST_PIXELS / (area.width() * area.height())) * 10) / 10));
    }
    BufferedImage image = new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    try {
      Pen pen = new GraphicsPen(graphics);
      pen.scale(options.scale);
      pen.translate(-area.x(), -area.y());
      ScenePainter.Options what =
          new ScenePainter.Options(options.labels, options.vrfs, false, options.background);
      ScenePainter.paint(pen, scene, options.theme, area, DETAIL, what);
      OverlayPainter.paint(pen, scene, options.overlay, options.theme, DETAIL, 0);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  /**
   * Writes the picture.
   *
   * @throws PictureTooLargeException if it would have too many pixels
   */
  public static void write(Document document, Catalog catalog, Options options, OutputStream out)
      throws IOException {
    BufferedImage image = draw(document, catalog, options);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream sink = ImageIO.createImageOutputStream(out)) {
      ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(image);
      ImageWriteParam how = writer.getDefaultWriteParam();
      IIOMetadata metadata = writer.getDefaultImageMetadata(type, how);
      metadata.mergeTree(PNG_METADATA, resolution(options.scale));
      writer.setOutput(sink);
      writer.write(null, new IIOImage(image, null, metadata), how);
      sink.flush();
    } finally {
      writer.dispose();
    }
  }

  private static final String PNG_METADATA = "javax_imageio_png_1.0";

  /** The pHYs chunk (PNG, third edition, 11.3.4.3): pixels for each metre. */
  private static IIOMetadataNode resolution(double scale) {
    String perMetre = String.valueOf(Math.round(scale * 96 / 0.0254));
    IIOMetadataNode root = new IIOMetadataNode(PNG_METADATA);
    IIOMetadataNode physical = new IIOMetadataNode("pHYs");
    physical.setAttribute("pixelsPerUnitXAxis", perMetre);
    physical.setAttribute("pixelsPerUnitYAxis", perMetre);
    physical.setAttribute("unitSpecifier", "meter");
    root.appendChild(physical);
    return root;
  }

  /**
   * Writes the picture to a file, which is there in full or as it was before.
   *
   * @throws PictureTooLargeException if it would have too many pixels
   */
  public static void write(Document document, Catalog catalog, Options options, Path file)
      throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    write(document, catalog, options, content);
    AtomicFile.write(file, content.toByteArray());
  }
}
