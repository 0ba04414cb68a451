package mcx.catalog;

import java.util.List;

/**
 * A town, or an area with datacenters, by where it lies.
 *
 * @param key unique among the places
 * @param name what it is called
 * @param at where it lies
 * @param also what else it is called, such as {@code West Europe} or {@code AMS}
 * @param regions the cloud regions that are there or near: vendor, slash, code
 * @param source the key of the {@link Source}; empty where none is known
 */
public record Place(
    String key,
    String name,
    Coordinates at,
    List<String> also,
    List<String> regions,
    String source) {

  public Place {
    also = List.copyOf(also);
    regions = List.copyOf(regions);
  }

  /** Whether it is called this, in capitals or small letters. */
  public boolean isCalled(String text) {
    return name.equalsIgnoreCase(text.strip())
        || also.stream().anyMatch(a -> a.equalsIgnoreCase(text.strip()));
  }
}
