package mcx.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import mcx.catalog.CatalogLoader;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Router;
import mcx.diagram.Diagram;
import mcx.diagram.Document;
import mcx.geometry.Rect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngExportTest {

  private static Document router(double width, double height) {
    Router r = Router.of(Id.of("r"), "R", null, null);
    return Document.EMPTY
        .withDesign(Design.of("", List.of(r), List.of(), List.of()))
        .withDiagram(Diagram.EMPTY.withBounds(r.id(), new Rect(0, 0, width, height)));
  }

  private static byte[] png(Document document, PngExport.Options options) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngExport.write(document, CatalogLoader.builtIn(), options, out);
    return out.toByteArray();
  }

  private static BufferedImage image(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  @Test
  void itsSizeIsThatOfTheDiagramWithItsBorderAtItsScale() throws IOException {
    PngExport.Options options = PngExport.Options.DEFAULT.withBorder(20);
    BufferedImage one = image(png(router(100, 60), options.withScale(1)));
    BufferedImage two = image(png(router(100, 60), options.withScale(2)));
    assertEquals(100 + 2 * 22, one.getWidth());
    assertEquals(60 + 2 * 22, one.getHeight());
    assertEquals(2 * one.getWidth(), two.getWidth());
    assertEquals(2 * one.getHeight(), two.getHeight());
  }

  @Test
  void itSaysItsResolution() throws IOException {
    byte[] png = png(router(100, 60), PngExport.Options.DEFAULT.withDpi(300));
    int at = new String(png, StandardCharsets.ISO_8859_1).indexOf("pHYs");
    assertTrue(at > 0, "there is a pHYs chunk");
    ByteBuffer chunk = ByteBuffer.wrap(png, at + 4, 9);
    assertEquals(Math.round(300 / 0.0254), chunk.getInt());
    assertEquals(Math.round(300 / 0.0254), chunk.getInt());
    assertEquals(1, chunk.get(), "the unit is the metre");
  }

  @Test
  void withoutABackgroundItIsTransparent() throws IOException {
    PngExport.Options options = PngExport.Options.DEFAULT;
    assertEquals(0xff, image(png(router(100, 60), options)).getRGB(2, 2) >>> 24);
    BufferedImage clear = image(png(router(100, 60), options.withBackground(false)));
    assertEquals(0, clear.getRGB(2, 2) >>> 24);
    assertEquals(0xff, clear.getRGB(clear.getWidth() / 2, clear.getHeight() - 60) >>> 24);
  }

  @Test
  void anEmptyDesignGivesAnEmptyPicture() throws IOException {
    assertTrue(image(png(Document.EMPTY, PngExport.Options.DEFAULT)).getWidth() > 0);
  }

  @Test
  void tooLargeAPictureIsRefusedWithAWayOut() {
    PictureTooLargeException refused =
        assertThrows(
            PictureTooLargeException.class,
            () -> png(router(20_000, 10_000), PngExport.Options.DEFAULT.withScale(4)));
    assertTrue(refused.getMessage().contains("at most 200 million"), refused.getMessage());
    assertTrue(refused.getMessage().contains("Choose a scale of"), refused.getMessage());
  }

  @Test
  void aFileIsThereInFullOrAsItWas(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.png");
    PngExport.write(router(100, 60), CatalogLoader.builtIn(), PngExport.Options.DEFAULT, file);
    byte[] before = Files.readAllBytes(file);
    assertThrows(
        PictureTooLargeException.class,
        () ->
            PngExport.write(
                router(20_000, 10_000),
                CatalogLoader.builtIn(),
                PngExport.Options.DEFAULT.withScale(4),
                file));
    assertEquals(before.length, Files.readAllBytes(file).length);
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList(), "nothing else is left");
    }
  }
}
