package mcx.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import mcx.design.AccessLink;
import mcx.design.BgpEnd;
import mcx.design.BgpPeering;
import mcx.design.BgpSettings;
import mcx.design.CircuitConnection;
import mcx.design.CloudInterconnect;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.Port;
import mcx.design.PrivateLink;
import mcx.design.VpnConnection;
import mcx.network.Network;
import mcx.network.Origin;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** Where in a design the BGP settings of a session's ends are kept, for those who change them. */
public final class SessionEnds {

  private SessionEnds() {}

  /**
   * One end of a session in the design.
   *
   * @param part the link, or the part of one, that holds the settings
   * @param atA whether it is the settings' end a
   */
  public record Place(Id part, boolean atA) {}

  /** Where the settings of the table's end are kept; null where the design holds none of it. */
  public static @Nullable Place of(Design design, Network network, Session session, VrfId table) {
    Id part = Id.of(session.origin().id());
    boolean atA = session.a().equals(table);
    return switch (design.link(part.owner())) {
      case AccessLink l -> {
        boolean layer2 = design.element(l.b(), Port.class) != null;
        yield atA || !layer2 ? new Place(part, atA) : vlan(design, network, session, part);
      }
      case CircuitConnection l -> {
        Place vlan =
            !atA
                    && design.element(l.b(), Port.class) != null
                    && l.session().b().equals(BgpEnd.DEFAULT)
                ? vlan(design, network, session, part)
                : null;
        yield vlan == null ? new Place(part, atA) : vlan;
      }
      case BgpPeering l -> new Place(l.id(), atA);
      case PrivateLink l -> new Place(l.id(), atA);
      case CloudInterconnect l -> new Place(part, atA);
      case VpnConnection l -> new Place(part, atA);
      case null, default -> null;
    };
  }

  /** The VLAN of a router that is reached over a layer-2 provider. */
  private static @Nullable Place vlan(Design design, Network network, Session session, Id but) {
    Segment segment = session.segment() == null ? null : network.segment(session.segment());
    if (segment == null) {
      return null;
    }
    SortedSet<Origin> all = new TreeSet<>(segment.dependsOn());
    all.addAll(segment.drawn());
    for (Origin o : all) {
      Id id = Id.of(o.id());
      if (!id.equals(but)
          && design.link(id.owner()) instanceof AccessLink
          && settings(design, id) != null) {
        return new Place(id, true);
      }
    }
    return null;
  }

  /** The settings that a link, or a part of one, holds; null where it holds none. */
  private static @Nullable BgpSettings settings(Design design, Id part) {
    return switch (design.link(part.owner())) {
      case AccessLink l ->
          l.vlans().stream()
              .filter(v -> l.id().part(v.key()).equals(part))
              .map(AccessLink.Vlan::session)
              .findFirst()
              .orElse(null);
      case CloudInterconnect l ->
          l.paths().stream()
              .filter(p -> l.id().part(p.key()).equals(part))
              .map(CloudInterconnect.Path::session)
              .findFirst()
              .orElse(null);
      case VpnConnection l ->
          l.tunnels().stream()
              .filter(t -> l.id().part(t.key()).equals(part))
              .map(VpnConnection.Tunnel::session)
              .findFirst()
              .orElse(null);
      case CircuitConnection l -> l.session();
      case BgpPeering l -> l.session();
      case PrivateLink l -> l.session();
      case null, default -> null;
    };
  }

  /** The settings at an end; null where there are none. */
  public static @Nullable BgpEnd get(Design design, Place place) {
    BgpSettings settings = settings(design, place.part());
    return settings == null ? null : place.atA() ? settings.a() : settings.b();
  }

  /** The design with the settings at an end changed; as it is where it has no such end. */
  public static Design with(Design design, Place place, UnaryOperator<BgpEnd> change) {
    BgpSettings before = settings(design, place.part());
    Link link = design.link(place.part().owner());
    if (before == null || link == null) {
      return design;
    }
    BgpSettings after =
        place.atA()
            ? new BgpSettings(change.apply(before.a()), before.b())
            : new BgpSettings(before.a(), change.apply(before.b()));
    Id part = place.part();
    return design.with(
        switch (link) {
          case AccessLink l ->
              Components.with(
                  l, "vlans", replaced(l.vlans(), v -> l.id().part(v.key()).equals(part), after));
          case CloudInterconnect l ->
              Components.with(
                  l, "paths", replaced(l.paths(), p -> l.id().part(p.key()).equals(part), after));
          case VpnConnection l ->
              Components.with(
                  l,
                  "tunnels",
                  replaced(l.tunnels(), t -> l.id().part(t.key()).equals(part), after));
          default -> Components.with(link, "session", after);
        });
  }

  private static <T> List<T> replaced(
      List<T> parts, java.util.function.Predicate<T> which, BgpSettings session) {
    List<T> all = new ArrayList<>();
    for (T part : parts) {
      all.add(which.test(part) ? Components.with(part, "session", session) : part);
    }
    return all;
  }
}
