package mcx.compile;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import mcx.catalog.Vendor;
import mcx.design.BgpEnd;
import mcx.design.Circuit;
import mcx.design.CircuitPeering;
import mcx.design.ConnectionRole;
import mcx.design.Id;
import mcx.design.PeeringLocation;
import mcx.design.Setting;
import mcx.inet.Asn;
import mcx.network.Origin;
import mcx.network.Segment;
import mcx.network.Session;
import org.jspecify.annotations.Nullable;

/** Circuits of one cloud joined so that the sites behind them reach each other. */
final class CircuitPeerings {

  private final Context c;
  private final CloudEdges edges;

  CircuitPeerings(Context c, CloudEdges edges) {
    this.c = c;
    this.edges = edges;
  }

  void compile() {
    for (CircuitPeering link : c.links(CircuitPeering.class)) {
      Circuit a = c.design.element(link.a(), Circuit.class);
      Circuit b = c.design.element(link.b(), Circuit.class);
      if (a == null || b == null) {
        c.notes.warning(
            "",
            "",
            c.label(link.id())
                + " joins no two circuits, so it carries nothing. Join it to a circuit at each"
                + " end.",
            link.id());
      } else if (!refused(link, a, b)) {
        noteInterconnect(link, a, b);
        for (ConnectionRole roleA : edges.rolesInUse(a)) {
          for (ConnectionRole roleB : edges.rolesInUse(b)) {
            join(link, edges.end(a, roleA), roleA, edges.end(b, roleB), roleB);
          }
        }
      }
    }
  }

  private boolean refused(CircuitPeering link, Circuit a, Circuit b) {
    Vendor vendor = c.catalog.vendor(c.vendor(a.id()));
    boolean oneCloud = c.vendor(a.id()).equals(c.vendor(b.id()));
    if (!oneCloud || (vendor != null && vendor.circuitPeering().isEmpty())) {
      c.notes.error(
          "",
          "",
          c.label(a.id())
              + " and "
              + c.label(b.id())
              + " cannot be joined for their sites: "
              + (oneCloud && vendor != null
                  ? vendor.name() + " has nothing that does so"
                  : "they are circuits of different clouds")
              + ". Join the sites by a provider instead.",
          link.id(),
          a.id(),
          b.id());
      return true;
    }
    return refusedByAzure(link, a, b);
  }

  private boolean refusedByAzure(CircuitPeering link, Circuit a, Circuit b) {
    String reason = null;
    for (Circuit circuit : List.of(a, b)) {
      if ("Local".equals(circuit.sku())) {
        reason = c.label(circuit.id()) + " is a Local circuit. Order Standard or Premium";
      }
    }
    boolean azure = c.vendor(a.id()).equals("azure");
    if (azure && a.peeringLocation() != null && a.peeringLocation().equals(b.peeringLocation())) {
      reason = "both circuits are at one peering location. Order one of them at another";
    }
    if (reason == null) {
      reason = premiumMissing(a, b);
    }
    if (reason == null || !azure) {
      return false;
    }
    c.notes.error(
        "TRN-03",
        "ER-GR",
        "Azure refuses Global Reach between "
            + c.label(a.id())
            + " and "
            + c.label(b.id())
            + ": "
            + reason
            + ".",
        link.id(),
        a.id(),
        b.id());
    return true;
  }

  /** What is missing between geopolitical regions; null for nothing, or where none are given. */
  private @Nullable String premiumMissing(Circuit a, Circuit b) {
    String one = geopolitical(a);
    String other = geopolitical(b);
    boolean premium = "Premium".equals(a.sku()) && "Premium".equals(b.sku());
    return one == null || other == null || one.equalsIgnoreCase(other) || premium
        ? null
        : "one is in "
            + one
            + ", the other in "
            + other
            + ", and between geopolitical regions both must be Premium. Order both as Premium";
  }

  private @Nullable String geopolitical(Circuit circuit) {
    PeeringLocation at = c.design.element(circuit.peeringLocation(), PeeringLocation.class);
    return at == null ? null : at.settings().text(Setting.GEOPOLITICAL_REGION);
  }

  private void noteInterconnect(CircuitPeering link, Circuit a, Circuit b) {
    for (Circuit circuit : List.of(a, b)) {
      if (edges.isInterconnect(circuit.id())) {
        c.notes.error(
            "TRN-15",
            "OCI-AZ",
            c.label(link.id())
                + " would carry traffic of a site through "
                + c.label(circuit.id())
                + " into another cloud. Microsoft says that it works (AZ-OCI), Oracle that such"
                + " transit is not supported (OCI-AZ). Give the site a circuit of its own to the"
                + " other cloud.",
            link.id(),
            circuit.id());
      }
    }
  }

  private void join(
      CircuitPeering link, CloudEnd a, ConnectionRole roleA, CloudEnd b, ConnectionRole roleB) {
    Asn asnA = a.asn();
    Asn asnB = b.asn();
    if (asnA == null || asnB == null || a.table().equals(b.table())) {
      return;
    }
    Id part = link.id().part((roleA.name() + "-" + roleB.name()).toLowerCase(Locale.ROOT));
    Set<Origin> dependsOn = c.around(part);
    c.net.add(
        new Segment(
            part.value(),
            Segment.Kind.LINK,
            a.table(),
            b.table(),
            null,
            null,
            asnA.equals(asnB) ? CloudEdges.INNER_COST : 0,
            Context.narrowest(a.circuit().bandwidthMbps(), b.circuit().bandwidthMbps()),
            Origin.of(part),
            List.of(Origin.of(link.id())),
            dependsOn,
            null));
    c.net.add(
        new Session(
            part.value(),
            a.table(),
            b.table(),
            part.value(),
            new EndDraft(asnA, BgpEnd.DEFAULT).nextHopSelf().build(),
            new EndDraft(asnB, BgpEnd.DEFAULT).nextHopSelf().build(),
            Origin.of(part),
            dependsOn));
    c.net.door(a.table(), Side.PEER_CIRCUIT, part.value());
    c.net.door(b.table(), Side.PEER_CIRCUIT, part.value());
  }
}
