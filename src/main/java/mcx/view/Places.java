package mcx.view;

import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.SelectionModel;

/**
 * Where rows stand in lists and tables. What was chosen in an older result is chosen again by its
 * place: looking for an equal row would compare whole results.
 */
final class Places {

  private Places() {}

  /** The place of the first row that is wanted; -1 where none is. */
  static <T> int first(List<T> rows, Predicate<T> wanted) {
    for (int i = 0; i < rows.size(); i++) {
      if (wanted.test(rows.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Chooses this row and no other; nothing for -1. */
  static void choose(SelectionModel<?> model, int place) {
    model.clearSelection();
    if (place >= 0) {
      model.select(place);
    }
  }
}
