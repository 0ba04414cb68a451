package mcx.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mcx.catalog.Product;
import mcx.design.BgpEnd;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Id;
import mcx.design.Port;
import mcx.design.Setting;
import mcx.inet.Asn;
import mcx.network.Origin;
import mcx.network.Segment;
import mcx.network.Session;
import org.jspecify.annotations.Nullable;

/** The connections of circuits to what is on their other side. */
final class CircuitConnections {

  private final Context c;
  private final CloudEdges edges;
  private final FarEnds farEnds;

  CircuitConnections(Context c, CloudEdges edges, FarEnds farEnds) {
    this.c = c;
    this.edges = edges;
    this.farEnds = farEnds;
  }

  void compile(CircuitConnection link, Circuit circuit) {
    FarEnd far = farEnds.of(link);
    if (far == null) {
      return;
    }
    CloudEnd cloud = edges.end(circuit, link.role());
    Set<Origin> dependsOn =
        Context.union(
            Context.union(c.around(link.id(), circuit.id(), link.port()), far.dependsOn()),
            c.around(CloudEdges.part(circuit.id(), link.role())));
    Addressing.Pair addresses =
        c.addresses.pair(
            link.id().value(),
            link.subnet() != null ? link.subnet() : far.subnet(),
            link.session().a(),
            far.drawn(),
            CloudSide.cloudHost(cloud.product()),
            CloudSide.customerHost(cloud.product()));
    List<Origin> drawn = new ArrayList<>(List.of(Origin.of(link.id())));
    drawn.addAll(far.drawnAlong());
    c.net.add(
        new Segment(
            link.id().value(),
            Segment.Kind.LINK,
            cloud.table(),
            far.table(),
            addresses.a(),
            addresses.b(),
            0,
            Context.narrowest(circuit.bandwidthMbps(), portSpeed(link.port()), far.bandwidthMbps()),
            Origin.of(link.id()),
            drawn,
            dependsOn,
            null));
    Asn asn = Asns.of(link.session().a(), cloud.asn());
    Asn peer = Asns.of(far.drawn(), far.asn());
    if (refuses(link, cloud, asn, peer, far.speaker()) || asn == null || peer == null) {
      return;
    }
    EndDraft atCloud =
        cloudSide(cloud, asn, link.session().a(), far.drawn(), link).at(addresses.a());
    EndDraft atFar =
        far.access() == null
            ? new EndDraft(peer, far.drawn())
            : ProviderNetworks.end(far.access(), peer, far.drawn());
    c.net.add(
        new Session(
            link.id().value(),
            cloud.table(),
            far.table(),
            link.id().value(),
            atCloud.build(),
            atFar.at(addresses.b()).build(),
            Origin.of(link.id()),
            dependsOn));
    if (isPrivate(link)) {
      c.net.door(cloud.table(), cloud.side(c, false), link.id().value());
    }
  }

  private static boolean isPrivate(CircuitConnection link) {
    return switch (link.peering()) {
      case PRIVATE, TRANSIT -> true;
      case MICROSOFT, PUBLIC -> false;
    };
  }

  private EndDraft cloudSide(
      CloudEnd cloud, Asn asn, BgpEnd drawn, BgpEnd peer, CircuitConnection link) {
    EndDraft end =
        CloudSide.of(
            cloud,
            asn,
            drawn,
            peer,
            link.peering().name(),
            link.settings().number(Setting.PREFIX_ALLOCATION));
    if (!isPrivate(link)) {
      String reason =
          "This peering gives access to the cloud's public services, not to its virtual networks";
      // No routes are learned in this program, yet what is sent counts all the same.
      end.importing(Policies.nothing(reason)).exporting(Policies.nothing(reason)).limitingAllSent();
      c.notes.info(
          "",
          "",
          c.label(link.id())
              + " leads to public services: its session comes up, and carries no routes of virtual"
              + " networks.",
          link.id());
    }
    return end;
  }

  private boolean refuses(
      CircuitConnection link, CloudEnd cloud, @Nullable Asn asn, @Nullable Asn peer, Id speaker) {
    if (asn == null) {
      GatewayEnd gateway = cloud.gateway();
      CustomerSites.noteMissingAsn(
          c, gateway == null ? cloud.circuit().id() : gateway.gateway().id(), link.id());
    }
    if (peer == null) {
      CustomerSites.noteMissingAsn(c, speaker, link.id());
    }
    Product product = cloud.product();
    if (asn == null || peer == null || product == null) {
      return false;
    }
    if (product.refuses(peer)) {
      c.notes.error(
          cloud.behaviour().refusedAsnRule(),
          CloudSide.sourceOfRefusal(product, peer),
          product.name()
              + " refuses AS "
              + peer
              + " on the other side of "
              + c.label(link.id())
              + ", so no session comes up. Use another AS number at "
              + c.label(speaker)
              + ".",
          link.id(),
          speaker);
      return true;
    }
    if (peer.equals(asn)) {
      CustomerSites.noteEqualAsns(c, link.id(), asn);
    }
    return false;
  }

  private int portSpeed(@Nullable Id port) {
    Port found = c.design.element(port, Port.class);
    return found == null ? 0 : found.speedMbps();
  }
}
