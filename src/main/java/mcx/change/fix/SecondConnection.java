package mcx.change.fix;

import java.util.ArrayList;
import java.util.List;
import mcx.catalog.Catalog;
import mcx.change.Change;
import mcx.change.Joints;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.CloudInterconnect;
import mcx.design.CloudInterconnect.Path;
import mcx.design.Components;
import mcx.design.ConnectionRole;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Layer2Provider;
import mcx.design.Layer3Provider;
import mcx.design.Link;
import mcx.design.Port;
import mcx.design.Premises;
import mcx.design.ProviderEdge;
import mcx.design.Router;
import org.jspecify.annotations.Nullable;

/** Builds the connection that a circuit lacks beside the one it has, to the same other side. */
public final class SecondConnection {

  private SecondConnection() {}

  /** Whether it can be built. */
  public static boolean isPossible(Design design, Id link) {
    return switch (design.link(link)) {
      case CloudInterconnect i -> true;
      case CircuitConnection c -> side(design, c) != null;
      case null, default -> false;
    };
  }

  /** The design with the other connection; as the one given, but for its addresses. */
  public static Change build(Design design, Catalog catalog, Id link) {
    Link given = design.link(link);
    if (given instanceof CloudInterconnect i) {
      List<Path> paths = new ArrayList<>(i.paths());
      Path first = paths.getFirst();
      paths.add(new Path(other(first.role()), null, bare(first.session())));
      return Change.of(design, Components.with(i, "paths", paths));
    }
    CircuitConnection c = (CircuitConnection) java.util.Objects.requireNonNull(given);
    Id side = java.util.Objects.requireNonNull(side(design, c));
    Joints.Answer answer = Joints.between(design, catalog, c.a(), side);
    Joints.Offer offer =
        answer.offers().stream()
            .filter(o -> o.key().equals("circuit"))
            .findFirst()
            .orElse(answer.offers().getFirst());
    Change joined = Joints.join(design, catalog, c.a(), side, offer);
    Design after = joined.design();
    for (Id id : joined.created()) {
      if (after.link(id) instanceof CircuitConnection made && made.a().equals(c.a())) {
        CircuitConnection alike = Components.with(made, "session", bare(c.session()));
        alike = Components.with(alike, "peering", c.peering());
        alike = Components.with(alike, "vrf", c.vrf());
        alike = Components.with(alike, "role", other(c.role()));
        Router second =
            design.element(c.b(), Router.class) == null ? null : SecondRouter.other(design, c.b());
        alike = second == null ? alike : Components.with(alike, "b", second.id());
        after = after.with(alike);
      }
    }
    return new Change(after, joined.created(), joined.main());
  }

  private static ConnectionRole other(ConnectionRole role) {
    return role == ConnectionRole.PRIMARY ? ConnectionRole.SECONDARY : ConnectionRole.PRIMARY;
  }

  private static BgpSettings bare(BgpSettings session) {
    return new BgpSettings(bare(session.a()), bare(session.b()));
  }

  private static BgpEnd bare(BgpEnd end) {
    return end.with("address", null);
  }

  /** The other side as a whole: the provider, or the premises with their routers. */
  private static @Nullable Id side(Design design, CircuitConnection c) {
    if (design.element(c.a(), Circuit.class) == null) {
      return null;
    }
    return switch (design.element(c.b())) {
      case ProviderEdge e -> {
        Layer3Provider provider = design.within(e.id(), Layer3Provider.class);
        yield provider == null ? null : provider.id();
      }
      case Port p -> {
        Layer2Provider provider = design.within(p.id(), Layer2Provider.class);
        yield provider == null ? null : provider.id();
      }
      case Router r -> {
        Premises premises = design.within(r.id(), Premises.class);
        yield premises == null ? r.id() : premises.id();
      }
      case null, default -> null;
    };
  }
}
