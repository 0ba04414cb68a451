package mcx.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import javafx.collections.ModifiableObservableListBase;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table or a list that an edit may change. Newer rows take the place of older ones
 * without a word to the control, which would lay out and style all its cells anew; the cells that
 * are on show are asked to draw their row again, and do where it looks different.
 *
 * <p>What is selected stays selected by its place; the control's selected item is the older row
 * until something is selected again.
 */
final class Rows<R> extends ModifiableObservableListBase<R> {

  private final Function<? super R, ?> look;
  private final List<R> rows = new ArrayList<>();
  private final Set<Drawn<?>> onShow = Collections.newSetFromMap(new WeakHashMap<>());

  /**
   * @param look what cells show of a row, as something that can be compared
   */
  Rows(Function<? super R, ?> look) {
    this.look = look;
  }

  /** Shows these rows in the place of those before. */
  void show(List<? extends R> newest) {
    int common = Math.min(rows.size(), newest.size());
    for (int i = 0; i < common; i++) {
      rows.set(i, newest.get(i));
    }
    if (rows.size() > common) {
      remove(common, rows.size());
    } else if (newest.size() > common) {
      addAll(newest.subList(common, newest.size()));
    }
    renew();
  }

  /** Draws what looks different now, for a reason beyond the rows themselves. */
  void renew() {
    // Many cells show the same row.
    Map<Object, Object> looks = new IdentityHashMap<>();
    List.copyOf(onShow).forEach(d -> d.renew(looks));
  }

  /** A cell of a list. */
  ListCell<R> listCell(Function<? super R, ? extends Node> draw) {
    return new RowListCell<>(this, draw);
  }

  @Override
  public R get(int index) {
    return rows.get(index);
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  protected void doAdd(int index, R row) {
    rows.add(index, row);
  }

  @Override
  protected R doSet(int index, R row) {
    return rows.set(index, row);
  }

  @Override
  protected R doRemove(int index) {
    return rows.remove(index);
  }

  /** What a cell shows, with the look of the row that it was drawn from. */
  static final class Drawn<R> {
    private final IndexedCell<R> cell;
    private final Function<? super R, ? extends Node> draw;
    private @Nullable Rows<R> rows;
    private @Nullable Object look;

    Drawn(IndexedCell<R> cell, Function<? super R, ? extends Node> draw) {
      this.cell = cell;
      this.draw = draw;
    }

    /**
     * Draws the row.
     *
     * @param from the rows it is one of
     * @param row null for none
     */
    void show(Rows<R> from, @Nullable R row) {
      if (from != rows) {
        from.onShow.add(this);
        rows = from;
      }
      if (row == null) {
        look = null;
        cell.setGraphic(null);
        return;
      }
      show(row, from.look.apply(row));
    }

    private void show(R row, Object now) {
      if (!now.equals(look)) {
        look = now;
        cell.setGraphic(draw.apply(row));
      }
    }

    private void renew(Map<Object, Object> looks) {
      int at = cell.getIndex();
      Rows<R> from = Objects.requireNonNull(rows);
      if (!cell.isEmpty() && at >= 0 && at < from.size()) {
        R row = from.get(at);
        cell.setItem(row);
        show(row, looks.computeIfAbsent(row, r -> from.look.apply(row)));
      }
    }
  }

  private static final class RowListCell<R> extends ListCell<R> {
    private final Rows<R> rows;
    private final Drawn<R> drawn;

    RowListCell(Rows<R> rows, Function<? super R, ? extends Node> draw) {
      this.rows = rows;
      drawn = new Drawn<>(this, draw);
      // As wide as the list, never wider: what does not fit is shortened.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
      super.updateItem(row, empty);
      drawn.show(rows, empty ? null : row);
    }
  }
}
