package mcx.analysis;

import java.util.Locale;
import mcx.compile.Note;

/**
 * The text of a note, taken apart: its first sentence is a title, with a capital.
 *
 * @param title the first sentence, without its full stop
 * @param rest what follows; empty for nothing
 */
public record NoteText(String title, String rest) {

  public static NoteText of(Note note) {
    int end = note.text().indexOf(". ");
    String title = end < 0 ? note.text() : note.text().substring(0, end);
    String rest = end < 0 ? "" : note.text().substring(end + 2);
    title = title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
    String first = title.isEmpty() ? "" : title.substring(0, 1).toUpperCase(Locale.ROOT);
    return new NoteText(first + title.substring(first.length()), rest);
  }
}
