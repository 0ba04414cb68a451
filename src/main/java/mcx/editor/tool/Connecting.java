package mcx.editor.tool;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.change.Joints;
import mcx.design.Id;
import mcx.editor.Joining;
import mcx.editor.Texts;
import mcx.editor.Words;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import mcx.paint.Interaction;
import mcx.paint.Scene;
import org.jspecify.annotations.Nullable;

/** A link is drawn from an element; the elements it may end at stay bright, the others dim. */
final class Connecting extends ToolState {

  private final Id from;
  private final Point origin;
  private final SortedSet<Id> targets = new TreeSet<>();
  private final SortedSet<Id> dimmed = new TreeSet<>();
  private final Map<Id, Joints.Answer> answers = new HashMap<>();
  private Preview preview = Preview.NONE;
  private @Nullable Id to;
  private Joints.@Nullable Answer answer;

  Connecting(Bench bench, Id from, PointerEvent start) {
    super(bench);
    this.from = from;
    this.origin = start.at();
    List<Scene.Box> near =
        bench.scene().boxes().stream()
            .sorted(Comparator.comparingDouble(b -> b.bounds().center().distance(origin)))
            .limit(asked(bench.design().elements().size()))
            .toList();
    for (Scene.Box box : near) {
      if (!box.id().equals(from)) {
        boolean possible = Joints.possible(bench.design(), bench.catalog(), from, box.id());
        (possible ? targets : dimmed).add(box.id());
      }
    }
    // A container stays bright with anything in it that may be the end.
    for (Id id : targets) {
      bench.design().ancestors(id).forEach(a -> dimmed.remove(a.id()));
    }
  }

  /**
   * How many elements around the start are asked beforehand whether a link may end there: the fewer
   * the larger the design, as each answer takes longer, so that the gesture starts at once.
   */
  private static int asked(int elements) {
    return Math.clamp(200_000 / Math.max(1, elements), 40, 300);
  }

  private Joints.Answer ask(Id end) {
    return answers.computeIfAbsent(
        end, id -> Joints.between(bench.design(), bench.catalog(), from, id));
  }

  @Override
  Preview preview() {
    return preview;
  }

  @Override
  Cursor cursor() {
    return answer != null && answer.offers().isEmpty() ? Cursor.FORBIDDEN : Cursor.CONNECT;
  }

  @Override
  ToolState dragged(PointerEvent event) {
    find(event.at());
    Interaction.State state = Interaction.State.OPEN;
    String status = Texts.get("status.connect", Words.name(bench.design(), from));
    if (answer != null) {
      if (answer.offers().isEmpty()) {
        state = Interaction.State.REFUSED;
        status = answer.refusal();
      } else {
        Joints.Offer usual = answer.offers().getFirst();
        state = usual.warning() ? Interaction.State.WARNED : Interaction.State.ALLOWED;
        status =
            usual.detail().isBlank()
                ? usual.label()
                : Texts.get("status.offer", usual.label(), usual.detail());
      }
    }
    preview =
        Preview.connecting(
            new Preview.HalfLink(from, start(event.at()), event.at(), to, state),
            targets,
            dimmed,
            status);
    return this;
  }

  /** The innermost element under the pointer that may be the end, or the innermost of all. */
  private void find(Point at) {
    to = null;
    answer = null;
    for (Id id : bench.elements(at)) {
      if (id.equals(from)) {
        return;
      }
      Joints.Answer here = ask(id);
      if (answer == null || !here.offers().isEmpty()) {
        to = id;
        answer = here;
      }
      if (!here.offers().isEmpty()) {
        return;
      }
    }
  }

  /** Where the line leaves the element: its border, on the way to the pointer. */
  private Point start(Point towards) {
    Rect bounds = bench.diagram().bounds(from);
    if (bounds == null || bounds.contains(towards)) {
      return origin;
    }
    return new Point(
        Math.clamp(towards.x(), bounds.x(), bounds.right()),
        Math.clamp(towards.y(), bounds.y(), bounds.bottom()));
  }

  @Override
  ToolState released(PointerEvent event) {
    find(event.at());
    if (to != null) {
      Joining.join(bench.session, bench.host, from, to, event.at());
    }
    return new Idle(bench).moved(event);
  }
}
