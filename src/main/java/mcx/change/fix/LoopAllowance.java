package mcx.change.fix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import mcx.change.Change;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Vrf;

/** Lets routes pass that hold their receiver's own AS number. */
public final class LoopAllowance {

  private LoopAllowance() {}

  /** Lets these VRFs put the provider's number in the place of a customer's own. */
  public static Change override(Design design, SortedSet<Id> vrfs) {
    List<Vrf> changed = new ArrayList<>();
    for (Id id : vrfs) {
      Vrf vrf = design.element(id, Vrf.class);
      if (vrf != null) {
        changed.add(Components.with(vrf, "asOverride", true));
      }
    }
    return new Change(design.with(changed, List.of()), List.of(), vrfs.first());
  }

  /** Whether the receiver's settings are drawn at its end of all of these links. */
  public static boolean canAccept(Design design, Id receiver, Collection<Id> links) {
    return links.stream()
        .allMatch(
            l ->
                Hop.of(design, l).stream()
                    .anyMatch(h -> h.a().equals(receiver) || h.b().equals(receiver)));
  }

  /** Lets a receiver accept its own number once on these links. */
  public static Change accept(Design design, Id receiver, Collection<Id> links) {
    Design changed = design;
    for (Id link : links) {
      for (Hop hop : Hop.of(changed, link)) {
        changed =
            hop.at(receiver, e -> e.with("allowAsIn", Math.max(1, e.allowAsIn()))).in(changed);
      }
    }
    return new Change(changed, List.of(), receiver);
  }
}
