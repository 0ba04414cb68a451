package mcx.analysis.intent;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Intent;

/**
 * Intents as sentences that can be read and typed:
 *
 * <pre>
 * Amsterdam reaches Azure/Production over private links, surviving 1 failure, within 20 ms,
 *     at 500 Mbit/s, through ER, avoiding Internet
 * VRF-red never reaches VRF-blue
 * A reaches B preferring ER over VPN
 * </pre>
 *
 * <p>A thing is called by its name, by its name after that of what holds it and a slash, or by its
 * id; a name that holds a comma or a word of the grammar stands between quotes. Several things
 * stand with “and” between them. What is printed is read back as the same intent, as far as its
 * kind uses what is set of it.
 */
public final class IntentText {

  private IntentText() {}

  /** The intent as a sentence, without a full stop. */
  public static String print(Design design, Intent intent) {
    Vocabulary words = new Vocabulary(design);
    String from = words.word(intent.from());
    String to = words.word(intent.to());
    return switch (intent.kind()) {
      case ISOLATE -> from + " never reaches " + to;
      case PREFER ->
          from
              + " reaches "
              + to
              + " preferring "
              + (intent.through().isEmpty() ? "anything" : list(words, intent.through()))
              + " over "
              + (intent.over().isEmpty() ? "anything" : list(words, intent.over()));
      case REACH -> from + " reaches " + to + conditions(words, intent);
    };
  }

  private static String conditions(Vocabulary words, Intent intent) {
    StringBuilder text = new StringBuilder();
    if (intent.privateOnly()) {
      text.append(" over private links");
    }
    String next = intent.privateOnly() ? ", " : " ";
    if (intent.survives() > 0) {
      text.append(next).append("surviving ").append(intent.survives());
      text.append(intent.survives() == 1 ? " failure" : " failures");
      next = ", ";
    }
    if (intent.latencyMillis() != null) {
      text.append(next).append("within ").append(intent.latencyMillis()).append(" ms");
      next = ", ";
    }
    Integer bandwidth = intent.bandwidthMbps();
    if (bandwidth != null) {
      text.append(next).append("at ");
      text.append(bandwidth % 1000 == 0 ? bandwidth / 1000 + " Gbit/s" : bandwidth + " Mbit/s");
      next = ", ";
    }
    if (!intent.through().isEmpty()) {
      text.append(next).append("through ").append(list(words, intent.through()));
      next = ", ";
    }
    if (!intent.avoiding().isEmpty()) {
      text.append(next).append("avoiding ").append(list(words, intent.avoiding()));
    }
    return text.toString();
  }

  private static String list(Vocabulary words, Collection<Id> things) {
    return things.stream().map(words::word).collect(Collectors.joining(" and "));
  }

  /**
   * Reads a sentence.
   *
   * @param id the id that the intent is to have
   * @param name the name that it is to have
   * @throws IntentTextException if it is no intent of this design
   */
  public static Intent parse(Design design, Id id, String name, String text)
      throws IntentTextException {
    return new IntentParser(new Vocabulary(design), text).intent(id, name);
  }

  /** Reads a sentence as a new intent, with an id that no intent of the design has. */
  public static Intent parse(Design design, String text) throws IntentTextException {
    return parse(design, freeId(design), "", text);
  }

  /** An id that no intent of the design has. */
  public static Id freeId(Design design) {
    int n = design.intents().size() + 1;
    while (design.intents().containsKey(Id.of("intent-" + n))) {
      n++;
    }
    return Id.of("intent-" + n);
  }

  /**
   * What could be typed at the caret, the likeliest first. What stands after the caret is not
   * looked at.
   */
  public static List<Suggestion> complete(Design design, String text, int caret) {
    String typed = text.substring(0, Math.max(0, Math.min(caret, text.length())));
    return new IntentParser(new Vocabulary(design), typed).suggestions();
  }

  /**
   * Something that could be typed.
   *
   * @param from where in the text what it replaces begins; that ends at the caret
   * @param text what to put there
   * @param about what it stands for, for reading: the kind of thing and what holds it, or empty for
   *     a word of the grammar
   */
  public record Suggestion(int from, String text, String about) {}
}
