package mcx.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
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

/**
 * The values of the selected element or link, to see and to change. It follows what becomes of the
 * thing that it shows; that another is selected it is told by {@link #refresh}.
 */
final class InspectorPane extends BorderPane {

  private static final int MOST_FORMS = 8;

  private final EditingSession session;
  private final Label title = Parts.label("", "strong");
  private final Label kind = Parts.label("", "muted");
  private final VBox content = new VBox();
  private final ScrollPane scroll;
  private final Map<String, Boolean> opened = new HashMap<>();

  /** The forms of the last kinds of things, the last first: to make one takes several frames. */
  private final Deque<InspectorForm> forms = new ArrayDeque<>();

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
    session.documentProperty().subscribe(d -> refreshSame());
    session.catalogProperty().subscribe(c -> refreshSame());
  }

  /** How high it would be with all its values in view. */
  double wantedHeight() {
    applyCss();
    return getTop().prefHeight(getWidth()) + content.prefHeight(getWidth()) + 2;
  }

  /** Shows what changed of the thing that it shows already. */
  private void refreshSame() {
    if (session.selection().size() == 1 && session.selection().first().equals(subject)) {
      refresh();
    }
  }

  /** Shows what is selected now. */
  void refresh() {
    var ids = session.selection();
    Document document = session.document();
    if (ids.size() != 1) {
      subject = null;
      title.setText(ids.isEmpty() ? "" : Texts.get("inspector.several", ids.size()));
      kind.setText("");
      present(several);
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
    InspectorForm form = form(sections);
    form.show(sections, another || form != forms.peekFirst());
    forms.remove(form);
    forms.addFirst(form);
    while (forms.size() > MOST_FORMS) {
      content.getChildren().remove(forms.removeLast());
    }
    present(form);
    if (another) {
      scroll.setVvalue(0);
    }
  }

  /** A form for these sections: one that is there already, or a new one. */
  private InspectorForm form(List<Section> sections) {
    return forms.stream()
        .filter(f -> f.fits(sections))
        .findFirst()
        .orElseGet(() -> new InspectorForm(sections, this::apply, opened, unfolded));
  }

  /** Shows this and nothing else. What is out of sight stays where it is: to come back is easy. */
  private void present(Node shown) {
    if (!content.getChildren().contains(shown)) {
      content.getChildren().add(shown);
    }
    for (Node n : content.getChildren()) {
      n.setVisible(n == shown);
      n.setManaged(n == shown);
    }
    // Who looks for a field by its name finds that of the form in sight first.
    shown.toBack();
  }

  private void apply(Edit edit) {
    session.apply(Objects.requireNonNull(edit));
  }
}
