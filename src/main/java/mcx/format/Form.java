package mcx.format;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How values of one type stand in a file.
 *
 * @param <T> the type
 */
interface Form<T> {

  /** What the value looks like in the file. */
  JsonNode write(T value);

  /** Reads a value; null where it is ill-formed, which was then told to the place. */
  @Nullable T read(JsonNode node, Place place);
}
