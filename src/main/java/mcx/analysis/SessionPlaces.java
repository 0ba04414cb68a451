package mcx.analysis;

import java.util.SortedSet;
import java.util.TreeSet;
import mcx.change.fix.Hop;
import mcx.design.AccessLink;
import mcx.design.BgpEnd;
import mcx.design.BgpPeering;
import mcx.design.BgpSettings;
import mcx.design.CircuitConnection;
import mcx.design.CloudInterconnect;
import mcx.design.Design;
import mcx.design.Id;
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
public final class SessionPlaces {

  private SessionPlaces() {}

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
    return Hop.of(design, part).stream()
        .filter(h -> h.id().equals(part))
        .map(Hop::session)
        .findFirst()
        .orElse(null);
  }

  /** The settings at an end; null where there are none. */
  public static @Nullable BgpEnd get(Design design, Place place) {
    BgpSettings settings = settings(design, place.part());
    return settings == null ? null : place.atA() ? settings.a() : settings.b();
  }
}
