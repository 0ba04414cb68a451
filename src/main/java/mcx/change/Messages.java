package mcx.change;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of one room that people see: the texts of its {@code messages.properties} by their
 * keys. Safe for use by several threads.
 */
public final class Messages {

  private final Properties patterns = new Properties();

  /** The texts that have no places to fill: the inspector asks for hundreds at every edit. */
  private final Map<String, String> plain = new ConcurrentHashMap<>();

  private Messages(InputStream from) throws IOException {
    patterns.load(new InputStreamReader(from, StandardCharsets.UTF_8));
  }

  /** The texts that lie beside a class. */
  public static Messages beside(Class<?> owner) {
    try (InputStream in = owner.getResourceAsStream("messages.properties")) {
      if (in == null) {
        throw new IllegalStateException("messages.properties is missing beside " + owner);
      }
      return new Messages(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The text of a key, with its places filled as {@link MessageFormat} does.
   *
   * @throws IllegalArgumentException if there is no such key: a mistake of ours
   */
  public String get(String key, Object... arguments) {
    return arguments.length == 0
        ? plain.computeIfAbsent(key, k -> format(k))
        : format(key, arguments);
  }

  private String format(String key, Object... arguments) {
    String pattern = patterns.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("No text for " + key);
    }
    return new MessageFormat(pattern, Locale.ROOT).format(arguments);
  }

  /** Whether there is a text of this key. */
  public boolean has(String key) {
    return patterns.containsKey(key);
  }
}
