package mcx.analysis;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.VpnConnection;
import mcx.network.Network;
import mcx.network.Origin;
import mcx.network.Propagation;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.VpnDomain;
import org.jspecify.annotations.Nullable;

/** What leads from table to table, by its id in the network and by its name in the drawing. */
public final class Crossings {

  private final Design design;
  private final Map<String, Segment> segments;
  private final Map<String, Session> sessions;
  private final Map<String, Propagation> propagations;
  private final Map<String, VpnDomain> domains;

  public Crossings(Design design, Network network) {
    this.design = design;
    this.segments = index(network.segments().stream(), Segment::id);
    this.sessions = index(network.sessions().stream(), Session::id);
    this.propagations = index(network.propagations().stream(), Propagation::id);
    this.domains = index(network.vpnDomains().stream(), VpnDomain::id);
  }

  private static <T> Map<String, T> index(java.util.stream.Stream<T> all, Function<T, String> key) {
    return all.collect(Collectors.toMap(key, Function.identity(), (a, b) -> a));
  }

  /** The segment with this id; null for none. */
  public @Nullable Segment segment(@Nullable String id) {
    return id == null ? null : segments.get(id);
  }

  /** The session with this id; null for none. */
  public @Nullable Session session(@Nullable String id) {
    return id == null ? null : sessions.get(id);
  }

  /** The propagation with this id; null for none. */
  public @Nullable Propagation propagation(@Nullable String id) {
    return id == null ? null : propagations.get(id);
  }

  /** The VPN domain with this id; null for none. */
  public @Nullable VpnDomain domain(@Nullable String id) {
    return id == null ? null : domains.get(id);
  }

  /** What a session, propagation, VPN domain or segment is called; empty for none. */
  public String name(@Nullable String id) {
    Session session = session(id);
    if (session != null) {
      return session.segment() == null ? "inner routing" : drawn(session.origin());
    }
    Segment segment = segment(id);
    if (segment != null) {
      return drawn(segment.origin());
    }
    Propagation propagation = propagation(id);
    if (propagation != null) {
      return drawn(propagation.origin());
    }
    VpnDomain domain = domain(id);
    return domain == null ? "" : "the core of " + drawn(domain.origin());
  }

  /** A link or part by its name; what an element hands over is inside what the element is in. */
  private String drawn(Origin origin) {
    Id id = Id.of(origin.id());
    if (design.link(id.owner()) instanceof VpnConnection vpn && vpn.tunnels().size() == 1) {
      return Names.of(design, vpn.id());
    }
    Premises around = design.within(id, Premises.class);
    return design.element(id) != null && around != null
        ? "inside " + Names.of(design, around.id())
        : Names.of(design, id);
  }
}
