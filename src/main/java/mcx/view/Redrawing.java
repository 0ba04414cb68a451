package mcx.view;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import mcx.diagram.Document;
import mcx.paint.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Brings a scene up to date with a changed document without holding up the window: at once as near
 * as can be had within a frame, and where that is not the whole truth, to the last line soon after.
 */
final class Redrawing {

  /** What is being finished. */
  private record Wanted(Scene sketch, Document document) {}

  private final Executor background;
  private final Executor ui;
  private final Consumer<Scene> take;
  private volatile @Nullable Wanted wanted;

  /**
   * @param background finishes scenes, one after the other, such as {@link #newBackground}
   * @param ui runs what belongs to the window's thread
   * @param take is given each scene, on the window's thread
   */
  Redrawing(Executor background, Executor ui, Consumer<Scene> take) {
    this.background = background;
    this.ui = ui;
    this.take = take;
  }

  /** One daemon thread. */
  static ExecutorService newBackground() {
    return Executors.newSingleThreadExecutor(
        Thread.ofPlatform().name("drawing").daemon().factory());
  }

  /** Hands on the scene of the document, in the place of any that is still being finished. */
  void draw(Scene before, Document document) {
    Scene scene = before.sketch(document);
    Wanted now = scene.isSketched() ? new Wanted(scene, document) : null;
    wanted = now;
    take.accept(scene);
    if (now != null) {
      background.execute(() -> finish(now));
    }
  }

  private void finish(Wanted work) {
    if (wanted == work) {
      Scene whole = work.sketch().update(work.document());
      ui.execute(
          () -> {
            if (wanted == work) {
              wanted = null;
              take.accept(whole);
            }
          });
    }
  }

  /** Finishes no more: what was handed on last is not wanted any longer. */
  void forget() {
    wanted = null;
  }

  /** Whether a better scene than the last one is on its way. */
  boolean isGoingOn() {
    return wanted != null;
  }
}
