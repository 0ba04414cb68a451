package mcx.diagram;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.design.Id;
import mcx.geometry.Polyline;
import org.jspecify.annotations.Nullable;

/**
 * The line of each link on the canvas, from its end a to its end b.
 *
 * @param lines by link, in the order of their ids; a link with an end that has no place has none
 */
public record Routes(SortedMap<Id, Polyline> lines) {

  public static final Routes EMPTY = new Routes(new TreeMap<>());

  public Routes {
    lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
  }

  public @Nullable Polyline line(Id link) {
    return lines.get(link);
  }
}
