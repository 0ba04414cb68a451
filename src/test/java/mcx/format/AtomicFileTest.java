package mcx.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import mcx.TestClassPath;
import mcx.design.RandomDesigns;
import mcx.diagram.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saving replaces a file as a whole or not at all. */
class AtomicFileTest {

  @TempDir Path folder;

  private static boolean posix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aNewFileIsReadableLikeAnyOther() throws IOException {
    assumeTrue(posix());
    Path file = folder.resolve("a.mcx");
    Path usual = Files.createFile(folder.resolve("usual"));
    AtomicFile.write(file, "one".getBytes(UTF_8));
    assertEquals("one", Files.readString(file));
    assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(file));
    assertEquals(List.of("a.mcx", "usual"), names());
  }

  @Test
  void permissionsAreKept() throws IOException {
    assumeTrue(posix());
    Path file = Files.writeString(folder.resolve("a.mcx"), "one");
    for (String permissions : List.of("rw-------", "rw-r-----", "rwxrwxrwx")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      AtomicFile.write(file, "two".getBytes(UTF_8));
      assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
    assertEquals("two", Files.readString(file));
  }

  @Test
  void aSymbolicLinkStaysAndItsTargetIsReplaced() throws IOException {
    assumeTrue(posix());
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path real = Files.writeString(inner.resolve("real.mcx"), "one");
    Path middle = Files.createSymbolicLink(inner.resolve("middle.mcx"), Path.of("real.mcx"));
    Path link = Files.createSymbolicLink(folder.resolve("link.mcx"), middle);
    AtomicFile.write(link, "two".getBytes(UTF_8));
    assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(middle));
    assertTrue(Files.isRegularFile(real, java.nio.file.LinkOption.NOFOLLOW_LINKS));
    assertEquals("two", Files.readString(real));
  }

  @Test
  void aLinkToAFileThatIsNotThereYetMakesIt() throws IOException {
    assumeTrue(posix());
    Path link = Files.createSymbolicLink(folder.resolve("link.mcx"), Path.of("new.mcx"));
    AtomicFile.write(link, "one".getBytes(UTF_8));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("one", Files.readString(folder.resolve("new.mcx")));
  }

  @Test
  void aLinkToItselfIsRefused() throws IOException {
    assumeTrue(posix());
    Path link = folder.resolve("link.mcx");
    Files.createSymbolicLink(link, Path.of("link.mcx"));
    IOException e =
        assertThrows(IOException.class, () -> AtomicFile.write(link, "x".getBytes(UTF_8)));
    assertTrue(e.getMessage().contains("leads to itself"), e::getMessage);
  }

  @Test
  void whatCannotBeSavedSaysWhyAndLeavesNothing() throws IOException {
    Path missing = folder.resolve("nowhere").resolve("a.mcx");
    IOException e =
        assertThrows(IOException.class, () -> AtomicFile.write(missing, "x".getBytes(UTF_8)));
    assertTrue(e.getMessage().contains("the folder does not exist"), e::getMessage);
    Path taken = Files.createDirectory(folder.resolve("taken.mcx"));
    e = assertThrows(IOException.class, () -> AtomicFile.write(taken, "x".getBytes(UTF_8)));
    assertTrue(e.getMessage().contains("is a folder"), e::getMessage);
    assertEquals(List.of("taken.mcx"), names());
  }

  @Test
  void aProtectedFileOrFolderSaysSoAndStaysAsItWas() throws IOException {
    assumeTrue(posix());
    Path file = Files.writeString(folder.resolve("a.mcx"), "one");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assumeFalse(Files.isWritable(file), "the administrator may write everywhere");
    IOException e =
        assertThrows(IOException.class, () -> AtomicFile.write(file, "x".getBytes(UTF_8)));
    assertTrue(e.getMessage().contains("write-protected"), e::getMessage);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      e = assertThrows(IOException.class, () -> AtomicFile.write(file, "x".getBytes(UTF_8)));
      assertTrue(e.getMessage().contains("may not write in its folder"), e::getMessage);
      assertEquals("one", Files.readString(file));
      assertEquals(List.of("a.mcx"), names());
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void aFullDiskSaysSo() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    IOException e =
        assertThrows(
            IOException.class,
            () -> {
              try (var out = Files.newOutputStream(full)) {
                out.write(new byte[1 << 16]);
              }
            });
    assertTrue(
        AtomicFile.explained(folder.resolve("a.mcx"), e).getMessage().contains("the disk is full"),
        e::getMessage);
  }

  @Test
  void whoReadsMeanwhileSeesAWholeDocument() throws Exception {
    Path file = folder.resolve("a.mcx");
    List<Document> documents =
        Stream.iterate(0L, i -> i + 1).limit(4).map(RandomDesigns::document).toList();
    McxFiles.save(documents.getFirst(), file);
    AtomicBoolean done = new AtomicBoolean();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread reader =
        new Thread(
            () -> {
              try {
                while (!done.get()) {
                  assertTrue(documents.contains(McxFiles.read(file)));
                }
              } catch (Throwable t) {
                failure.set(t);
              }
            });
    reader.start();
    for (int i = 0; i < 60; i++) {
      McxFiles.save(documents.get(i % documents.size()), file);
    }
    done.set(true);
    reader.join();
    if (failure.get() != null) {
      throw new AssertionError(failure.get());
    }
    assertEquals(List.of("a.mcx"), names());
  }

  /** Saves two documents in turn until it is killed. */
  static final class Saver {
    public static void main(String[] args) throws IOException {
      Path file = Path.of(args[0]);
      List<Document> documents =
          List.of(RandomDesigns.document(1, 30), RandomDesigns.document(2, 30));
      for (long i = 0; ; i++) {
        McxFiles.save(documents.get((int) (i % 2)), file);
        if (i == 10) {
          System.out.println("saving");
        }
      }
    }
  }

  @Test
  void aProgramKilledWhileSavingLeavesAWholeDocument() throws Exception {
    List<Document> documents =
        List.of(RandomDesigns.document(1, 30), RandomDesigns.document(2, 30));
    for (int round = 0; round < 3; round++) {
      Path file = folder.resolve("a.mcx");
      Process saver =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  TestClassPath.value(),
                  Saver.class.getName(),
                  file.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      assertEquals("saving", saver.inputReader().readLine());
      Thread.sleep(30L * round);
      saver.destroyForcibly();
      assertTrue(saver.waitFor(20, TimeUnit.SECONDS));
      assertTrue(documents.contains(McxFiles.read(file)), "round " + round);
    }
  }
}
