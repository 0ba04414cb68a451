package mcx.paint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import mcx.analysis.SessionFlow;
import mcx.catalog.Vendor;
import mcx.design.Cloud;
import mcx.design.Id;
import mcx.geometry.Point;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.AdvertisementGroup;
import org.jspecify.annotations.Nullable;

/**
 * Makes flows of advertisements: beside the links they run over, coloured by where they are from.
 * Sessions that say the same on the same link share a flow.
 */
final class RouteFlows {

  /** How far a flow runs beside its link, to the right of its direction. */
  private static final double BESIDE = 6;

  private static final double LANE = 7;

  /** How much of a link is drawn where a route never left. */
  private static final double STUB = 26;

  /** More words than these would hide the picture. */
  private static final int MOST_CALLOUTS = 4;

  private static final double CHIP_HEIGHT = 22;

  /** A flow along one line, with all that is said at its end. */
  private static final class Strand {
    final Polyline line;
    final Overlay.Role role;
    final @Nullable Color tint;
    final List<Advertisement> said = new ArrayList<>();
    boolean last;

    Strand(Polyline line, Overlay.Role role, @Nullable Color tint) {
      this.line = line;
      this.role = role;
      this.tint = tint;
    }
  }

  private final Scene scene;
  private final Map<String, Strand> strands = new LinkedHashMap<>();
  private final Map<String, Integer> lanes = new HashMap<>();

  RouteFlows(Scene scene) {
    this.scene = scene;
  }

  Overlay of(List<SessionFlow> sessions, Predicate<Advertisement> wanted) {
    return from(sessions, session -> session.routes().stream().filter(wanted).toList());
  }

  /** What is sent of the prefixes of one table; of one prefix, where one is given. */
  Overlay ofOrigin(List<SessionFlow> sessions, VrfId source, @Nullable Prefix prefix) {
    // By groups: to go through every prefix of every session takes too long for a frame.
    return from(
        sessions,
        session ->
            session.routes().groups().stream()
                .filter(g -> g.source().equals(source) && g.outcome().sent())
                .flatMap(g -> prefix == null ? g.all().stream() : g.about(prefix).stream())
                .toList());
  }

  private Overlay from(
      List<SessionFlow> sessions, Function<SessionFlow, List<Advertisement>> wanted) {
    for (SessionFlow session : sessions) {
      List<Advertisement> accepted = new ArrayList<>();
      List<Advertisement> refused = new ArrayList<>();
      List<Advertisement> withheld = new ArrayList<>();
      for (Advertisement a : wanted.apply(session)) {
        (a.outcome() == Advertisement.Outcome.ACCEPTED
                ? accepted
                : a.outcome().sent() ? refused : withheld)
            .add(a);
      }
      add(session, accepted, Overlay.Role.ROUTES);
      add(session, refused, Overlay.Role.STOPPED);
      if (sessions.size() == 1 && accepted.isEmpty() && refused.isEmpty()) {
        hold(session, withheld);
      }
    }
    return new Overlay(flows(), Set.of(), Set.of());
  }

  /** Every session in both directions, told apart by nothing but links: no words at all. */
  Overlay ofAll(List<SessionFlow> sessions) {
    for (SessionFlow session : sessions) {
      boolean accepted = false;
      boolean refused = false;
      for (AdvertisementGroup g : session.routes().groups()) {
        accepted |= g.outcome() == Advertisement.Outcome.ACCEPTED;
        refused |= g.outcome().sent() && g.outcome() != Advertisement.Outcome.ACCEPTED;
      }
      if (accepted || refused) {
        Overlay.Role role = accepted ? Overlay.Role.ROUTES : Overlay.Role.STOPPED;
        List<Trail.Leg> legs = legs(session);
        for (int i = 0; i < legs.size(); i++) {
          Trail.Leg leg = legs.get(i);
          Strand strand =
              strands.computeIfAbsent(
                  leg.name() + " " + role, k -> new Strand(lane(leg), role, null));
          strand.last |= i == legs.size() - 1;
        }
      }
    }
    List<Overlay.Flow> flows = new ArrayList<>();
    for (Strand s : strands.values()) {
      boolean stops = s.last && s.role == Overlay.Role.STOPPED;
      Overlay.Stop stop = stops ? new Overlay.Stop(s.line.end(), null, "", "", List.of()) : null;
      flows.add(new Overlay.Flow(s.line, s.role, null, s.last, null, stop));
    }
    return new Overlay(flows, Set.of(), Set.of());
  }

