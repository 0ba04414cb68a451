package mcx.editor.tool;

/**
 * One state of the canvas tools. Each event answers with the state that follows, which may be this
 * one.
 */
abstract class ToolState {

  final Bench bench;

  ToolState(Bench bench) {
    this.bench = bench;
  }

  Preview preview() {
    return Preview.NONE;
  }

  Cursor cursor() {
    return Cursor.DEFAULT;
  }

  /** Whether a button is held down in this state. */
  boolean holding() {
    return true;
  }

  ToolState pressed(PointerEvent event) {
    return this;
  }

  /** The pointer moved with a button held. */
  ToolState dragged(PointerEvent event) {
    return this;
  }

  /** The pointer moved without a button. */
  ToolState moved(PointerEvent event) {
    return this;
  }

  ToolState released(PointerEvent event) {
    return new Idle(bench);
  }

  /** The pointer left the canvas without a button held. */
  ToolState exited() {
    return this;
  }

  /** The gesture is dropped; nothing of it stays. */
  ToolState cancelled() {
    return new Idle(bench);
  }
}
