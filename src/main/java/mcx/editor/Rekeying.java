package mcx.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import mcx.design.Components;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/**
 * Gives elements and links other ids, wherever ids stand in them. A reference to what is gone is
 * cleared, or the list entry that holds it is left out, as a deletion does.
 */
final class Rekeying {

  /** Stands for a reference to nothing, on its way up to the component or list that holds it. */
  private static final Object GONE = new Object();

  private final Function<Id, @Nullable Id> newIds;

  /**
   * @param newIds the new id of an element or link; null for one that is gone
   */
  Rekeying(Function<Id, @Nullable Id> newIds) {
    this.newIds = newIds;
  }

  /** A copy of an element or link with the new ids. */
  @SuppressWarnings("unchecked")
  <T> T apply(T elementOrLink) {
    Object copy = record((Record) elementOrLink, true);
    if (copy == GONE) {
      throw new IllegalArgumentException("the id itself of " + elementOrLink + " is gone");
    }
    return (T) copy;
  }

  private @Nullable Object value(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Id id -> id(id);
      case List<?> list -> {
        List<@Nullable Object> kept = new ArrayList<>();
        collect(list, kept);
        yield kept;
      }
      case Set<?> set -> {
        Set<@Nullable Object> kept = new LinkedHashSet<>();
        collect(set, kept);
        yield kept;
      }
      case Record r when r.getClass().getPackageName().equals(Id.class.getPackageName()) ->
          record(r, false);
      default -> value;
    };
  }

  private Object id(Id id) {
    Id owner = newIds.apply(id.owner());
    if (owner == null) {
      return GONE;
    }
    return id.owner().equals(id)
        ? owner
        : owner.part(id.value().substring(id.owner().value().length() + 1));
  }

  private void collect(Collection<?> from, Collection<@Nullable Object> to) {
    for (Object o : from) {
      Object copy = value(o);
      if (copy != GONE) {
        to.add(copy);
      }
    }
  }

  private Object record(Record original, boolean top) {
    List<@Nullable Object> values = new ArrayList<>();
    for (String name : Components.names(original)) {
      Object copy = value(Components.get(original, name));
      if (copy == GONE) {
        if (!top || name.equals("id")) {
          return GONE;
        }
        copy = null;
      }
      values.add(copy);
    }
    return Components.copy(original, values);
  }
}
