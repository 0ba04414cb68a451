package mcx;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The class path for a program that a test starts in a process of its own. */
public final class TestClassPath {

  private TestClassPath() {}

  /** Classes, test classes, and all libraries, wherever the tests' own runtime has them from. */
  public static String value() {
    List<String> parts = new ArrayList<>();
    // With modules the tests are patched into the module, and neither property names them.
    parts.add(Path.of("target", "test-classes").toAbsolutePath().toString());
    parts.add(Path.of("target", "classes").toAbsolutePath().toString());
    for (String property : List.of("java.class.path", "jdk.module.path")) {
      String value = System.getProperty(property);
      if (value != null && !value.isBlank()) {
        parts.add(value);
      }
    }
    return String.join(File.pathSeparator, parts);
  }
}
