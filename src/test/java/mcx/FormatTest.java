package mcx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All sources are as google-java-format leaves them. It runs here, and not as a build plugin,
 * because it must run on the JDK whose language it reads. {@code mvn test -Dtest=FormatTest
 * -Dformat=apply} mends what it finds.
 */
class FormatTest {

  @Test
  void sourcesAreFormatted() throws Exception {
    boolean apply = "apply".equals(System.getProperty("format"));
    Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      String text = Files.readString(file);
      String formatted =
          formatter.formatSource(
              RemoveUnusedImports.removeUnusedImports(
                  ImportOrderer.reorderImports(text, JavaFormatterOptions.Style.GOOGLE)));
      if (!formatted.equals(text)) {
        if (apply) {
          Files.writeString(file, formatted);
        } else {
          wrong.add(file.toString());
        }
      }
    }
    assertEquals(List.of(), wrong, "run: mvn test -Dtest=FormatTest -Dformat=apply");
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("src"))) {
      return all.filter(p -> p.toString().endsWith(".java")).sorted().toList();
    }
  }
}
