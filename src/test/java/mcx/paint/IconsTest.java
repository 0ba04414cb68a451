package mcx.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import mcx.geometry.Rect;
import org.junit.jupiter.api.Test;

/** The pictograms can all be read, stay in their box, and are seen at 16 and at 96 pixels. */
class IconsTest {

  @Test
  void everyFileOfTheFolderIsAPictogram() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("icons"))) {
      List<String> names =
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> f.endsWith(".svg"))
              .map(f -> f.substring(0, f.length() - 4))
              .sorted()
              .toList();
      assertEquals(names, Icons.names());
    }
  }

  @Test
  void everyPictogramIsSeenInBothSizesAndThemes() throws IOException {
    for (String name : Icons.names()) {
      for (int size : new int[] {16, 96}) {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
          BufferedImage image = picture(size, size);
          Graphics2D graphics = image.createGraphics();
          Icons.draw(new GraphicsPen(graphics), name, 0, 0, size, theme.text());
          graphics.dispose();
          double ink = 0;
          for (int x = 0; x < size; x++) {
            for (int y = 0; y < size; y++) {
              ink += (image.getRGB(x, y) >>> 24) / 255.0;
            }
          }
          double share = ink / (size * size);
          assertTrue(share > 0.08 && share < 0.7, name + " covers " + share + " at " + size);
        }
      }
    }
  }

  @Test
  void contactSheet() throws IOException {
    List<String> names = Icons.names();
    int columns = 6;
    int rows = (names.size() + columns - 1) / columns;
    double width = 190;
    double height = 130;
    BufferedImage image = picture((int) (columns * width), (int) (2 * rows * height));
    Graphics2D graphics = image.createGraphics();
    Pen pen = new GraphicsPen(graphics);
    double y = 0;
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      pen.fill(new Rect(0, y, columns * width, rows * height), 0, theme.card());
      for (int i = 0; i < names.size(); i++) {
        double left = (i % columns) * width + 12;
        double top = y + (i / columns) * height + 6;
        Icons.draw(pen, names.get(i), left, top, 96, theme.text());
        Icons.draw(pen, names.get(i), left + 112, top + 40, 16, theme.text());
        Icons.draw(pen, names.get(i), left + 140, top + 36, 24, theme.accent());
        pen.text(names.get(i), left, top + 114, TextStyle.SMALL, theme.muted(), null);
      }
      y += rows * height;
    }
    graphics.dispose();
    Path folder = Files.createDirectories(Path.of("target", "pictures"));
    assertTrue(ImageIO.write(image, "png", folder.resolve("icons.png").toFile()));
  }

  private static BufferedImage picture(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
  }
}
