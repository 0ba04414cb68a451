package mcx.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** What the window says: the texts of {@code messages.properties} by their keys. */
final class Texts {

  private static final Properties MESSAGES = load();

  private Texts() {}

  private static Properties load() {
    Properties all = new Properties();
    try (InputStream in = Texts.class.getResourceAsStream("messages.properties")) {
      if (in == null) {
        throw new IllegalStateException("messages.properties is missing");
      }
      all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The text for a key, with its places filled as {@link MessageFormat} does.
   *
   * @throws IllegalArgumentException if there is no such key: a mistake of ours
   */
  static String get(String key, Object... args) {
    String pattern = MESSAGES.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("No text for " + key);
    }
    return new MessageFormat(pattern, Locale.ENGLISH).format(args);
  }
}
