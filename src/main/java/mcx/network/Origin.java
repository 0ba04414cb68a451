package mcx.network;

/**
 * The design element, link or part that a piece of the network came from, by its id.
 *
 * @param id as in {@code mcx.design.Id}
 */
public record Origin(String id) implements Comparable<Origin> {

  public static Origin of(Object id) {
    return new Origin(id.toString());
  }

  @Override
  public int compareTo(Origin other) {
    return id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return id;
  }
}
