package mcx.change.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mcx.catalog.Catalog;
import mcx.change.Change;
import mcx.design.CircuitAttachment;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.NetworkAttachment;

/** A second Cloud Router beside one, which serves the same networks. */
public final class SplitRouter {

  private SplitRouter() {}

  /**
   * Moves circuits from a gateway to a new one of its kind with an AS number of its own.
   *
   * @param circuits the circuits that move
   */
  public static Change apart(Design design, Catalog catalog, Id gateway, Set<Id> circuits) {
    Gateway old = design.element(gateway, Gateway.class);
    if (old == null) {
      return new Change(design, List.of(), gateway);
    }
    List<Id> created = new ArrayList<>();
    Id id = design.freeId(gateway.value());
    created.add(id);
    Gateway beside = Components.with(old, "id", id);
    beside = Components.with(beside, "name", name(design, old));
    beside = Components.with(beside, "asn", AsNumbers.forGateway(design, catalog));
    Design changed = design.with(beside);
    for (Link link : design.linksOf(gateway)) {
      switch (link) {
        case CircuitAttachment l when circuits.contains(l.other(gateway)) -> {
          changed = changed.with(moved(l, gateway, id));
        }
        case NetworkAttachment l -> {
          Id copy = changed.freeId(l.id().value());
          created.add(copy);
          changed = changed.with(Components.with(moved(l, gateway, id), "id", copy));
        }
        default -> {}
      }
    }
    return new Change(changed, created, id);
  }

  private static <L extends Link> L moved(L link, Id from, Id to) {
    return Components.with(link, link.a().equals(from) ? "a" : "b", to);
  }

  private static String name(Design design, Gateway old) {
    Set<String> names =
        design.elements().values().stream()
            .map(e -> e.name())
            .collect(java.util.stream.Collectors.toSet());
    int n = 2;
    while (names.contains(old.name() + " " + n)) {
      n++;
    }
    return old.name() + " " + n;
  }
}
