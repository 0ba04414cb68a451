package mcx.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcx.analysis.Analysis;
import mcx.analysis.Budget;
import mcx.design.Id;
import mcx.paint.Overlay;
import org.jspecify.annotations.Nullable;

/** Every prefix limit of the design with what it counts, the fullest first, and room for growth. */
final class LimitsPane extends VBox {

  /** How many letters of a limit's name fit into one line. */
  private static final int LINE = 27;

  private final Consumer<Spotlight> canvas;
  private final Rows<Budget> rows =
      new Rows<>(
          b ->
              Arrays.asList(
                  b.label(), b.what(), b.rule(), b.count(), b.limit(), b.networks(), b.sites()));
  private final TableView<Budget> table =
      Columns.table(rows, Texts.get("limits.empty"), Texts.get("limits.emptyHint"));
  private final VBox detail = new VBox(4);
  private final GrowthBox growth;
  private boolean refreshing;

  /**
   * @param grower works out what growth does, away from the window's thread
   */
  LimitsPane(Consumer<Spotlight> canvas, GrowthBox.Grower grower) {
    this.canvas = canvas;
    this.growth = new GrowthBox(grower, canvas);
    table.setId("limits");
    table.getColumns().add(Columns.of(Texts.get("limits.what"), 212, LimitsPane::whatCell));
    table.getColumns().add(Columns.of(Texts.get("limits.count"), 118, LimitsPane::countCell));
    table.getColumns().add(Columns.of(Texts.get("limits.room"), 74, LimitsPane::roomCell));
    VBox.setVgrow(table, Priority.ALWAYS);
    detail.getStyleClass().add("pane-content");
    detail.setId("limit-detail");
    getChildren().addAll(table, detail, growth);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            b -> {
              if (!refreshing) {
                tell(b);
                reveal();
              }
            });
  }

  void refresh(Analysis analysis) {
    Budget before = table.getSelectionModel().getSelectedItem();
    refreshing = true;
    rows.show(analysis.budgets());
    int again = before == null ? -1 : Places.first(rows, b -> b.id().equals(before.id()));
    Places.choose(table.getSelectionModel(), again);
    refreshing = false;
    tell(again < 0 ? null : rows.get(again));
    growth.refresh(analysis);
  }

  /** Lights up what the chosen limit counts over. */
  void reveal() {
    Budget b = table.getSelectionModel().getSelectedItem();
    if (b == null) {
      canvas.accept(Spotlight.NONE);
      return;
    }
    List<Id> told = new ArrayList<>(List.of(b.holder()));
    if (b.link() != null) {
      told.add(b.link());
    }
    told.addAll(b.origins().keySet());
    canvas.accept(on -> Overlay.ofEvidence(told));
  }

  private void tell(@Nullable Budget b) {
    detail.getChildren().clear();
    detail.setVisible(b != null);
    detail.setManaged(b != null);
    if (b == null) {
      return;
    }
    detail
        .getChildren()
        .add(
            Parts.paragraph(
                b.exceeded()
                    ? Texts.get("limits.exceeded", b.count(), b.max(), b.what())
                    : Texts.get("limits.headroom", b.headroom(), b.what()),
                "strong"));
    detail.getChildren().add(Parts.paragraph(Texts.get("limits.beyond", b.consequence()), "muted"));
    room(b.networks(), "limits.roomNetworks");
    room(b.sites(), "limits.roomSites");
    if (!b.limit().source().isEmpty()) {
      detail.getChildren().add(Parts.paragraph(b.limit().source(), "source"));
    }
  }

  private void room(Budget.@Nullable Room room, String key) {
    if (room != null) {
      detail.getChildren().add(Parts.paragraph(Texts.get(key, room.more(), room.size()), "muted"));
    }
  }

  private static Node whatCell(Budget b) {
    // A label that wraps by itself has no height of its own in a table's cell.
    VBox label = new VBox();
    for (String line : lines(b.label())) {
      label.getChildren().add(Parts.label(line, "cell"));
    }
    Parts.tip(label, b::label);
    HBox kind = new HBox(6, Parts.label(b.what(), "muted"));
    if (!b.rule().isEmpty()) {
      kind.getChildren().add(Parts.label(b.rule(), "rule-id"));
    }
    kind.setAlignment(Pos.CENTER_LEFT);
    return new VBox(1, label, kind);
  }

  /** The text in as many lines as it takes, none longer than the column is wide. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > LINE && rest.lastIndexOf(' ', LINE) > 0) {
      int end = rest.lastIndexOf(' ', LINE);
      lines.add(rest.substring(0, end));
      rest = rest.substring(end + 1);
    }
    lines.add(rest);
    return lines;
  }

  private static Node countCell(Budget b) {
    return new LimitMeter(b.count(), b.limit());
  }

  private static Node roomCell(Budget b) {
    Budget.Room room = b.networks() == null ? b.sites() : b.networks();
    if (room == null) {
      return Parts.label("–", "muted");
    }
    Label label =
        Parts.label(
            Texts.get("limits.more", room.more()), room.more() == 0 ? "cell-error" : "cell");
    Parts.tip(
        label,
        () ->
            Texts.get(
                b.networks() == null ? "limits.roomSites" : "limits.roomNetworks",
                room.more(),
                room.size()));
    return label;
  }
}
