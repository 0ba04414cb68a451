package mcx.compile;

import java.util.List;
import java.util.Set;
import mcx.design.Circuit;
import mcx.design.CloudInterconnect;
import mcx.design.Id;
import mcx.inet.Asn;
import mcx.network.Origin;
import mcx.network.Segment;
import mcx.network.Session;

/** Circuits of two clouds joined back to back. */
final class Interconnects {

  private Interconnects() {}

  static void compile(Context c, CloudEdges edges) {
    for (CloudInterconnect link : c.links(CloudInterconnect.class)) {
      Circuit a = c.design.element(link.a(), Circuit.class);
      Circuit b = c.design.element(link.b(), Circuit.class);
      if (a == null || b == null) {
        c.notes.warning(
            "",
            "",
            c.label(link.id())
                + " joins no two circuits, so it carries nothing. Join it to a circuit of each"
                + " cloud.",
            link.id());
        continue;
      }
      if (link.paths().isEmpty()) {
        c.notes.warning(
            "",
            "",
            c.label(link.id()) + " has no path, so it carries nothing. Give it one or two.",
            link.id());
      }
      for (CloudInterconnect.Path path : link.paths()) {
        compile(c, link, path, edges.end(a, path.role()), edges.end(b, path.role()));
      }
    }
  }

  private static void compile(
      Context c, CloudInterconnect link, CloudInterconnect.Path path, CloudEnd a, CloudEnd b) {
    if (a.table().equals(b.table())) {
      return;
    }
    Id part = link.id().part(path.key());
    Set<Origin> dependsOn = c.around(part, a.circuit().id(), b.circuit().id());
    // In the interconnect of Azure and Oracle the latter plays the customer (OCI-AZ).
    boolean customerFirst = c.vendor(a.circuit().id()).equals("azure");
    int hostA =
        customerFirst ? CloudSide.cloudHost(a.product()) : CloudSide.customerHost(b.product());
    int hostB =
        customerFirst ? CloudSide.customerHost(a.product()) : CloudSide.cloudHost(b.product());
    Addressing.Pair addresses =
        c.addresses.pair(
            part.value(), path.subnet(), path.session().a(), path.session().b(), hostA, hostB);
    c.net.add(
        new Segment(
            part.value(),
            Segment.Kind.INTERCONNECT,
            a.table(),
            b.table(),
            addresses.a(),
            addresses.b(),
            0,
            Context.narrowest(a.circuit().bandwidthMbps(), b.circuit().bandwidthMbps()),
            Origin.of(part),
            List.of(Origin.of(link.id())),
            dependsOn,
            null));
    Asn asnA = Asns.of(path.session().a(), a.asn());
    Asn asnB = Asns.of(path.session().b(), b.asn());
    if (asnA == null || asnB == null) {
      CustomerSites.noteMissingAsn(
          c, asnA == null ? a.circuit().id() : b.circuit().id(), link.id());
      return;
    }
    c.net.add(
        new Session(
            part.value(),
            a.table(),
            b.table(),
            part.value(),
            CloudSide.of(a, asnA, path.session().a(), path.session().b(), "PRIVATE")
                .at(addresses.a())
                .build(),
            CloudSide.of(b, asnB, path.session().b(), path.session().a(), "PRIVATE")
                .at(addresses.b())
                .build(),
            Origin.of(part),
            dependsOn));
    c.net.door(a.table(), a.side(c, true), part.value());
    c.net.door(b.table(), b.side(c, true), part.value());
  }
}
