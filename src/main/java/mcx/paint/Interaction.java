package mcx.paint;

import java.util.List;
import java.util.Set;
import mcx.design.Id;
import mcx.diagram.Snapping;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/**
 * What is under way on the canvas and in no document: what is selected, hovered, dragged.
 *
 * @param selected elements, links and notes
 * @param handles whether the selected elements show handles to resize them
 * @param hovered what is under the mouse; null for nothing
 * @param rubberBand the rectangle being drawn to select; null for none
 * @param guides what the dragged thing is in line with
 * @param link the link being drawn; null for none
 * @param drop where the dragged thing would go; null for none
 * @param ghosts outlines of what is about to be put down
 * @param dimmed elements that cannot take part in what is under way
 */
public record Interaction(
    Set<Id> selected,
    boolean handles,
    @Nullable Id hovered,
    @Nullable Rect rubberBand,
    List<Snapping.Guide> guides,
    @Nullable HalfLink link,
    @Nullable Drop drop,
    List<Ghost> ghosts,
    Set<Id> dimmed) {

  /** Nothing is under way. */
  public static final Interaction NONE =
      new Interaction(Set.of(), false, null, null, List.of(), null, null, List.of(), Set.of());

  public Interaction {
    selected = Set.copyOf(selected);
    guides = List.copyOf(guides);
    ghosts = List.copyOf(ghosts);
    dimmed = Set.copyOf(dimmed);
  }

  /** Nothing but this selection. */
  public static Interaction selection(Set<Id> selected, @Nullable Id hovered) {
    return new Interaction(
        selected, selected.size() == 1, hovered, null, List.of(), null, null, List.of(), Set.of());
  }

  /**
   * A link being drawn.
   *
   * @param line from where it starts to the mouse
   * @param state whether it may end there
   * @param label what it would be, or why it cannot be; empty for nothing
   */
  public record HalfLink(Polyline line, State state, String label) {}

  /**
   * Where a dragged thing would go.
   *
   * @param target the element that would take it; null for the empty canvas
   * @param label why it cannot go there; empty where it can
   */
  public record Drop(@Nullable Id target, State state, String label) {}

  /** Something that is about to be put down. */
  public record Ghost(Rect bounds, String label, @Nullable String icon) {}

  /** Whether what is under way may end here. */
  public enum State {
    /** Nothing under the mouse yet. */
    OPEN,
    ALLOWED,
    /** It can be drawn, but a vendor would refuse it. */
    WARNED,
    REFUSED
  }
}
