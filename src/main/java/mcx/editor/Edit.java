package mcx.editor;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import mcx.design.Id;
import mcx.diagram.Document;
import org.jspecify.annotations.Nullable;

/**
 * A named change of a document.
 *
 * @param label what people see in “Undo …”, such as {@code Move 3 elements}
 * @param mergeKey consecutive edits with the same key become one step of the history, as when
 *     typing in one field; null where each is a step of its own
 * @param change a pure function; what it throws as {@link IllegalArgumentException} is the reason
 *     why the edit is refused
 */
public record Edit(String label, @Nullable String mergeKey, Function<Document, Result> change) {

  /**
   * What an edit makes of a document.
   *
   * @param document the document after the edit
   * @param selection what is selected then; null to leave the selection
   */
  public record Result(Document document, @Nullable SortedSet<Id> selection) {

    /** A result that selects these. */
    public static Result selecting(Document document, Collection<Id> selection) {
      return new Result(document, new TreeSet<>(selection));
    }
  }

  /** An edit that leaves the selection. */
  public Edit(String label, UnaryOperator<Document> change) {
    this(label, null, document -> new Result(change.apply(document), null));
  }

  /** This edit, merging with the one before it where that has the same key. */
  public Edit merging(String key) {
    return new Edit(label, key, change);
  }
}
