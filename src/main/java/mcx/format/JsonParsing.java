package mcx.format;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Turns text into a JSON tree, within the limits, and says in plain words where it is none. */
final class JsonParsing {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(Limits.DEPTH)
                          .maxTokenCount(Limits.TOKENS)
                          .maxNameLength(Limits.KEY_LENGTH)
                          .maxStringLength(Limits.TEXT_LENGTH)
                          .maxNumberLength(Limits.NUMBER_LENGTH)
                          .build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // What a later version wrote must come back digit for digit.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final Pattern DUPLICATE = Pattern.compile("Duplicate .*?[\"'](.*)[\"']");
  private static final Pattern UNEXPECTED = Pattern.compile("Unexpected character \\('(.*?)'");

  private JsonParsing() {}

  static JsonNode parse(String text, String name) throws McxFormatException {
    if (text.isBlank()) {
      throw FileInput.notMcx(name, "it is empty");
    }
    try (JsonParser parser = MAPPER.createParser(text)) {
      try {
        JsonNode node = MAPPER.readTree(parser);
        if (parser.nextToken() == null) {
          return node;
        }
      } catch (JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        boolean known = at != null && at.getLineNr() > 0;
        throw refused(name, known ? at : parser.currentLocation(), words(e));
      }
      String[] said = {
        "Something follows after the end of the design.", "Remove what stands behind the last }."
      };
      throw refused(name, parser.currentTokenLocation(), said);
    }
  }

  /** A tree from text that this program has checked before. */
  static JsonNode trusted(String json) {
    return MAPPER.readTree(json);
  }

  private static McxFormatException refused(
      String name, TokenStreamLocation at, String[] reasonAndWayOut) {
    return new McxFormatException(
        name,
        List.of(
            new Problem(
                Problem.Kind.SYNTAX,
                at.getLineNr(),
                at.getColumnNr(),
                "",
                reasonAndWayOut[0],
                reasonAndWayOut[1])));
  }

  /** Reason and way out. */
  private static String[] words(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (e instanceof StreamConstraintsException) {
      return constraint(message.toLowerCase(Locale.ROOT));
    }
    if (e instanceof UnexpectedEndOfInputException || message.contains("end-of-input")) {
      return new String[] {
        "The file ends in the middle.",
        "It may have been cut off; take it from a backup or from git."
      };
    }
    Matcher duplicate = DUPLICATE.matcher(message);
    if (duplicate.find()) {
      return new String[] {
        "The key “" + duplicate.group(1) + "” stands twice in one object.", "Remove one of the two."
      };
    }
    if (message.contains("NaN") || message.contains("INF") || message.contains("Infinity")) {
      return new String[] {"NaN and Infinity are no numbers in JSON.", "Write a number."};
    }
    Matcher unexpected = UNEXPECTED.matcher(message);
    if (unexpected.find()) {
      String hint =
          unexpected.group(1).matches("[<>=]")
              ? "If git left conflict marks in the file, resolve the conflict."
              : "A comma, quotation mark or bracket may be missing or too many.";
      return new String[] {"“" + unexpected.group(1) + "” cannot stand here.", hint};
    }
    int end = message.indexOf('\n');
    return new String[] {
      "This is no JSON: " + (end < 0 ? message : message.substring(0, end)) + ".",
      "A comma, quotation mark or bracket may be missing or too many."
    };
  }

  private static String[] constraint(String message) {
    String shorten = "Make it shorter.";
    if (message.contains("depth")) {
      return new String[] {
        "Objects and lists are nested deeper than " + Limits.DEPTH + " levels.",
        "No design needs that; check where the file comes from."
      };
    }
    if (message.contains("token")) {
      return new String[] {
        "The file holds more than " + Limits.TOKENS + " values.",
        "Split the design, or write prefixes as ranges."
      };
    }
    if (message.contains("number")) {
      return new String[] {
        "A number has more than " + Limits.NUMBER_LENGTH + " characters.", shorten
      };
    }
    if (message.contains("name")) {
      return new String[] {"A key has more than " + Limits.KEY_LENGTH + " characters.", shorten};
    }
    return new String[] {"A text has more than " + Limits.TEXT_LENGTH + " characters.", shorten};
  }

  /** The lines where these places of a well-formed text stand; a place not found has none. */
  static Map<String, TokenStreamLocation> locations(String text, Set<String> pointers) {
    Map<String, TokenStreamLocation> found = new HashMap<>();
    try (JsonParser parser = MAPPER.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
          continue;
        }
        String pointer = pointer(parser, token);
        if (pointer != null && pointers.contains(pointer)) {
          found.putIfAbsent(pointer, parser.currentTokenLocation());
          if (found.size() == pointers.size()) {
            break;
          }
        }
      }
    }
    return found;
  }

  private static @Nullable String pointer(JsonParser parser, JsonToken token) {
    boolean opens = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
    if (opens) {
      var outer = parser.streamReadContext().getParent();
      return outer == null ? null : outer.pathAsPointer().toString();
    }
    return parser.streamReadContext().pathAsPointer().toString();
  }
}
