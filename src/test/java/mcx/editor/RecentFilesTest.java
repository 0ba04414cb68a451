package mcx.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentFilesTest {

  private static final Path A = Path.of("a.mcx").toAbsolutePath();
  private static final Path B = Path.of("b.mcx").toAbsolutePath();

  @Test
  void theNewestIsFirstAndEachThereOnce() {
    RecentFiles files = RecentFiles.NONE.with(A).with(B).with(Path.of("x/../a.mcx"));
    assertEquals(List.of(A, B), files.files());
    assertEquals(List.of(B), files.without(A).files());
  }

  @Test
  void theOldestAreForgotten() {
    RecentFiles files = RecentFiles.NONE;
    for (int i = 0; i < 20; i++) {
      files = files.with(Path.of(i + ".mcx"));
    }
    assertEquals(RecentFiles.MOST, files.files().size());
    assertTrue(files.files().getFirst().endsWith("19.mcx"));
  }
}
