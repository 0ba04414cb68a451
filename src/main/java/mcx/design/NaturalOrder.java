package mcx.design;

import java.util.Comparator;

/**
 * The order in which people look names up: numbers in them count by their value, so that {@code
 * Site 2} comes before {@code Site 10}, and capitals are as small letters. Names that are the same
 * but for capitals or leading zeros have a fixed order too, so that only equal names are equal.
 */
public enum NaturalOrder implements Comparator<String> {
  /** The one order. */
  BY_NAME;

  /** The same for ids. */
  public static final Comparator<Id> BY_ID = Comparator.comparing(Id::value, BY_NAME);

  @Override
  public int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int compared;
      if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
        int endA = endOfNumber(a, i);
        int endB = endOfNumber(b, j);
        compared = compareNumbers(a, i, endA, b, j, endB);
        i = endA;
        j = endB;
      } else {
        compared = Character.compare(folded(a.charAt(i++)), folded(b.charAt(j++)));
      }
      if (compared != 0) {
        return compared;
      }
    }
    int left = Integer.compare(a.length() - i, b.length() - j);
    return left != 0 ? left : a.compareTo(b);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int endOfNumber(String s, int from) {
    int end = from;
    while (end < s.length() && isDigit(s.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Compares numbers of any length: of those without leading zeros, the longer is greater. */
  private static int compareNumbers(String a, int fromA, int endA, String b, int fromB, int endB) {
    int i = firstThatCounts(a, fromA, endA);
    int j = firstThatCounts(b, fromB, endB);
    int compared = Integer.compare(endA - i, endB - j);
    while (compared == 0 && i < endA) {
      compared = Character.compare(a.charAt(i++), b.charAt(j++));
    }
    return compared;
  }

  private static int firstThatCounts(String s, int from, int end) {
    int at = from;
    while (at < end && s.charAt(at) == '0') {
      at++;
    }
    return at;
  }

  private static char folded(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }
}
