package mcx.editor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedSet;
import mcx.design.Id;
import mcx.diagram.Document;
import org.jspecify.annotations.Nullable;

/** The steps of a session that can be taken back and done again, the newest thousand. */
final class History {

  /** The most steps that are kept. */
  static final int LIMIT = 1000;

  /** A document with what was selected in it. */
  record State(Document document, SortedSet<Id> selection) {}

  /** One step, with what was there on both sides of it. */
  record Step(String label, @Nullable String mergeKey, State before, State after) {}

  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();
  private boolean open;

  void push(String label, @Nullable String mergeKey, State before, State after) {
    undone.clear();
    Step last = done.peekLast();
    if (open && last != null && mergeKey != null && mergeKey.equals(last.mergeKey())) {
      done.removeLast();
      // Typing a value and taking it back by hand leaves nothing to undo.
      if (!last.before().document().equals(after.document())) {
        done.addLast(new Step(label, mergeKey, last.before(), after));
      }
    } else {
      done.addLast(new Step(label, mergeKey, before, after));
      if (done.size() > LIMIT) {
        done.removeFirst();
      }
    }
    open = true;
  }

  void closeStep() {
    open = false;
  }

  @Nullable Step undo() {
    open = false;
    Step step = done.pollLast();
    if (step != null) {
      undone.addLast(step);
    }
    return step;
  }

  @Nullable Step redo() {
    open = false;
    Step step = undone.pollLast();
    if (step != null) {
      done.addLast(step);
    }
    return step;
  }

  void clear() {
    done.clear();
    undone.clear();
    open = false;
  }

  boolean canUndo() {
    return !done.isEmpty();
  }

  boolean canRedo() {
    return !undone.isEmpty();
  }

  @Nullable String undoLabel() {
    Step step = done.peekLast();
    return step == null ? null : step.label();
  }

  @Nullable String redoLabel() {
    Step step = undone.peekLast();
    return step == null ? null : step.label();
  }
}