  private void add(SessionFlow session, List<Advertisement> routes, Overlay.Role role) {
    if (routes.isEmpty()) {
      return;
    }
    Color tint = role == Overlay.Role.ROUTES ? tint(routes) : null;
    List<Trail.Leg> legs = legs(session);
    for (int i = 0; i < legs.size(); i++) {
      Trail.Leg leg = legs.get(i);
      Strand strand =
          strands.computeIfAbsent(
              leg.name() + " " + role + " " + tint, k -> new Strand(lane(leg), role, tint));
      if (i == legs.size() - 1) {
        strand.last = true;
        strand.said.addAll(routes);
      }
    }
  }

  /** Routes that never left: a mark where they would have. */
  private void hold(SessionFlow session, List<Advertisement> routes) {
    List<Trail.Leg> legs = legs(session);
    if (!legs.isEmpty() && !routes.isEmpty()) {
      Polyline line = lane(legs.getFirst());
      Point end = line.at(Math.min(1, STUB / Math.max(1, line.length())));
      Strand strand =
          new Strand(new Polyline(List.of(line.start(), end)), Overlay.Role.STOPPED, null);
      strand.last = true;
      strand.said.addAll(routes);
      strands.put("held", strand);
    }
  }

  private List<Trail.Leg> legs(SessionFlow session) {
    List<Id> drawn = session.drawn().isEmpty() ? List.of(session.link()) : session.drawn();
    return Trail.along(scene, drawn, element(session.from()), element(session.to()));
  }

  /** The design element of a table; null where its node stands for none. */
  private @Nullable Id element(VrfId table) {
    Id id = Id.of(table.node()).owner();
    return scene.document().design().element(id) == null ? null : id;
  }

  /** A line beside the link's, further out for each flow there is already in this direction. */
  private Polyline lane(Trail.Leg leg) {
    int lane = lanes.merge(leg.name(), 1, Integer::sum) - 1;
    return VrfOverlay.beside(leg.line(), -(BESIDE + leg.halfWidth() + lane * LANE));
  }

  // ---- words

  private List<Overlay.Flow> flows() {
    Callouts places = new Callouts(scene);
    strands.values().forEach(s -> places.avoid(s.line));
    List<Overlay.Flow> flows = new ArrayList<>();
    int callouts = 0;
    for (Strand s : strands.values()) {
      boolean stops = s.last && s.role == Overlay.Role.STOPPED;
      Overlay.Stop stop = stops ? stop(s, places, callouts++ < MOST_CALLOUTS) : null;
      Overlay.Chip chip = s.last && !stops ? chip(s, places) : null;
      flows.add(new Overlay.Flow(s.line, s.role, s.tint, s.last, chip, stop));
    }
    return flows;
  }

  private static Overlay.@Nullable Chip chip(Strand s, Callouts places) {
    Set<String> paths = new LinkedHashSet<>();
    s.said.forEach(a -> paths.add(a.asPath().toString()));
    String text = paths.size() == 1 ? paths.iterator().next() : paths.size() + " AS paths";
    if (text.isBlank() || s.line.length() < 30) {
      return null;
    }
    Rect place = places.beside(s.line, Fonts.width(text, TextStyle.CODE) + 20, CHIP_HEIGHT);
    return place == null ? null : new Overlay.Chip(place, text);
  }

  private static Overlay.Stop stop(Strand s, Callouts places, boolean words) {
    Advertisement first = s.said.getFirst();
    Set<String> prefixes = new LinkedHashSet<>();
    Set<String> reasons = new LinkedHashSet<>();
    for (Advertisement a : s.said) {
      prefixes.add(a.prefix().toString());
      reasons.add(a.reason());
    }
    String what = first.outcome().sent() ? "stops here" : "is not sent";
    String title =
        prefixes.size() == 1
            ? first.prefix() + " " + what
            : prefixes.size()
                + " prefixes "
                + (first.outcome().sent() ? "stop here" : "are not sent");
    return Callouts.stop(
        s.line.end(),
        title,
        first.asPath().toString(),
        List.copyOf(reasons),
        words ? places : null);
  }

  /** The vendor's colour where all of them come from one cloud. */
  private @Nullable Color tint(List<Advertisement> routes) {
    Set<String> vendors = new LinkedHashSet<>();
    for (Advertisement a : routes) {
      Id site = element(a.route().source());
      Cloud cloud = site == null ? null : scene.document().design().within(site, Cloud.class);
      vendors.add(cloud == null ? "" : cloud.vendor());
    }
    Vendor vendor = vendors.size() == 1 ? scene.catalog().vendor(vendors.iterator().next()) : null;
    return vendor == null ? null : Color.of(vendor.color());
  }
}
