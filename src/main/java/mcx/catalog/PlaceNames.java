package mcx.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the places that texts speak of; what places are called is made ready once. */
public final class PlaceNames {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\d]+");

  /** A name of a place as words, with how long it is as it is written. */
  private record Name(String words, int length) {}

  private record Named(Place place, List<Name> names) {
    static Named of(Place place) {
      List<Name> names = new ArrayList<>();
      names.add(name(place.name()));
      for (String other : place.also()) {
        // Abbreviations, as of airports, count only where they are the whole text.
        if (!other.equals(other.toUpperCase(Locale.ROOT))) {
          names.add(name(other));
        }
      }
      return new Named(place, names);
    }

    private static Name name(String text) {
      return new Name(plain(text), text.length());
    }

    /** The length of the longest of its names among the words; 0 for none. */
    int longestIn(String words) {
      int longest = 0;
      for (Name name : names) {
        if (name.length > longest && words.contains(name.words)) {
          longest = name.length;
        }
      }
      return longest;
    }
  }

  private final List<Named> places;

  PlaceNames(Collection<Place> places) {
    this.places = places.stream().map(Named::of).toList();
  }

  /**
   * The place that a text speaks of: that is called so, or else whose longest name stands in it as
   * words of their own. Null where it speaks of none.
   */
  public @Nullable Place in(String text) {
    String words = plain(text);
    Place best = null;
    int longest = 0;
    for (Named named : places) {
      if (named.place.isCalled(text)) {
        return named.place;
      }
      int length = named.longestIn(words);
      if (length > longest) {
        longest = length;
        best = named.place;
      }
    }
    return best;
  }

  /** The words in small letters, with a blank before and after each. */
  private static String plain(String text) {
    return " " + BETWEEN_WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
  }
}
