package mcx.diagram;

import mcx.design.Id;

/**
 * What lies under a point.
 *
 * @param kind what it is
 * @param id the element, link or note
 * @param index the corner's index in the link's bends, or the segment's in its line; -1 for others
 */
public record Hit(Kind kind, Id id, int index) {

  /** What was hit. */
  public enum Kind {
    ELEMENT,
    /** The border of an element, where a link can be drawn from. */
    BORDER,
    LINK,
    /** The label of a link. */
    LABEL,
    /** A corner that the architect gave a link. */
    BEND,
    NOTE;
  }
}
