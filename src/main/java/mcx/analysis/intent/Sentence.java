package mcx.analysis.intent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import mcx.analysis.intent.IntentText.Suggestion;

/** A sentence while it is read, with what could be typed at its end. */
final class Sentence {

  final String text;
  int at;
  private final Map<String, Suggestion> suggestions = new LinkedHashMap<>();

  Sentence(String text) {
    this.text = text;
  }

  List<Suggestion> suggestions() {
    return List.copyOf(suggestions.values());
  }

  void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  String rest() {
    return text.substring(at);
  }

  /** Whether these words come next; they are passed if so. */
  boolean takes(String phrase) {
    int pos = at;
    for (String part : phrase.split(" ", -1)) {
      while (pos > at && pos < text.length() && Character.isWhitespace(text.charAt(pos))) {
        pos++;
      }
      if (!text.regionMatches(true, pos, part, 0, part.length())) {
        return false;
      }
      pos += part.length();
      if (pos < text.length()
          && !Character.isWhitespace(text.charAt(pos))
          && text.charAt(pos) != ',') {
        return false;
      }
    }
    at = pos;
    return true;
  }

  String word(List<String> allowed) throws IntentTextException {
    blanks();
    allowed.forEach(w -> offer(at, w, ""));
    for (String phrase : allowed) {
      if (takes(phrase)) {
        return phrase;
      }
    }
    throw wrong("", allowed);
  }

  int number(int least, int most, List<String> examples) throws IntentTextException {
    blanks();
    examples.forEach(w -> offer(at, w, ""));
    int end = at;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    if (end == at || end - at > 9) {
      throw wrong("", List.of("a number from " + least + " to " + most));
    }
    int value = Integer.parseInt(text.substring(at, end));
    if (value < least || value > most) {
      throw wrong("", List.of("a number from " + least + " to " + most));
    }
    at = end;
    return value;
  }

  /** Notes what could stand here, if what stands here to the end is the beginning of it. */
  void offer(int from, String phrase, String about) {
    String typed = text.substring(from);
    boolean begins = phrase.regionMatches(true, 0, typed, 0, typed.length());
    boolean inside =
        typed.length() > 1
            && phrase
                .toLowerCase(Locale.ROOT)
                .matches("(?s).*[\\s/–\"-]" + Pattern.quote(typed.toLowerCase(Locale.ROOT)) + ".*");
    if ((begins || inside) && typed.length() < phrase.length()) {
      suggestions.putIfAbsent(phrase, new Suggestion(from, phrase, about));
    }
  }

  IntentTextException wrong(String message, List<String> expected) {
    int end = at;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    String word = text.substring(at, end);
    String what =
        !message.isEmpty()
            ? message
            : word.isEmpty()
                ? "Something is missing at the end:"
                : "“" + word + "” cannot stand here. It could be";
    String could = expected.isEmpty() ? "" : " " + listed(expected) + ".";
    return new IntentTextException(what + could, at, end, expected);
  }

  static String listed(List<String> all) {
    return all.size() < 2
        ? String.join("", all)
        : String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.getLast();
  }
}
