package mcx.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mcx.design.Id;
import mcx.diagram.Document;
import mcx.editor.Edit;
import mcx.editor.EditingSession;
import mcx.editor.field.Fields;
import mcx.editor.field.Section;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The values of the selected element or link, to see and to change. */
final class InspectorPane extends BorderPane {

  private final EditingSession session;
  private final Label title = Parts.label("", "strong");
  private final Label kind = Parts.label("", "muted");
  private final VBox content = new VBox();
  private final ScrollPane scroll;
  private final Map<String, Boolean> opened = new HashMap<>();
  private final List<InspectorSection> shown = new ArrayList<>();

  /** What shows the sections; it stays while something else, or nothing, is selected. */
  private final List<Node> nodes = new ArrayList<>();

  private final Label several =
      Parts.paragraph(Texts.get("inspector.severalHint"), "muted", "inspector-hint");
  private final Runnable unfolded;
  private @Nullable Id subject;

  /**
   * @param unfolded is told when a section was unfolded, so that there is more to see
   */
  InspectorPane(EditingSession session, Runnable unfolded) {
    this.session = session;
    this.unfolded = unfolded;
    getStyleClass().add("inspector");
    setId("inspector");
    title.setMinWidth(0);
    kind.setMinWidth(0);
    HBox head =
        new HBox(
            8,
            title,
            kind,
            Parts.spacer(),
            Parts.iconButton(
                Material2OutlinedAL.CLOSE,
                Texts.get("inspector.close"),
                () -> session.select(List.of())));
    head.getStyleClass().add("inspector-head");
    scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("pane-scroll");
    setTop(head);
    setCenter(scroll);
    setMinHeight(100);
    session.selectionProperty().subscribe(s -> refresh());
    session.documentProperty().subscribe(d -> refresh());
    session.catalogProperty().subscribe(c -> refresh());
  }

  /** How high it would be with all its values in view. */
  double wantedHeight() {
    applyCss();
    return getTop().prefHeight(getWidth()) + content.prefHeight(getWidth()) + 2;
  }

  private void refresh() {
    var ids = session.selection();
    Document document = session.document();
    if (ids.size() != 1) {
      subject = null;
      title.setText(ids.isEmpty() ? "" : Texts.get("inspector.several", ids.size()));
      kind.setText("");
      content.getChildren().setAll(several);
      return;
    }
    Id id = ids.first();
    var element = document.design().element(id);
    boolean note = document.diagram().notes().containsKey(id);
    title.setText(note ? Texts.get("inspector.note") : Names.of(document.design(), id));
    kind.setText(element == null ? "" : Names.kind(element));
    List<Section> sections = Fields.of(document, session.catalog(), id);
    boolean another = !id.equals(subject);
    subject = id;
    if (fits(sections, another)) {
      for (int i = 0; i < sections.size(); i++) {
        shown.get(i).show(sections.get(i));
      }
    } else {
      build(sections);
    }
    if (!content.getChildren().equals(nodes)) {
      content.getChildren().setAll(nodes);
    }
    if (another) {
      scroll.setVvalue(0);
    }
  }

  /**
   * Whether the fields that are there, of whatever was selected last, can show these.
   *
   * @param another whether they are of something else, so that folding begins anew
   */
  private boolean fits(List<Section> sections, boolean another) {
    return sections.size() == shown.size()
        && IntStream.range(0, shown.size())
            .allMatch(
                i ->
                    shown.get(i).fits(sections.get(i))
                        && (!another || shown.get(i).isExpert() == sections.get(i).expert()));
  }

  private void build(List<Section> sections) {
    shown.clear();
    nodes.clear();
    for (Section s : sections) {
      InspectorSection section = new InspectorSection(s, this::apply);
      shown.add(section);
      nodes.add(nodes.isEmpty() ? section.body() : folding(s, section));
    }
  }

  /** A section with a heading to fold it by; its fields are made when they are first looked at. */
  private TitledPane folding(Section s, InspectorSection section) {
    TitledPane pane = new TitledPane();
    pane.setText(s.title());
    pane.setAnimated(false);
    pane.getStyleClass().add("inspector-section");
    pane.setExpanded(opened.getOrDefault(s.key(), !s.expert()));
    pane.expandedProperty()
        .subscribe(
            open -> {
              if (open && pane.getContent() == null) {
                pane.setContent(section.body());
              }
            });
    pane.expandedProperty()
        .addListener(
            (o, was, open) -> {
              // Only what somebody folds or unfolds counts for the next: what is set stays in
              // sight.
              opened.put(s.key(), open);
              if (open) {
                unfolded.run();
              }
            });
    return pane;
  }

  /** Unfolds the section that has a field; nothing where none has it. */
  void reveal(String path) {
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).has(path) && nodes.get(i) instanceof TitledPane pane) {
        pane.setExpanded(true);
      }
    }
  }

  private void apply(Edit edit) {
    session.apply(Objects.requireNonNull(edit));
  }
}
