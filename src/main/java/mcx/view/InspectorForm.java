package mcx.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import mcx.editor.Edit;
import mcx.editor.field.Section;

/**
 * The sections of one kind of thing below each other, all but the first with a heading to fold it
 * by. It can be kept, out of sight, for the next thing of its kind.
 */
final class InspectorForm extends VBox {

  private final List<InspectorSection> sections = new ArrayList<>();
  private final Map<String, Boolean> opened;
  private final Runnable unfolded;
  private boolean showing;

  /**
   * @param opened what somebody folded or unfolded, by the keys of sections; added to
   * @param unfolded is told when somebody unfolded a section
   */
  InspectorForm(
      List<Section> first, Consumer<Edit> apply, Map<String, Boolean> opened, Runnable unfolded) {
    this.opened = opened;
    this.unfolded = unfolded;
    for (Section s : first) {
      InspectorSection section = new InspectorSection(s, apply);
      getChildren().add(sections.isEmpty() ? section.body() : folding(s, section));
      sections.add(section);
    }
  }

  /** Whether this form can show these sections, of another thing or of the same after an edit. */
  boolean fits(List<Section> others) {
    return others.size() == sections.size()
        && IntStream.range(0, others.size()).allMatch(i -> sections.get(i).fits(others.get(i)));
  }

  /**
   * Shows sections that {@linkplain #fits fit}.
   *
   * @param another whether they are of another thing than those before, so that folding begins anew
   */
  void show(List<Section> others, boolean another) {
    showing = true;
    for (int i = 0; i < others.size(); i++) {
      Section s = others.get(i);
      sections.get(i).show(s);
      if (getChildren().get(i) instanceof TitledPane pane) {
        pane.setText(s.title());
        if (another) {
          pane.setExpanded(isOpen(s));
        }
      }
    }
    showing = false;
  }

  /** Only what somebody folds or unfolds counts for the next: what is set stays in sight. */
  private boolean isOpen(Section s) {
    return opened.getOrDefault(s.key(), !s.expert());
  }

  /** A section with its heading; its fields are made when they are first looked at. */
  private Node folding(Section s, InspectorSection section) {
    TitledPane pane = new TitledPane();
    pane.setText(s.title());
    pane.setAnimated(false);
    pane.getStyleClass().add("inspector-section");
    pane.setExpanded(isOpen(s));
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
              if (showing) {
                return;
              }
              opened.put(s.key(), open);
              if (open) {
                unfolded.run();
              }
            });
    return pane;
  }
}
