package mcx.compile;

import java.util.List;
import java.util.Set;
import mcx.design.BgpEnd;
import mcx.design.CircuitConnection;
import mcx.design.Port;
import mcx.design.ProviderEdge;
import mcx.design.Router;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** Finds what circuits' connections lead to: a provider's edge, a router, or one behind a port. */
final class FarEnds {

  private final Context c;
  private final ProviderNetworks providers;
  private final Layer2Paths layer2;

  FarEnds(Context c, ProviderNetworks providers, Layer2Paths layer2) {
    this.c = c;
    this.providers = providers;
    this.layer2 = layer2;
  }

  /** The far end of a connection; null where there is none, which is noted. */
  @Nullable FarEnd of(CircuitConnection link) {
    return switch (c.design.element(link.b())) {
      case ProviderEdge edge -> {
        ProviderNetworks.Access access = providers.access(edge, link.vrf(), link.id());
        mcx.design.Vrf vrf = access.vrf();
        yield new FarEnd(
            access.table(),
            access.asn(),
            link.session().b(),
            access,
            edge.id(),
            List.of(),
            c.around(vrf == null ? null : vrf.id()),
            0,
            null);
      }
      case Router router ->
          new FarEnd(
              VrfId.of(router.id().value()),
              router.asn(),
              link.session().b(),
              null,
              router.id(),
              List.of(),
              Set.of(),
              0,
              null);
      case Port port -> acrossLayer2(link, port);
      case null, default -> {
        c.notes.warning(
            "",
            "",
            c.label(link.id())
                + " leads to "
                + c.label(link.b())
                + ", which ends no circuit. Lead it to a provider edge, a layer-2 port or a router.",
            link.id());
        yield null;
      }
    };
  }

  private @Nullable FarEnd acrossLayer2(CircuitConnection link, Port port) {
    Layer2Paths.Reached reached = layer2.follow(port.id(), link.vlan(), link.id());
    Router router = reached == null ? null : c.design.element(reached.link().a(), Router.class);
    if (reached == null || router == null) {
      c.notes.warning(
          "",
          "",
          c.label(link.id())
              + " reaches no router: "
              + layer2.missing(port.id(), link.vlan())
              + ".",
          link.id(),
          port.id());
      return null;
    }
    BgpEnd drawn =
        link.session().b().equals(BgpEnd.DEFAULT)
            ? reached.vlan().session().a()
            : link.session().b();
    return new FarEnd(
        VrfId.of(router.id().value()),
        router.asn(),
        drawn,
        null,
        router.id(),
        reached.drawn(),
        reached.dependsOn(),
        reached.bandwidthMbps(),
        reached.vlan().subnet());
  }
}
