package mcx.editor;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mcx.analysis.fallback.Together;
import mcx.design.Design;
import mcx.design.Id;
import mcx.diagram.Document;
import mcx.network.Failures;

/**
 * What the architect has failed to see what happens: elements, links, parts of links, and places
 * that fail together. It is no part of the document and is not undone. What is deleted no longer
 * counts, but counts again when the deletion is undone.
 */
public final class Failing {

  private final EditingSession session;
  private final SortedSet<Id> wanted = new TreeSet<>();
  private final ReadOnlyObjectWrapper<SortedSet<Id>> named =
      new ReadOnlyObjectWrapper<>(Collections.emptySortedSet());
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

  /**
   * What was failed, as people called it: of places that fail together the id of the group, where
   * that was failed. An unmodifiable set.
   */
  public ReadOnlyObjectProperty<SortedSet<Id>> namedProperty() {
    return named.getReadOnlyProperty();
  }

  public SortedSet<Id> named() {
    return named.get();
  }

  /** The same as the analysis takes it. */
  public Failures failures() {
    return Failures.of(ids.get());
  }

  /** Fails what works, restores what has failed. */
  public void toggleFailure(Id id) {
    toggleFailures(List.of(id));
  }

  /** Fails all of these, unless all have failed already: then restores them. */
  public void toggleFailures(Collection<Id> all) {
    if (ids.get().containsAll(Together.expanded(design(), all))) {
      all.forEach(this::restore);
    } else {
      wanted.addAll(all);
    }
    refresh();
  }

  /** Restores one; of places that have failed together the others stay down. */
  private void restore(Id id) {
    if (wanted.remove(id)) {
      return;
    }
    SortedSet<Id> up = Together.expanded(design(), List.of(id));
    for (Id group : List.copyOf(wanted)) {
      SortedSet<Id> down = new TreeSet<>(Together.expanded(design(), List.of(group)));
      if (down.removeAll(up)) {
        wanted.remove(group);
        wanted.addAll(down);
      }
    }
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
    Design design = design();
    SortedSet<Id> there = new TreeSet<>();
    SortedSet<Id> called = new TreeSet<>();
    for (Id id : wanted) {
      if (design.elements().containsKey(id.owner()) || design.links().containsKey(id.owner())) {
        there.add(id);
        called.add(id);
      } else if (Together.of(design, id) != null) {
        there.addAll(Together.expanded(design, List.of(id)));
        called.add(id);
      }
    }
    named.set(Collections.unmodifiableSortedSet(called));
    if (!there.equals(ids.get())) {
      ids.set(Collections.unmodifiableSortedSet(there));
    }
  }

  private Design design() {
    return session.document().design();
  }
}
