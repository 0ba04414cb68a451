package mcx.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.ConnectionRole;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.Region;
import mcx.design.Setting;
import mcx.network.Origin;
import mcx.network.Policy;
import mcx.network.Policy.Change;
import mcx.network.Policy.Learned;
import mcx.network.Policy.Statement;
import mcx.network.Propagation;
import mcx.network.Vrf.Key;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * How a region of AWS chooses among the virtual interfaces of a Direct Connect gateway: by the
 * local preference that communities ask for, then those of locations that belong to the region, and
 * only then by the AS path (DX-BGP). SiteLink makes the path count across regions (AWS-ATK). Where
 * the circuits of a gateway are drawn in several regions, each region with a gateway behind it has
 * a table of its own; else one table serves all.
 */
final class AwsRegionAffinity {

  private static final List<Key> SELECTION =
      List.of(
          Key.DISTANCE, Key.LOCAL_PREFERENCE, Key.WEIGHT, Key.AS_PATH_LENGTH, Key.ORIGIN, Key.MED);

  /** Any number that is more than nothing. */
  private static final int NEAR = 1;

  private final Context c;
  private final GatewayEnd gateway;

  AwsRegionAffinity(Context c, GatewayEnd gateway) {
    this.c = c;
    this.gateway = gateway;
  }

  void compile() {
    Map<CircuitAttachment, Circuit> circuits = circuits();
    Set<Id> regions = new TreeSet<>();
    circuits.values().forEach(circuit -> add(regions, region(circuit)));
    if (regions.size() < 2) {
      return;
    }
    for (GatewayAssociation link : c.links(GatewayAssociation.class)) {
      Id region = link.a().equals(gateway.gateway().id()) ? region(link.b()) : null;
      if (region != null) {
        lead(link, table(region, circuits));
      }
    }
  }

  private static void add(Set<Id> regions, @Nullable Id region) {
    if (region != null) {
      regions.add(region);
    }
  }

  private Map<CircuitAttachment, Circuit> circuits() {
    Map<CircuitAttachment, Circuit> circuits = new LinkedHashMap<>();
    for (CircuitAttachment link : c.links(CircuitAttachment.class)) {
      if (link.joins(gateway.gateway().id())) {
        Circuit circuit = c.design.element(link.other(gateway.gateway().id()), Circuit.class);
        if (circuit != null) {
          circuits.put(link, circuit);
        }
      }
    }
    return circuits;
  }

  /** The region that the circuit, or else its peering location, is drawn in; null for none. */
  private @Nullable Id region(Circuit circuit) {
    Id own = region(circuit.id());
    Id location = circuit.peeringLocation();
    return own != null || location == null ? own : region(location);
  }

  private @Nullable Id region(Id element) {
    Region region = c.design.within(element, Region.class);
    return region == null ? null : region.id();
  }

  /** The table of a region, made when first asked for. */
  private VrfId table(Id region, Map<CircuitAttachment, Circuit> circuits) {
    VrfId table = new VrfId(gateway.table().node(), region.value());
    NodeDraft node = c.net.node(table.node());
    if (node == null || node.table(table) != null) {
      return table;
    }
    node.addTable(table, c.name(gateway.gateway()) + " for " + name(region), gateway.asn(), null)
        .choose(SELECTION, gateway.behaviour().sharing(c, gateway.gateway(), gateway.product()));
    circuits.forEach(
        (link, circuit) -> {
          boolean near =
              region.equals(region(circuit)) || circuit.settings().has(Setting.SITE_LINK);
          for (ConnectionRole role : ConnectionRole.values()) {
            VrfId edge = VrfId.of(CloudEdges.part(circuit.id(), role).value());
            if (c.net.node(edge.node()) != null) {
              hand(CloudEdges.part(link.id(), role), edge, table, near);
            }
          }
        });
    return table;
  }

  private String name(Id region) {
    Region found = c.design.element(region, Region.class);
    return found == null ? region.value() : c.name(found);
  }

  private void hand(Id part, VrfId edge, VrfId table, boolean near) {
    Statement inside =
        Statement.deny(
            "A virtual interface brings what the customer tells, and nothing of AWS's own",
            Learned.INNER,
            Learned.PROPAGATED,
            Learned.LOCAL);
    c.net.add(
        new Propagation(
            part + ":" + edge + ">" + table,
            edge,
            table,
            Policies.first(
                List.of(inside),
                Policies.alsoSet(Policy.PERMIT, near ? Change.weight(NEAR) : Change.NONE)),
            Distances.LEARNED,
            Origin.of(part),
            List.of(Origin.of(part.owner())),
            c.around(part),
            part.value()));
  }

  /** Lets the gateway behind an association learn from the table of its region. */
  private void lead(GatewayAssociation link, VrfId table) {
    for (Propagation p : List.copyOf(c.net.propagations())) {
      if (p.origin().id().equals(link.id().value()) && p.from().equals(gateway.table())) {
        c.net.add(
            new Propagation(
                p.id(),
                table,
                p.to(),
                p.policy(),
                p.distance(),
                p.origin(),
                p.drawn(),
                p.dependsOn(),
                p.segment()));
      }
    }
  }
}
