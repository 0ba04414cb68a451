package mcx.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command printed and ended with, called as a user calls it. */
record Shell(int code, String out, String err) {

  static Shell run(String... args) {
    Surroundings surroundings =
        new Surroundings(
            () -> true,
            Path.of("nowhere"),
            new SampleFolder(List.of(Path.of("samples"))),
            path -> {});
    CommandLine line = CommandLineFactory.create(surroundings);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    int code = line.execute(args);
    return new Shell(code, out.toString(), err.toString());
  }

  /** It ended well, and said these words in this order. */
  Shell says(String... words) {
    return ends(0, words);
  }

  /** It ended with this code, and said these words in this order. */
  Shell ends(int expected, String... words) {
    assertEquals(expected, code, err);
    assertEquals("", err);
    int at = 0;
    for (String word : words) {
      int found = out.indexOf(word, at);
      assertTrue(found >= 0, () -> word + " in:\n" + out);
      at = found + word.length();
    }
    return this;
  }

  Shell silentOn(String... words) {
    for (String word : words) {
      assertFalse(out.contains(word), () -> word + " in:\n" + out);
    }
    return this;
  }

  /** It refused, in a line or few, with all of these words. */
  Shell refuses(String... words) {
    assertEquals(2, code, err);
    assertEquals("", out);
    for (String word : words) {
      assertTrue(err.contains(word), () -> word + " in:\n" + err);
    }
    assertTrue(err.lines().count() <= 7, err);
    return this;
  }

  JsonNode json() {
    return JsonMapper.shared().readTree(out);
  }
}
