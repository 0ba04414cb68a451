package mcx.view;

import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Work that waits until the next frame is on its way to the screen, so that what people did is seen
 * first. Asked for again while it waits, it is done once. For the window's thread.
 */
final class AfterFrame {

  private final Scene scene;
  private final Runnable work;
  private final Runnable listener = this::framed;
  private boolean waiting;

  AfterFrame(Scene scene, Runnable work) {
    this.scene = scene;
    this.work = work;
  }

  /** Asks for the work: after the next frame, or at once where no window shows any. */
  void ask() {
    if (!isShown()) {
      work.run();
    } else if (!waiting) {
      waiting = true;
      scene.addPostLayoutPulseListener(listener);
      Platform.requestNextPulse();
    }
  }

  private void framed() {
    scene.removePostLayoutPulseListener(listener);
    Platform.runLater(
        () -> {
          waiting = false;
          work.run();
        });
  }

  /** Whether the work is still to be done; it is given up with the window. */
  boolean isWaiting() {
    return waiting && isShown();
  }

  private boolean isShown() {
    return scene.getWindow() != null && scene.getWindow().isShowing();
  }
}
