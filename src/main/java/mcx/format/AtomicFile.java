package mcx.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Replaces files as a whole or not at all: whoever reads meanwhile, or after a crash, finds the old
 * content or the new one.
 */
public final class AtomicFile {

  /** How many symbolic links are followed before they are taken for a circle; as Linux does. */
  private static final int MOST_LINKS = 40;

  private AtomicFile() {}

  /**
   * Writes the content. An existing file keeps its permissions; a symbolic link stays, and its
   * target is replaced.
   *
   * @throws IOException if it cannot be written; the message names the reason and the way out, and
   *     nothing is left behind
   */
  public static void write(Path file, byte[] content) throws IOException {
    try {
      Path target = target(file);
      if (Files.isDirectory(target)) {
        throw new PlainFileException(file, "“" + file + "” is a folder. Choose a file name.", null);
      }
      if (Files.exists(target) && !Files.isWritable(target)) {
        throw new PlainFileException(
            file,
            "“" + file + "” is write-protected. Save under another name, or lift the protection.",
            null);
      }
      replace(target, content);
    } catch (PlainFileException e) {
      throw e;
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw explained(file, e);
    }
  }

  /** Where links lead in the end; the last one may lead to a file that is not there yet. */
  private static Path target(Path file) throws IOException {
    Path at = file.toAbsolutePath();
    for (int i = 0; Files.isSymbolicLink(at); i++) {
      if (i == MOST_LINKS) {
        throw new PlainFileException(
            file, "“" + file + "” is a symbolic link that leads to itself. Mend the link.", null);
      }
      at = at.resolveSibling(Files.readSymbolicLink(at));
    }
    return at;
  }

  private static void replace(Path target, byte[] content) throws IOException {
    Path folder = target.getParent();
    if (folder == null) {
      throw new NoSuchFileException(target.toString());
    }
    Path temporary = temporary(target, folder);
    boolean done = false;
    try {
      try (FileChannel out =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        if (Files.exists(target)) {
          copyPermissions(target, temporary);
        }
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
        out.force(true);
      }
      move(temporary, target);
      done = true;
    } finally {
      if (!done) {
        Files.deleteIfExists(temporary);
      }
    }
    syncFolder(folder);
  }

  private static Path temporary(Path target, Path folder) {
    String random = Long.toString(ThreadLocalRandom.current().nextLong() >>> 1, 36);
    String name = target.getFileName().toString();
    // A file name has at most 255 bytes in most file systems.
    String stem = name.length() > 60 ? name.substring(0, 60) : name;
    return folder.resolve("." + stem + "." + random + ".tmp");
  }

  private static void move(Path temporary, Path target) throws IOException {
    try {
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView posix = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (posix != null) {
      PosixFileAttributes old = Files.readAttributes(from, PosixFileAttributes.class);
      try {
        posix.setGroup(old.group());
      } catch (IOException e) {
        // Only members of the group, or root, may give a file to it; the rest still holds.
      }
      posix.setPermissions(old.permissions());
      return;
    }
    AclFileAttributeView acl = Files.getFileAttributeView(to, AclFileAttributeView.class);
    AclFileAttributeView oldAcl = Files.getFileAttributeView(from, AclFileAttributeView.class);
    if (acl != null && oldAcl != null) {
      acl.setAcl(oldAcl.getAcl());
    }
  }

  /** Makes the rename itself last; where folders cannot be opened (Windows), it needs nothing. */
  private static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException | UncheckedIOException e) {
      // The content is safe and in place; only a power cut right now could still undo the rename.
    }
  }

  /** The exception with a message that names the reason and the way out. */
  static PlainFileException explained(Path file, Exception e) {
    IOException cause = e instanceof IOException io ? io : new IOException(e);
    Path folder = file.toAbsolutePath().getParent();
    String start = "“" + file + "” cannot be saved: ";
    String reason = e instanceof FileSystemException f ? String.valueOf(f.getReason()) : "";
    String lower = (reason + " " + e.getMessage()).toLowerCase(Locale.ROOT);
    if (e instanceof NoSuchFileException
        || (folder != null && !Files.isDirectory(folder, new LinkOption[0]))) {
      return new PlainFileException(
          file, start + "the folder does not exist. Create it, or choose another.", cause);
    }
    if (e instanceof ReadOnlyFileSystemException || lower.contains("read-only file system")) {
      return new PlainFileException(
          file, start + "the disk is read-only. Choose another folder.", cause);
    }
    if (lower.contains("no space left") || lower.contains("not enough space")) {
      return new PlainFileException(
          file, start + "the disk is full. Free some space, or choose another disk.", cause);
    }
    if (lower.contains("quota")) {
      return new PlainFileException(
          file, start + "your quota on the disk is used up. Free some space.", cause);
    }
    if (e instanceof AccessDeniedException) {
      return new PlainFileException(
          file, start + "you may not write in its folder. Choose another folder.", cause);
    }
    String why =
        reason.isEmpty() || reason.equals("null") ? String.valueOf(e.getMessage()) : reason;
    return new PlainFileException(
        file, start + why + ". Try again, or save under another name.", cause);
  }
}
