package mcx.editor.tool;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.design.Id;
import mcx.diagram.Hit;
import mcx.editor.Edits;
import mcx.geometry.Point;
import org.jspecify.annotations.Nullable;

/** The button went down: becomes a click where it comes up near, and a drag beyond four pixels. */
final class Pressing extends ToolState {

  /** How far the pointer may tremble in a click, in pixels. */
  static final double THRESHOLD = 4;

  private final PointerEvent start;
  private final @Nullable Hit hit;

  Pressing(Bench bench, PointerEvent start) {
    super(bench);
    this.start = start;
    this.hit = bench.hit(start.at());
    SortedSet<Id> selection = bench.session.selection();
    // What is pressed is selected at once, so that a drag takes it along; a modifier waits for the
    // release, as it may turn out to mean a copy or a locked axis.
    if (hit != null && start.modifiers().isEmpty() && !selection.contains(hit.id())) {
      bench.session.select(List.of(hit.id()));
    }
  }

  @Override
  ToolState dragged(PointerEvent event) {
    double far = Math.hypot(event.viewX() - start.viewX(), event.viewY() - start.viewY());
    if (far < THRESHOLD) {
      return this;
    }
    return gesture().dragged(event);
  }

  private ToolState gesture() {
    if (hit == null) {
      return new RubberBand(bench, start);
    }
    return switch (hit.kind()) {
      case BORDER -> new Connecting(bench, hit.id(), start);
      case ELEMENT, NOTE -> new Dragging(bench, hit.id(), start);
      case BEND, LINK -> new Bending(bench, hit, start);
      case LABEL -> new RubberBand(bench, start);
    };
  }

  @Override
  ToolState released(PointerEvent event) {
    if (hit == null) {
      if (!event.has(Modifier.SHIFT) && !event.has(Modifier.CTRL)) {
        bench.session.select(List.of());
      }
    } else if (event.clicks() == 2) {
      opened(hit);
    } else if (event.has(Modifier.ALT)) {
      bench.session.select(List.of(below()));
    } else if (event.has(Modifier.SHIFT) || event.has(Modifier.CTRL)) {
      bench.session.toggleSelected(List.of(hit.id()));
    } else {
      bench.session.select(List.of(hit.id()));
    }
    return new Idle(bench).moved(event);
  }

  private void opened(Hit what) {
    if (what.kind() == Hit.Kind.BEND) {
      List<Point> bends = Bending.bends(bench, what.id());
      bends.remove(what.index());
      bench.apply(Edits.bend(bench.document(), what.id(), bends));
    } else {
      bench.host.renameInPlace(what.id());
    }
  }

  /** What lies under what is selected here; the topmost again after the lowest. */
  private Id below() {
    List<Id> pile =
        List.copyOf(
            new java.util.LinkedHashSet<>(bench.hits(start.at()).stream().map(Hit::id).toList()));
    SortedSet<Id> selected = new TreeSet<>(bench.session.selection());
    for (int i = 0; i < pile.size(); i++) {
      if (selected.contains(pile.get(i))) {
        return pile.get((i + 1) % pile.size());
      }
    }
    return pile.getFirst();
  }
}
