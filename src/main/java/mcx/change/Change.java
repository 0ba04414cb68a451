package mcx.change;

import java.util.List;
import mcx.design.Design;
import mcx.design.Id;

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
}
