package mcx.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that were open, the newest first.
 *
 * @param files absolute, each once, at most {@value #MOST}
 */
public record RecentFiles(List<Path> files) {

  /** The most files that are remembered. */
  public static final int MOST = 12;

  public static final RecentFiles NONE = new RecentFiles(List.of());

  public RecentFiles {
    files = files.stream().distinct().limit(MOST).toList();
  }

  /** This list with the file at its head. */
  public RecentFiles with(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    List<Path> all = new ArrayList<>(files);
    all.remove(absolute);
    all.addFirst(absolute);
    return new RecentFiles(all);
  }

  /** This list without the file, as when it is no longer there. */
  public RecentFiles without(Path file) {
    List<Path> all = new ArrayList<>(files);
    all.remove(file.toAbsolutePath().normalize());
    return new RecentFiles(all);
  }
}
