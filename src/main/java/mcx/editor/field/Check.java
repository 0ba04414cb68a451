package mcx.editor.field;

import org.jspecify.annotations.Nullable;

/**
 * What became of a text typed into a field.
 *
 * @param value the value it stands for; null also where the text is empty and may be
 * @param problem what is wrong, why, and what would be right; empty where nothing is
 * @param warning what a vendor would make of it; empty for nothing. Does not keep the value out
 */
public record Check(@Nullable Object value, String problem, String warning) {

  static Check good(@Nullable Object value) {
    return new Check(value, "", "");
  }

  static Check bad(String problem) {
    return new Check(null, problem, "");
  }

  Check warn(String text) {
    return new Check(value, problem, text);
  }

  /** Whether the value may enter the document. */
  public boolean ok() {
    return problem.isEmpty();
  }
}
