package mcx.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcx.inet.Asn;
import mcx.inet.Prefix;
import mcx.inet.RouteTarget;
import mcx.network.Origin;
import mcx.network.Sharing;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** A routing table while it is put together. */
final class TableDraft {

  final VrfId id;
  private final String label;
  private final @Nullable Asn asn;
  private final @Nullable Origin element;
  private final Set<Prefix> originated = new LinkedHashSet<>();
  private final Set<Vrf.StaticRoute> statics = new LinkedHashSet<>();
  private final List<Vrf.Aggregate> aggregates = new ArrayList<>();
  private final Set<Vrf.Connected> connected = new LinkedHashSet<>();
  private Set<RouteTarget> imports = Set.of();
  private Set<RouteTarget> exports = Set.of();
  private List<Vrf.Key> selection = Vrf.BGP_DECISION;
  private Sharing sharing = Sharing.NONE;

  TableDraft(VrfId id, String label, @Nullable Asn asn, @Nullable Origin element) {
    this.id = id;
    this.label = label;
    this.asn = asn;
    this.element = element;
  }

  @Nullable Asn asn() {
    return asn;
  }

  TableDraft originate(List<Prefix> prefixes) {
    originated.addAll(prefixes);
    return this;
  }

  void add(Vrf.StaticRoute route) {
    statics.add(route);
  }

  void add(Vrf.Connected network) {
    connected.add(network);
  }

  TableDraft aggregate(List<Vrf.Aggregate> more) {
    aggregates.addAll(more);
    return this;
  }

  TableDraft targets(Set<RouteTarget> toImport, Set<RouteTarget> toExport) {
    imports = toImport;
    exports = toExport;
    return this;
  }

  /**
   * Sets how it chooses among routes to one prefix.
   *
   * @param among how many equally good ones it uses at once
   */
  TableDraft choose(List<Vrf.Key> keys, Sharing among) {
    selection = keys;
    sharing = among;
    return this;
  }

  Vrf build() {
    return new Vrf(
        id,
        label,
        asn,
        element,
        List.copyOf(originated),
        List.copyOf(statics),
        aggregates,
        List.copyOf(connected),
        imports,
        exports,
        selection,
        sharing);
  }
}
