package mcx.editor;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mcx.design.Design;
import mcx.design.Id;
import mcx.diagram.Document;
import mcx.network.Failures;

/**
 * What the architect has failed to see what happens: elements, links and parts of links. It is no
 * part of the document and is not undone. What is deleted no longer counts, but counts again when
 * the deletion is undone.
 */
public final class Failing {

  private final EditingSession session;
  private final SortedSet<Id> wanted = new TreeSet<>();
  private final ReadOnlyObjectWrapper<SortedSet<Id>> ids =
      new ReadOnlyObjectWrapper<>(Collections.emptySortedSet());

  public Failing(EditingSession session) {
    this.session = session;
    session.addListener(
        new EditListener() {
          @Override
          public void after(Cause cause, String label, Document previous, Document current) {
            if (cause == Cause.OPEN) {
              wanted.clear();
            }
            refresh();
          }
        });
  }

  /** The failed ids that the document has; an unmodifiable set. */
  public ReadOnlyObjectProperty<SortedSet<Id>> idsProperty() {
    return ids.getReadOnlyProperty();
  }

  public SortedSet<Id> ids() {
    return ids.get();
  }

  public boolean isFailed(Id id) {
    return ids.get().contains(id);
  }

  /** The same as the analysis takes it. */
  public Failures failures() {
    return Failures.of(ids.get());
  }

  /** Fails what works, restores what has failed. */
  public void toggleFailure(Id id) {
    if (!wanted.remove(id)) {
      wanted.add(id);
    }
    refresh();
  }

  /** Fails all of these, unless all have failed already: then restores them. */
  public void toggleFailures(Collection<Id> all) {
    if (wanted.containsAll(all)) {
      all.forEach(wanted::remove);
    } else {
      wanted.addAll(all);
    }
    refresh();
  }

  /** Fails exactly these. */
  public void setFailed(Collection<Id> all) {
    wanted.clear();
    wanted.addAll(all);
    refresh();
  }

  /** All works again. */
  public void restoreAll() {
    wanted.clear();
    refresh();
  }

  private void refresh() {
    Design design = session.document().design();
    SortedSet<Id> there = new TreeSet<>();
    for (Id id : wanted) {
      if (design.elements().containsKey(id.owner()) || design.links().containsKey(id.owner())) {
        there.add(id);
      }
    }
    if (!there.equals(ids.get())) {
      ids.set(Collections.unmodifiableSortedSet(there));
    }
  }
}
