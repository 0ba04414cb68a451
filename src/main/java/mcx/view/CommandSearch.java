package mcx.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A field to type into and what fits it, over the window: for commands, elements and failures. */
final class CommandSearch {

  /**
   * Something that can be chosen.
   *
   * @param label what it is called
   * @param detail what it is, in a word or two
   * @param keys its keys; empty for none
   * @param enabled whether it can be chosen now
   */
  record Entry(String label, String detail, String keys, boolean enabled, Runnable work) {}

  private static final double WIDTH = 520;
  private static final double ROW = 34;
  private static final int ROWS = 10;

  private final Sheets sheets;

  CommandSearch(Sheets sheets) {
    this.sheets = sheets;
  }

  /** Opens the search. */
  void open(String prompt, List<Entry> entries) {
    TextField field = new TextField();
    field.setId("command-field");
    field.setPromptText(prompt);
    ListView<Entry> list = new ListView<>();
    list.setId("command-list");
    list.getStyleClass().add("panel-list");
    list.setCellFactory(l -> new Cell());
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    VBox card = new VBox(8, field, list);
    card.getStyleClass().addAll("sheet-card", "command-card");
    card.setPrefWidth(WIDTH);
    field
        .textProperty()
        .subscribe(
            text -> {
              List<Entry> found = matching(entries, text == null ? "" : text);
              list.getItems().setAll(found);
              list.getSelectionModel().selectFirst();
              list.setPrefHeight(ROW * Math.clamp(found.size(), 2, ROWS) + 4);
              list.setPlaceholder(
                  Parts.paragraph(Texts.get("command.none", text == null ? "" : text), "muted"));
            });
    field.setOnKeyPressed(
        e -> {
          int at = list.getSelectionModel().getSelectedIndex();
          if (e.getCode() == KeyCode.DOWN && at + 1 < list.getItems().size()) {
            list.getSelectionModel().select(at + 1);
            list.scrollTo(Math.max(0, at + 2 - ROWS));
            e.consume();
          } else if (e.getCode() == KeyCode.UP && at > 0) {
            list.getSelectionModel().select(at - 1);
            list.scrollTo(Math.max(0, at - 1));
            e.consume();
          } else if (e.getCode() == KeyCode.ENTER) {
            choose(list.getSelectionModel().getSelectedItem());
            e.consume();
          }
        });
    list.setOnMouseClicked(e -> choose(list.getSelectionModel().getSelectedItem()));
    sheets.show(card, Pos.TOP_CENTER, () -> {});
    field.requestFocus();
  }

  private void choose(@Nullable Entry entry) {
    if (entry != null && entry.enabled()) {
      sheets.close();
      entry.work().run();
    }
  }

  /** What holds all words typed, what begins with them first. */
  static List<Entry> matching(List<Entry> entries, String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    String[] words = wanted.split("\\s+");
    List<Entry> first = new ArrayList<>();
    List<Entry> then = new ArrayList<>();
    for (Entry e : entries) {
      String text = (e.label() + " " + e.detail()).toLowerCase(Locale.ROOT);
      boolean all = true;
      for (String word : words) {
        all &= text.contains(word);
      }
      if (all) {
        (e.label().toLowerCase(Locale.ROOT).startsWith(wanted) ? first : then).add(e);
      }
    }
    first.addAll(then);
    return first;
  }

  private static final class Cell extends ListCell<Entry> {
    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      setText(null);
      setGraphic(empty || entry == null ? null : row(entry));
    }

    private static Node row(Entry entry) {
      HBox row =
          new HBox(
              10,
              Parts.label(entry.label(), entry.enabled() ? "cell" : "cell-muted"),
              Parts.label(entry.detail(), "cell-muted", "small"),
              Parts.spacer(),
              Parts.label(entry.keys(), "command-key"));
      row.setAlignment(Pos.CENTER_LEFT);
      return row;
    }
  }
}
