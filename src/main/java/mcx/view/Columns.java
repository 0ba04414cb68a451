package mcx.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Columns of tables whose cells are drawn from the whole row. */
final class Columns {

  private static final double TOOLKIT_DEFAULT = 80;

  /** What a cell keeps free on its left and right, together. */
  private static final double PADDING = 14;

  private Columns() {}

  /** A table in the panel's own density. */
  static <R> TableView<R> table(Rows<R> rows, String emptyTitle, String emptyHint) {
    TableView<R> table = new TableView<>(rows);
    table.getStyleClass().addAll("panel-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    whenEmpty(table, emptyTitle, emptyHint);
    return table;
  }

  /** What an empty table says from now on. */
  static void whenEmpty(TableView<?> table, String title, String hint) {
    table.setPlaceholder(Parts.emptyState(new javafx.scene.layout.Region(), title, hint));
  }

  /**
   * A column of a {@link #table}.
   *
   * @param share its width in pixels, as a share of the table's where that differs; never 80, the
   *     toolkit's default, for which it would make and measure every cell of the column
   * @param cell draws the cell of a row
   */
  static <R> TableColumn<R, R> of(String title, double share, Function<R, Node> cell) {
    if (share == TOOLKIT_DEFAULT) {
      throw new IllegalArgumentException(
          "A column as wide as the default is measured by its cells");
    }
    TableColumn<R, R> column = new TableColumn<>(title);
    column.setPrefWidth(share);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(data.getValue()));
    column.setCellFactory(c -> new RowCell<>(cell));
    return column;
  }

  private static final class RowCell<R> extends TableCell<R, R> {
    private final Rows.Drawn<R> drawn;

    RowCell(Function<R, Node> draw) {
      drawn = new Rows.Drawn<>(this, draw);
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
      super.updateItem(row, empty);
      drawn.show((Rows<R>) getTableView().getItems(), empty ? null : row);
    }
  }

  /** A column of texts that break into as many lines as they need. */
  static <R> TableColumn<R, R> words(String title, double share, Function<R, String> text) {
    List<TableColumn<R, R>> made = new ArrayList<>();
    TableColumn<R, R> column = of(title, share, row -> words(text.apply(row), made.getFirst()));
    made.add(column);
    return column;
  }

  /** A text as wide as its column. A label would be measured as if it had one line. */
  private static Text words(String text, TableColumn<?, ?> column) {
    Text words = new Text(text);
    words.getStyleClass().add("cell-words");
    words.wrappingWidthProperty().bind(column.widthProperty().subtract(PADDING));
    return words;
  }
}
