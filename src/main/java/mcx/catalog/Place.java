package mcx.catalog;

import java.util.List;
import java.util.Locale;

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

  /**
   * The length of the longest of its names that stand in the text as words of their own; 0 for
   * none. Abbreviations, as of airports, count only where they are the whole text.
   */
  int namedIn(String text) {
    if (isCalled(text)) {
      return Integer.MAX_VALUE;
    }
    String words = plain(text);
    int longest = words.contains(plain(name)) ? name.length() : 0;
    for (String other : also) {
      boolean abbreviation = other.equals(other.toUpperCase(Locale.ROOT));
      if (!abbreviation && words.contains(plain(other))) {
        longest = Math.max(longest, other.length());
      }
    }
    return longest;
  }

  /** The words in small letters, with a blank before and after each. */
  private static String plain(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", " ").strip() + " ";
  }
}
