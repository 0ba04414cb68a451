package mcx.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Analysis;
import mcx.analysis.Names;
import mcx.change.KindNames;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.ListName;
import mcx.design.PrefixLists;
import mcx.design.RoutePolicy.PrefixMatch;
import org.jspecify.annotations.Nullable;

/** Finds what changed of what is drawn. */
final class DrawingDiff {

  /** Stands for the prefix lists of a design, which have names and no ids. */
  private static final Id LISTS = new Id("prefixLists");

  private final Analysis before;
  private final Analysis after;

  DrawingDiff(Analysis before, Analysis after) {
    this.before = before;
    this.after = after;
  }

  List<ThingChange> changes() {
    List<ThingChange> changes = new ArrayList<>();
    SortedSet<Id> elements = new TreeSet<>(before.design().elements().keySet());
    elements.addAll(after.design().elements().keySet());
    for (Id id : elements) {
      compare(id, before.design().element(id), after.design().element(id), changes);
    }
    SortedSet<Id> links = new TreeSet<>(before.design().links().keySet());
    links.addAll(after.design().links().keySet());
    for (Id id : links) {
      compare(id, before.design().link(id), after.design().link(id), changes);
    }
    lists(changes);
    return changes;
  }

  private void lists(List<ThingChange> changes) {
    PrefixLists then = before.design().prefixLists();
    PrefixLists now = after.design().prefixLists();
    SortedSet<ListName> names = new TreeSet<>(then.byName().keySet());
    names.addAll(now.byName().keySet());
    for (ListName name : names) {
      List<PrefixMatch> old = then.byName().getOrDefault(name, List.of());
      List<PrefixMatch> fresh = now.byName().getOrDefault(name, List.of());
      if (!old.equals(fresh)) {
        Presence presence =
            old.isEmpty() ? Presence.ADDED : fresh.isEmpty() ? Presence.REMOVED : Presence.CHANGED;
        List<ThingChange.FieldChange> fields =
            presence == Presence.CHANGED
                ? List.of(new ThingChange.FieldChange("prefixes", words(old), words(fresh)))
                : List.of();
        changes.add(
            new ThingChange(
                LISTS.part(name.value()), name.value(), "prefix list", presence, fields));
      }
    }
  }

  private static String words(List<PrefixMatch> matches) {
    return String.join(", ", matches.stream().map(PolicyWords::of).toList());
  }

  private void compare(
      Id id, @Nullable Object old, @Nullable Object now, List<ThingChange> changes) {
    if (old != null && now != null && old.getClass().equals(now.getClass())) {
      if (!old.equals(now)) {
        changes.add(
            new ThingChange(
                id,
                Names.of(after.design(), id),
                kind(after, now),
                Presence.CHANGED,
                new FieldDiff(before, after).fields(old, now)));
      }
      return;
    }
    if (old != null) {
      changes.add(whole(before, id, old, Presence.REMOVED));
    }
    if (now != null) {
      changes.add(whole(after, id, now, Presence.ADDED));
    }
  }

  private static ThingChange whole(Analysis in, Id id, Object thing, Presence presence) {
    Design design = in.design();
    return new ThingChange(id, Names.of(design, id), kind(in, thing), presence, List.of());
  }

  private static String kind(Analysis in, Object thing) {
    return switch (thing) {
      case Element e -> KindNames.of(in.catalog(), e);
      case Link l -> KindNames.of(l);
      default -> "";
    };
  }
}
