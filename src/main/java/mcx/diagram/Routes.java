package mcx.diagram;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.design.Id;
import mcx.geometry.Polyline;
import org.jspecify.annotations.Nullable;

/**
 * The line of each link on the canvas, from its end a to its end b. Two are equal where the lines
 * are.
 */
public final class Routes {

  /** No lines. */
  public static final Routes EMPTY = new Routes(new TreeMap<>(), Map.of());

  private final SortedMap<Id, Polyline> lines;
  private final Map<Id, LinkRouter.Found> found;

  /**
   * @param found how each line was found, so that it need not be found again
   */
  Routes(SortedMap<Id, Polyline> lines, Map<Id, LinkRouter.Found> found) {
    this.lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    this.found = Map.copyOf(found);
  }

  /**
   * By link, in the order of their ids. A link with an end that has no place has no line, nor has
   * one between an element and what holds it: there the one is drawn inside the other.
   */
  public SortedMap<Id, Polyline> lines() {
    return lines;
  }

  public @Nullable Polyline line(Id link) {
    return lines.get(link);
  }

  LinkRouter.@Nullable Found found(Id link) {
    return found.get(link);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Routes r && r.lines.equals(lines);
  }

  @Override
  public int hashCode() {
    return lines.hashCode();
  }

  @Override
  public String toString() {
    return "Routes" + lines;
  }
}
