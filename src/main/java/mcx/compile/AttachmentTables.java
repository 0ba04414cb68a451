package mcx.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.RouteTable;
import mcx.network.VrfId;

/**
 * The route tables of a gateway: which one each attachment looks routes up in, and which ones its
 * routes enter. All attachments share the main table, unless route tables are drawn that name
 * attachments.
 *
 * @param main the table of what no route table names
 * @param drawn the tables that are drawn, in the order of their ids; empty where all share one
 * @param ids what they are called, by the drawn table's id
 * @param lookups where the attachments that a table names look routes up
 * @param entries which tables the routes of the attachments that a table names enter
 */
record AttachmentTables(
    VrfId main,
    List<RouteTable> drawn,
    Map<Id, VrfId> ids,
    Map<Id, VrfId> lookups,
    Map<Id, Set<VrfId>> entries) {

  /** Those of a gateway, as drawn; one for all where its vendor knows no more. */
  static AttachmentTables of(Context c, Gateway gateway, GatewayBehaviour behaviour) {
    VrfId main = VrfId.of(gateway.id().value());
    List<RouteTable> drawn = new ArrayList<>();
    Map<Id, VrfId> ids = new LinkedHashMap<>();
    Map<Id, VrfId> lookups = new LinkedHashMap<>();
    Map<Id, Set<VrfId>> entries = new LinkedHashMap<>();
    for (RouteTable table : c.elements(RouteTable.class)) {
      if (!behaviour.hasRouteTables()
          || !gateway.id().equals(table.parent())
          || (table.associations().isEmpty() && table.propagations().isEmpty())) {
        continue;
      }
      drawn.add(table);
      VrfId id = id(gateway, table);
      ids.put(table.id(), id);
      for (Id link : attachments(c, gateway, table.associations())) {
        VrfId other = lookups.putIfAbsent(link, id);
        if (other != null) {
          c.notes.warning(
              "",
              "",
              c.label(link)
                  + " is associated with two route tables of "
                  + c.label(gateway.id())
                  + ", and an attachment looks up in one. The first counts; take it off "
                  + c.label(table.id())
                  + ".",
              table.id(),
              link);
        }
      }
      for (Id link : attachments(c, gateway, table.propagations())) {
        entries.computeIfAbsent(link, k -> new LinkedHashSet<>()).add(id);
      }
    }
    return new AttachmentTables(main, drawn, ids, lookups, entries);
  }

  private static VrfId id(Gateway gateway, RouteTable table) {
    String name = table.id().value();
    return new VrfId(gateway.id().value(), name.equals(VrfId.DEFAULT) ? name + "-" : name);
  }

  /** The links to the gateway among these, and those to the elements among these. */
  private static Set<Id> attachments(Context c, Gateway gateway, Set<Id> named) {
    Set<Id> links = new LinkedHashSet<>();
    for (Id id : named) {
      for (Link link : c.design.links().values()) {
        boolean itself = link.id().equals(id);
        if (link.joins(gateway.id()) && (itself || link.other(gateway.id()).equals(id))) {
          links.add(link.id());
        }
      }
    }
    return links;
  }

  /** Whether the attachments do not all share one table. */
  boolean areSeparate() {
    return !drawn.isEmpty();
  }

  /** The table that a drawn one stands for; the main one where it names no attachment. */
  VrfId of(RouteTable table) {
    return ids.getOrDefault(table.id(), main);
  }

  /** The table that an attachment looks routes up in, and that it is told of. */
  VrfId lookup(Id link) {
    return lookups.getOrDefault(link, main);
  }

  /** The tables that the routes of an attachment enter. */
  Set<VrfId> entries(Id link) {
    Set<VrfId> own = entries.get(link);
    if (own != null) {
      return own;
    }
    return lookups.containsKey(link) ? Set.of() : Set.of(main);
  }

  /** All of them. */
  List<VrfId> all() {
    List<VrfId> all = new ArrayList<>(List.of(main));
    drawn.forEach(t -> all.add(of(t)));
    return all;
  }
}
