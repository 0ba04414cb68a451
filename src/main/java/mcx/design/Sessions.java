package mcx.design;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The BGP sessions in links: one place that knows where their settings stand. */
final class Sessions {

  private Sessions() {}

  private static List<BgpSettings> of(Link link) {
    return switch (link) {
      case AccessLink l -> l.vlans().stream().map(AccessLink.Vlan::session).toList();
      case BgpPeering l -> List.of(l.session());
      case CircuitConnection l -> List.of(l.session());
      case CloudInterconnect l -> l.paths().stream().map(CloudInterconnect.Path::session).toList();
      case PrivateLink l -> List.of(l.session());
      case VpnConnection l -> l.tunnels().stream().map(VpnConnection.Tunnel::session).toList();
      default -> List.of();
    };
  }

  /** The policies of a link's sessions. */
  static List<RoutePolicy> policies(Link link) {
    List<RoutePolicy> all = new ArrayList<>();
    for (BgpSettings session : of(link)) {
      for (BgpEnd end : List.of(session.a(), session.b())) {
        all.add(end.importPolicy());
        all.add(end.exportPolicy());
      }
    }
    return all;
  }

  /** The link with each policy edited; itself where none changes. */
  static Link withPolicies(Link link, UnaryOperator<RoutePolicy> edit) {
    return switch (link) {
      case AccessLink l -> parts(l, "vlans", l.vlans(), edit);
      case BgpPeering l -> session(l, l.session(), edit);
      case CircuitConnection l -> session(l, l.session(), edit);
      case CloudInterconnect l -> parts(l, "paths", l.paths(), edit);
      case PrivateLink l -> session(l, l.session(), edit);
      case VpnConnection l -> parts(l, "tunnels", l.tunnels(), edit);
      default -> link;
    };
  }

  private static <L> L parts(
      L link, String component, List<?> parts, UnaryOperator<RoutePolicy> edit) {
    List<Object> edited = new ArrayList<>();
    for (Object part : parts) {
      edited.add(session(part, session(part), edit));
    }
    return edited.equals(parts) ? link : Components.with(link, component, edited);
  }

  private static BgpSettings session(Object part) {
    if (Components.get(part, "session") instanceof BgpSettings session) {
      return session;
    }
    throw new IllegalArgumentException(part + " has no session");
  }

  private static <T> T session(T holder, BgpSettings session, UnaryOperator<RoutePolicy> edit) {
    BgpSettings edited = new BgpSettings(end(session.a(), edit), end(session.b(), edit));
    return edited.equals(session) ? holder : Components.with(holder, "session", edited);
  }

  private static BgpEnd end(BgpEnd end, UnaryOperator<RoutePolicy> edit) {
    RoutePolicy in = edit.apply(end.importPolicy());
    RoutePolicy out = edit.apply(end.exportPolicy());
    BgpEnd edited = in.equals(end.importPolicy()) ? end : end.with("importPolicy", in);
    return out.equals(end.exportPolicy()) ? edited : edited.with("exportPolicy", out);
  }
}
