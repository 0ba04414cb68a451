package mcx.editor.tool;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import mcx.catalog.Catalog;
import mcx.design.Design;
import mcx.design.Id;
import mcx.diagram.Diagram;
import mcx.diagram.Document;
import mcx.diagram.Hit;
import mcx.editor.DisplayOptions;
import mcx.editor.Edit;
import mcx.editor.EditingSession;
import mcx.editor.EditorHost;
import mcx.editor.Viewport;
import mcx.geometry.Point;
import mcx.paint.Scene;
import org.jspecify.annotations.Nullable;

/** What all tool states work with. */
final class Bench {

  /** How far from a line or border still counts, in pixels. */
  private static final double TOLERANCE = 5;

  /** How near neighbours pull, in pixels. */
  private static final double SNAP = 6;

  final EditingSession session;
  final EditorHost host;
  final DisplayOptions options;
  final ObjectProperty<Viewport> viewport = new SimpleObjectProperty<>(Viewport.START);
  private final Supplier<Scene> scene;

  Bench(EditingSession session, EditorHost host, DisplayOptions options, Supplier<Scene> scene) {
    this.session = session;
    this.host = host;
    this.options = options;
    this.scene = scene;
  }

  Document document() {
    return session.document();
  }

  Design design() {
    return session.document().design();
  }

  Catalog catalog() {
    return session.catalog();
  }

  /** The diagram with a place for every element. */
  Diagram diagram() {
    return scene.get().diagram();
  }

  Scene scene() {
    return scene.get();
  }

  double tolerance() {
    return TOLERANCE / viewport.get().zoom();
  }

  double snapTolerance() {
    return SNAP / viewport.get().zoom();
  }

  /** Everything under the point, the topmost first. */
  List<Hit> hits(Point at) {
    return scene.get().hitTest().all(at, tolerance());
  }

  @Nullable Hit hit(Point at) {
    return scene.get().hitTest().at(at, tolerance());
  }

  /** The elements under the point, the topmost first. */
  List<Id> elements(Point at) {
    return hits(at).stream()
        .filter(h -> h.kind() == Hit.Kind.ELEMENT || h.kind() == Hit.Kind.BORDER)
        .map(Hit::id)
        .toList();
  }

  /** Applies an edit; where it is refused, says why. */
  boolean apply(Edit edit) {
    boolean changed = session.apply(edit);
    String refusal = session.refusalProperty().get();
    if (!changed && !refusal.isEmpty()) {
      host.tell(refusal);
    }
    return changed;
  }
}
