package mcx.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Things by what people call them. An id counts before a name, a name as it stands before one that
 * is the same but for blanks and signs; upper and lower case are the same throughout.
 */
final class Directory<T> {

  /** How many candidates a message lists. */
  private static final int MOST_LISTED = 8;

  private final List<Entry<T>> entries = new ArrayList<>();

  /**
   * A thing.
   *
   * @param ids what it is called in files
   * @param label what a message calls it
   * @param names what people call it
   */
  private record Entry<T>(T value, List<String> ids, String label, List<String> names) {
    boolean isCalled(Predicate<String> name) {
      return ids.stream().anyMatch(name) || names.stream().anyMatch(name);
    }

    String listed() {
      return label.equals(ids.getFirst()) ? label : label + " (" + ids.getFirst() + ")";
    }
  }

  /** Adds a thing; the first of its ids is the one that messages show. */
  void add(T value, List<String> ids, String label, Collection<String> names) {
    entries.add(new Entry<>(value, List.copyOf(ids), label, List.copyOf(names)));
  }

  /** All things that are called so, in the order they were added; empty if there is none. */
  List<T> all(String text) {
    return matches(text).stream().map(Entry::value).toList();
  }

  /** Whether something is called so by its id or name as it stands. */
  boolean knows(String text) {
    return entries.stream().anyMatch(e -> e.isCalled(n -> n.equalsIgnoreCase(text.strip())));
  }

  /**
   * The one thing that is called so.
   *
   * @param none what is said, before what may have been meant, where there is none
   * @throws BadInputException if there is none, or several
   */
  T one(String text, String none) {
    List<Entry<T>> found = matches(text);
    if (found.isEmpty()) {
      throw new BadInputException(none + meant(text));
    }
    if (found.size() > 1) {
      throw new BadInputException(
          "“" + text + "” may be any of " + list(found) + ". Say which by its id.");
    }
    return found.getFirst().value();
  }

  private List<Entry<T>> matches(String text) {
    String plain = plain(text);
    List<Predicate<Entry<T>>> closer =
        List.of(
            e -> e.ids().contains(text),
            e -> e.isCalled(n -> n.equalsIgnoreCase(text.strip())),
            e -> !plain.isEmpty() && e.isCalled(n -> plain(n).equals(plain)));
    for (Predicate<Entry<T>> way : closer) {
      List<Entry<T>> found = entries.stream().filter(way).toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** Letters and digits only, in lower case, one blank for all that is between them. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static <T> String list(List<Entry<T>> found) {
    String listed =
        found.stream().limit(MOST_LISTED).map(Entry::listed).collect(Collectors.joining(", "));
    int more = found.size() - MOST_LISTED;
    return more > 0 ? listed + " and " + more + " more" : listed;
  }

  /** A question after what is called nearly so; empty where nothing is. */
  private String meant(String text) {
    String plain = plain(text);
    int most = Math.max(2, text.length() / 3);
    List<String> near =
        entries.stream()
            .flatMap(e -> e.ids().stream().limit(1))
            .filter(id -> distance(text, id) <= most)
            .sorted(
                Comparator.comparingInt((String id) -> distance(text, id))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(1)
            .toList();
    if (near.isEmpty()) {
      near =
          entries.stream()
              .filter(e -> e.isCalled(n -> isNear(plain, plain(n))))
              .map(Entry::listed)
              .limit(3)
              .toList();
    }
    return near.isEmpty()
        ? ""
        : " Did you mean “"
            + String.join("”, “", near).replaceFirst("”, “(?=[^“]*$)", "” or “")
            + "”?";
  }

  private static boolean isNear(String asked, String name) {
    return !asked.isEmpty()
        && (name.contains(asked) || distance(asked, name) <= Math.max(2, asked.length() / 3));
  }

  /** How many letters must be changed, added or removed (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
