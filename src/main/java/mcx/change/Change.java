package mcx.change;

import java.util.List;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;

/**
 * A changed design.
 *
 * @param design the design after the change
 * @param created the new elements and links, in the order in which they were made
 * @param main the one that the architect asked for; what else was created came along
 */
public record Change(Design design, List<Id> created, Id main) {

  public Change {
    created = List.copyOf(created);
  }

  /** An element put in the place of the one with its id. */
  public static Change of(Design design, Element element) {
    return new Change(design.with(element), List.of(), element.id());
  }

  /** A link put in the place of the one with its id. */
  public static Change of(Design design, Link link) {
    return new Change(design.with(link), List.of(), link.id());
  }
}
