package mcx.analysis.intent;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mcx.analysis.intent.IntentText.Suggestion;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.Intent.IntentKind;
import mcx.design.InvalidDesignException;
import org.jspecify.annotations.Nullable;

/** Reads one sentence, and keeps what could be typed at its end. Used once. */
final class IntentParser {

  /** The conditions of a sentence, in the order in which they are printed. */
  private enum Condition {
    PRIVATE("over private links"),
    SURVIVING("surviving"),
    WITHIN("within"),
    AT("at"),
    THROUGH("through"),
    AVOIDING("avoiding"),
    PREFERRING("preferring");

    private final String words;

    Condition(String words) {
      this.words = words;
    }
  }

  private final Sentence sentence;
  private final ThingReader things;

  private boolean privateOnly;
  private int survives;
  private @Nullable Integer latency;
  private @Nullable Integer bandwidth;
  private Set<Id> through = Set.of();
  private Set<Id> avoiding = Set.of();
  private Set<Id> over = Set.of();

  IntentParser(Vocabulary words, String text) {
    this.sentence = new Sentence(text);
    this.things = new ThingReader(words, sentence);
  }

  List<Suggestion> suggestions() {
    try {
      intent(Id.of("intent"), "");
    } catch (IntentTextException | InvalidDesignException e) {
      // What could stand at the end was noted on the way.
    }
    return sentence.suggestions();
  }

  Intent intent(Id id, String name) throws IntentTextException {
    Id from = things.one(true);
    boolean never = sentence.word(List.of("reaches", "never reaches")).equals("never reaches");
    Id to = things.one(true);
    IntentKind kind = never ? IntentKind.ISOLATE : IntentKind.REACH;
    if (!never) {
      kind = conditions();
    }
    sentence.blanks();
    if (sentence.at < sentence.text.length()) {
      throw sentence.wrong(never ? "The sentence should end here." : "", List.of());
    }
    return new Intent(
        id,
        name,
        kind,
        from,
        to,
        privateOnly,
        survives,
        latency,
        bandwidth,
        through,
        avoiding,
        over);
  }

  /** Reads all conditions, and says what kind of intent they make. */
  private IntentKind conditions() throws IntentTextException {
    EnumSet<Condition> open = EnumSet.allOf(Condition.class);
    while (true) {
      sentence.blanks();
      boolean comma = sentence.rest().startsWith(",");
      String before = comma || open.size() == Condition.values().length ? "" : ",";
      if (comma) {
        sentence.at++;
        sentence.blanks();
      }
      for (Condition c : open) {
        sentence.offer(sentence.at, before.isEmpty() ? c.words : before + " " + c.words, "");
      }
      if (sentence.at == sentence.text.length()) {
        return IntentKind.REACH;
      }
      Condition next = null;
      for (Condition c : open) {
        if (sentence.takes(c.words)) {
          next = c;
          break;
        }
      }
      if (next == null) {
        throw sentence.wrong("", open.stream().map(c -> c.words).toList());
      }
      read(next);
      if (next == Condition.PREFERRING) {
        return IntentKind.PREFER;
      }
      open.remove(next);
      open.remove(Condition.PREFERRING);
    }
  }

  private void read(Condition condition) throws IntentTextException {
    switch (condition) {
      case PRIVATE -> privateOnly = true;
      case SURVIVING -> {
        survives = sentence.number(1, 2, List.of("1 failure", "2 failures"));
        sentence.word(
            survives == 1 ? List.of("failure", "failures") : List.of("failures", "failure"));
      }
      case WITHIN -> {
        latency = sentence.number(1, 10_000, List.of("10 ms", "20 ms", "50 ms", "100 ms"));
        sentence.word(List.of("ms"));
      }
      case AT -> {
        int value =
            sentence.number(
                1, 10_000_000, List.of("100 Mbit/s", "500 Mbit/s", "1 Gbit/s", "10 Gbit/s"));
        int unit = sentence.word(List.of("Mbit/s", "Gbit/s")).equals("Gbit/s") ? 1000 : 1;
        if ((long) value * unit > 10_000_000) {
          throw sentence.wrong("A bandwidth goes up to 10000 Gbit/s.", List.of());
        }
        bandwidth = value * unit;
      }
      case THROUGH -> through = things.several();
      case AVOIDING -> avoiding = things.several();
      case PREFERRING -> {
        through = things.severalOrAnything();
        sentence.word(List.of("over"));
        over = things.severalOrAnything();
      }
    }
  }
}
