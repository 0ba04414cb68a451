package mcx.analysis.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import mcx.analysis.Names;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;

/** Reads the names of things in a sentence. */
final class ThingReader {

  private static final int MOST_SHOWN = 60;

  /** How many things an error lists. */
  private static final int MOST_LISTED = 6;

  private final Vocabulary words;
  private final Sentence sentence;

  ThingReader(Vocabulary words, Sentence sentence) {
    this.words = words;
    this.sentence = sentence;
  }

  /** Things with “and” between them. */
  Set<Id> several() throws IntentTextException {
    Set<Id> all = new TreeSet<>();
    do {
      all.add(one(false));
      sentence.blanks();
      sentence.offer(sentence.at, "and", "");
    } while (sentence.takes("and"));
    return all;
  }

  /** The same, or none where it says “anything”. */
  Set<Id> severalOrAnything() throws IntentTextException {
    sentence.blanks();
    return sentence.takes("anything") ? Set.of() : several();
  }

  /** One thing, or one element where only that will do. */
  Id one(boolean elementsOnly) throws IntentTextException {
    sentence.blanks();
    for (Id id : words.things(elementsOnly)) {
      sentence.offer(sentence.at, words.word(id), about(id));
    }
    int start = sentence.at;
    String name = name(elementsOnly);
    Set<Id> found = new TreeSet<>(words.find(name));
    if (found.size() > 1 && elementsOnly) {
      found.removeIf(id -> !words.isElement(id));
    }
    if (found.isEmpty()) {
      sentence.at = start;
      throw sentence.wrong(
          "There is nothing called “" + cut(name) + "” in the design. It could be",
          near(name, elementsOnly));
    }
    if (found.size() > 1) {
      List<String> all = found.stream().map(words::word).toList();
      throw new IntentTextException(
          "“" + name + "” may be " + Sentence.listed(all) + ". Say which.",
          start,
          sentence.at,
          all);
    }
    Id id = found.iterator().next();
    if (elementsOnly && !words.isElement(id)) {
      throw new IntentTextException(
          "“" + name + "” is a link. What reaches and is reached is a site, a VRF or a cloud.",
          start,
          sentence.at,
          List.of());
    }
    return id;
  }

  /** The next name, in quotes or without. */
  private String name(boolean elementsOnly) throws IntentTextException {
    if (sentence.at < sentence.text.length() && sentence.text.charAt(sentence.at) == '"') {
      int start = sentence.at;
      StringBuilder name = new StringBuilder();
      for (int i = sentence.at + 1; i < sentence.text.length(); i++) {
        char c = sentence.text.charAt(i);
        if (c == '"' && i + 1 < sentence.text.length() && sentence.text.charAt(i + 1) == '"') {
          name.append('"');
          i++;
        } else if (c == '"') {
          sentence.at = i + 1;
          return name.toString();
        } else {
          name.append(c);
        }
      }
      throw new IntentTextException(
          "The quote is not closed.", start, sentence.text.length(), List.of("\""));
    }
    int end = words.longest(sentence.text, sentence.at);
    if (end < 0) {
      throw nothing(elementsOnly);
    }
    String name = sentence.text.substring(sentence.at, end);
    sentence.at = end;
    return name;
  }

  /** That no thing begins here. */
  private IntentTextException nothing(boolean elementsOnly) {
    if (sentence.at == sentence.text.length()) {
      List<String> all =
          words.things(elementsOnly).stream().limit(MOST_LISTED).map(words::word).toList();
      return new IntentTextException(
          "Something is missing at the end: " + Sentence.listed(all) + ", for example.",
          sentence.at,
          sentence.at,
          all);
    }
    int end = sentence.at;
    String wrong = "";
    for (int i = sentence.at; i <= sentence.text.length(); i++) {
      boolean edge =
          i == sentence.text.length()
              || Character.isWhitespace(sentence.text.charAt(i))
              || sentence.text.charAt(i) == ',';
      if (edge && i > sentence.at) {
        if (!Vocabulary.isPlain(sentence.text.substring(sentence.at, i))) {
          break;
        }
        end = i;
        wrong = sentence.text.substring(sentence.at, i);
      }
    }
    if (wrong.isEmpty()) {
      return sentence.wrong(
          "", List.of("the name of an element" + (elementsOnly ? "" : " or a link")));
    }
    List<String> near = near(wrong, elementsOnly);
    return new IntentTextException(
        "There is nothing called “"
            + cut(wrong)
            + "” in the design."
            + (near.isEmpty() ? "" : " It could be " + Sentence.listed(near) + "."),
        sentence.at,
        end,
        near);
  }

  /** A name as a message says it: what is too long for any name is cut. */
  private static String cut(String name) {
    return name.length() <= MOST_SHOWN ? name : name.substring(0, MOST_SHOWN) + "…";
  }

  private List<String> near(String name, boolean elementsOnly) {
    String asked = name.toLowerCase(Locale.ROOT);
    List<String> near = new ArrayList<>();
    for (Id id : words.things(elementsOnly)) {
      String word = words.word(id);
      String lower = word.toLowerCase(Locale.ROOT);
      if (lower.contains(asked) || asked.contains(lower) || starts(lower, asked)) {
        near.add(word);
      }
    }
    if (near.isEmpty()) {
      words.things(elementsOnly).forEach(id -> near.add(words.word(id)));
    }
    return near.stream().limit(MOST_LISTED).toList();
  }

  private static boolean starts(String word, String asked) {
    return asked.length() > 2 && word.startsWith(asked.substring(0, 3));
  }

  private String about(Id id) {
    Design design = words.design();
    Element element = design.element(id);
    if (element == null) {
      return Names.of(design, id);
    }
    Element holder = design.element(element.parent());
    return holder == null ? "" : "in " + Names.of(design, holder.id());
  }
}
