package mcx.editor;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Finding;
import mcx.analysis.Fix;
import mcx.analysis.FixPreview;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;
import mcx.diagram.Document;
import org.jspecify.annotations.Nullable;

/**
 * Tries a fix before it is applied: the edited document is there at once, to be shown; what it
 * would come to is worked out in the background. Nothing is changed until the fix is applied, as
 * one step of the history. Any other edit ends the trial.
 */
public final class Fixing {

  private static final Logger LOG = Logger.getLogger(Fixing.class.getName());

  /**
   * A fix that is being tried.
   *
   * @param finding what it mends
   * @param document the document as it would be
   * @param changed the elements and links that it adds, changes or removes
   * @param outcome what it would come to; null while that is worked out
   */
  public record Trial(
      Finding finding,
      Fix fix,
      Document document,
      SortedSet<Id> changed,
      @Nullable FixPreview outcome) {}

  private final EditingSession session;
  private final Executor background;
  private final Executor ui;
  private final ReadOnlyObjectWrapper<@Nullable Trial> trial = new ReadOnlyObjectWrapper<>();

  /**
   * @param background runs the analysis of the edited design
   * @param ui runs what changes properties, on the thread they belong to
   */
  public Fixing(EditingSession session, Executor background, Executor ui) {
    this.session = session;
    this.background = background;
    this.ui = ui;
    session.documentProperty().subscribe(d -> discard());
  }

  /** The fix that is being tried; null for none. */
  public ReadOnlyObjectProperty<@Nullable Trial> trialProperty() {
    return trial.getReadOnlyProperty();
  }

  public @Nullable Trial trial() {
    return trial.get();
  }

  /**
   * Tries a fix, in the place of the one before.
   *
   * @param analysis where it was found; where that is older than the document, nothing happens
   * @return why it cannot be tried, in words; empty where it can
   */
  public String tryOut(Analysis analysis, Finding finding, Fix fix) {
    Document now = session.document();
    if (!analysis.design().equals(now.design())) {
      return Texts.get("fix.stale");
    }
    Document then;
    try {
      then = Edits.fix(session.catalog(), fix).change().apply(now).document();
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
    Trial begun = new Trial(finding, fix, then, changed(now.design(), then.design()), null);
    trial.set(begun);
    background.execute(() -> work(begun, analysis));
    return "";
  }

  private void work(Trial begun, Analysis analysis) {
    if (trial.get() != begun) {
      return;
    }
    try {
      FixPreview outcome = Analyzer.preview(analysis, begun.fix());
      ui.execute(
          () -> {
            if (trial.get() == begun) {
              trial.set(
                  new Trial(
                      begun.finding(), begun.fix(), begun.document(), begun.changed(), outcome));
            }
          });
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a fix could not be tried", e);
      ui.execute(this::discard);
    }
  }

  /** Applies the fix that is being tried. */
  public void apply() {
    Trial tried = trial.get();
    if (tried != null) {
      discard();
      session.apply(Edits.fix(session.catalog(), tried.fix()));
    }
  }

  /** Leaves everything as it is. */
  public void discard() {
    if (trial.get() != null) {
      trial.set(null);
    }
  }

  /** What differs between two designs. */
  static SortedSet<Id> changed(Design before, Design after) {
    SortedSet<Id> changed = new TreeSet<>();
    for (Element e : after.elements().values()) {
      if (!e.equals(before.element(e.id()))) {
        changed.add(e.id());
      }
    }
    for (Link l : after.links().values()) {
      if (!l.equals(before.link(l.id()))) {
        changed.add(l.id());
      }
    }
    before.elements().keySet().stream()
        .filter(id -> after.element(id) == null)
        .forEach(changed::add);
    before.links().keySet().stream().filter(id -> after.link(id) == null).forEach(changed::add);
    return changed;
  }
}
