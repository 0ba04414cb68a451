package mcx.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;
import mcx.design.Setting;
import org.junit.jupiter.api.Test;

/**
 * The published schema describes each setting: its type, its bounds, and in the inspector's words
 * what it is. With {@code -Dschema=apply} it is written so.
 */
class SettingsSchemaTest {

  private static final Path SCHEMA = Path.of("src/main/resources/mcx/format/mcx.schema.json");
  private static final String START = "    \"settings\": {\n";
  private static final String END = "\n    }\n  }\n}\n";

  @Test
  void theSchemaDescribesEachSetting() throws IOException {
    Properties words = new Properties();
    try (var in =
        Files.newBufferedReader(Path.of("src/main/resources/mcx/editor/messages.properties"))) {
      words.load(in);
    }
    String text = Files.readString(SCHEMA);
    int start = text.lastIndexOf(START);
    assertTrue(start > 0 && text.endsWith(END));
    String expected =
        """
              "description": "What is set of it beyond its own fields. A key not named here is of a later version, and kept.",
              "type": "object",
              "properties": {
        """
            + Arrays.stream(Setting.values())
                .map(s -> "        \"" + s.key() + "\": {" + described(s, words) + "}")
                .collect(Collectors.joining(",\n"))
            + "\n      }";
    String all = text.substring(0, start + START.length()) + expected + END;
    if ("apply".equals(System.getProperty("schema"))) {
      Files.writeString(SCHEMA, all);
    } else {
      assertEquals(all, text);
    }
  }

  private static String described(Setting setting, Properties words) {
    String help = words.getProperty("help.setting." + setting.key());
    assertTrue(help != null && !help.isBlank(), "help.setting." + setting.key() + " is missing");
    String label = words.getProperty("field.setting." + setting.key());
    assertTrue(label != null && !label.isBlank(), "field.setting." + setting.key() + " is missing");
    Setting.Kind kind = setting.kind();
    String type =
        switch (kind.form()) {
          case FLAG -> "\"type\": \"boolean\"";
          case NUMBER ->
              "\"type\": \"integer\", \"minimum\": "
                  + kind.least()
                  + ", \"maximum\": "
                  + kind.most();
          case CHOICE ->
              "\"enum\": "
                  + kind.options().stream()
                      .map(o -> "\"" + o + "\"")
                      .collect(Collectors.joining(", ", "[", "]"));
          case TEXT ->
              "\"type\": \"string\", \"pattern\": \"^("
                  + kind.pattern().replace("\\", "\\\\")
                  + ")$\"";
          case PREFIXES -> "\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/prefix\"}";
        };
    return "\"description\": \"" + help.replace("\"", "\\\"") + "\", " + type;
  }
}
