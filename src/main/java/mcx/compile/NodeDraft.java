package mcx.compile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import mcx.inet.Asn;
import mcx.inet.IpAddress;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** A node while it is put together. */
final class NodeDraft {

  final String id;
  final String name;
  final Node.Kind kind;
  final Origin element;
  final boolean forwards;
  final @Nullable IpAddress drawnRouterId;
  private final Set<Origin> dependsOn;
  private final Map<VrfId, TableDraft> tables = new LinkedHashMap<>();
  private TransitRules transit = TransitRules.ALL;

  NodeDraft(
      String id,
      String name,
      Node.Kind kind,
      Origin element,
      boolean forwards,
      @Nullable IpAddress drawnRouterId,
      Set<Origin> dependsOn) {
    this.id = id;
    this.name = name;
    this.kind = kind;
    this.element = element;
    this.forwards = forwards;
    this.drawnRouterId = drawnRouterId;
    this.dependsOn = dependsOn;
  }

  /** Adds the node's own table. */
  TableDraft ownTable(@Nullable Asn asn) {
    return addTable(VrfId.of(id), name, asn, null);
  }

  TableDraft addTable(VrfId table, String label, @Nullable Asn asn, @Nullable Origin vrf) {
    TableDraft draft = new TableDraft(table, label, asn, vrf);
    tables.put(table, draft);
    return draft;
  }

  @Nullable TableDraft table(VrfId table) {
    return tables.get(table);
  }

  NodeDraft transit(TransitRules rules) {
    transit = rules;
    return this;
  }

  TransitRules transit() {
    return transit;
  }

  Node build(IpAddress routerId) {
    return new Node(
        id,
        name,
        kind,
        routerId,
        forwards,
        element,
        dependsOn,
        tables.values().stream().map(TableDraft::build).toList());
  }
}
