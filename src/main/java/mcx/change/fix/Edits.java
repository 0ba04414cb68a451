package mcx.change.fix;

import java.util.Collection;
import java.util.List;
import mcx.change.Change;
import mcx.design.CircuitPeering;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.NetworkPeering;
import mcx.design.Setting;
import org.jspecify.annotations.Nullable;

/** Small edits: one thing set, one link added. */
public final class Edits {

  private Edits() {}

  /** One thing set of these elements or links; taken back where the value is null. */
  public static Change set(
      Design design, Collection<Id> things, Setting setting, @Nullable Object value) {
    Design changed = design;
    for (Id id : things) {
      Element element = changed.element(id);
      Link link = changed.link(id);
      if (element != null) {
        changed = changed.with(element.with(setting, value));
      } else if (link != null) {
        changed = changed.with(link.with(setting, value));
      }
    }
    return new Change(changed, List.of(), things.iterator().next());
  }

  /** One component of elements or links of one kind, by its name, replaced. */
  public static Change component(
      Design design, Collection<Id> things, String component, @Nullable Object value) {
    Design changed = design;
    for (Id id : things) {
      Element element = changed.element(id);
      Link link = changed.link(id);
      if (element != null) {
        changed = changed.with(Components.with(element, component, value));
      } else if (link != null) {
        changed = changed.with(Components.with(link, component, value));
      }
    }
    return new Change(changed, List.of(), things.iterator().next());
  }

  /** Two circuits of one cloud joined, so that the sites behind them reach each other. */
  public static Change joinCircuits(Design design, Id a, Id b) {
    Id id = design.freeId(a + "-" + b);
    return new Change(design.with(new CircuitPeering(id, "", a, b)), List.of(id), id);
  }

  /** Two virtual networks joined directly. */
  public static Change peer(Design design, Id a, Id b) {
    Id id = design.freeId(a + "-" + b);
    return new Change(design.with(new NetworkPeering(id, "", a, b, false, false)), List.of(id), id);
  }
}
