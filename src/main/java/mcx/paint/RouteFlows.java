package mcx.paint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import mcx.analysis.SessionFlow;
import mcx.catalog.Vendor;
import mcx.design.Cloud;
import mcx.design.Id;
import mcx.geometry.Point;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import org.jspecify.annotations.Nullable;

/** Makes flows of advertisements: beside the links they run over, coloured by where they are from. */
final class RouteFlows {

  /** How far a flow runs beside its link, to the right of its direction. */
  private static final double BESIDE = 6;

  private static final double LANE = 6;

  private static final double CALLOUT_TEXT = 220;

  /** More words than these would hide the picture. */
  private static final int MOST_CALLOUTS = 4;

  private final Scene scene;
  private final Callouts places;
  private final Map<String, Integer> lanes = new HashMap<>();
  private int callouts;

  RouteFlows(Scene scene) {
    this.scene = scene;
    this.places = new Callouts(scene);
  }

  Overlay of(List<SessionFlow> sessions, Predicate<Advertisement> wanted) {
    List<Overlay.Flow> flows = new ArrayList<>();
    boolean single = sessions.size() == 1;
    List<Runnable> later = new ArrayList<>();
    for (SessionFlow session : sessions) {
      List<Advertisement> accepted = new ArrayList<>();
      List<Advertisement> refused = new ArrayList<>();
      List<Advertisement> withheld = new ArrayList<>();
      for (Advertisement a : session.routes()) {
        if (wanted.test(a)) {
          (a.outcome() == Advertisement.Outcome.ACCEPTED
                  ? accepted
                  : a.outcome().sent() ? refused : withheld)
              .add(a);
        }
      }
      if (!accepted.isEmpty()) {
        add(flows, session, accepted, Overlay.Role.ROUTES);
      }
      if (!refused.isEmpty()) {
        add(flows, session, refused, Overlay.Role.STOPPED);
      }
      if (single && accepted.isEmpty() && refused.isEmpty() && !withheld.isEmpty()) {
        later.add(() -> held(flows, session, withheld));
      }
    }
    later.forEach(Runnable::run);
    return new Overlay(flows, Set.of(), Set.of());
  }

  private Trail trail(SessionFlow session) {
    List<Id> drawn = session.drawn().isEmpty() ? List.of(session.link()) : session.drawn();
    return Trail.along(scene, drawn, element(session.from()));
  }

  /** The design element of a table; null where its node stands for none. */
  private @Nullable Id element(VrfId table) {
    int slash = table.node().indexOf('/');
    Id id = Id.of(slash < 0 ? table.node() : table.node().substring(0, slash));
    return scene.document().design().element(id) == null ? null : id;
  }

  private void add(
      List<Overlay.Flow> flows,
      SessionFlow session,
      List<Advertisement> routes,
      Overlay.Role role) {
    List<Trail.Leg> legs = trail(session).legs();
    for (int i = 0; i < legs.size(); i++) {
      boolean last = i == legs.size() - 1;
      Polyline line = lane(legs.get(i));
      boolean stops = last && role == Overlay.Role.STOPPED;
      Overlay.Chip chip = last && !stops ? chip(line, routes) : null;
      Overlay.Stop stop = stops ? stop(line.end(), routes, "stops here") : null;
      flows.add(new Overlay.Flow(line, role, tint(routes), last, chip, stop));
    }
  }

  /** Routes that never left: a mark where they would have. */
  private void held(List<Overlay.Flow> flows, SessionFlow session, List<Advertisement> routes) {
    List<Trail.Leg> legs = trail(session).legs();
    if (!legs.isEmpty()) {
      Polyline line = lane(legs.getFirst());
      Polyline stub = new Polyline(List.of(line.start(), line.at(Math.min(1, 26 / line.length()))));
      Overlay.Stop stop = stop(stub.end(), routes, "is not sent");
      flows.add(new Overlay.Flow(stub, Overlay.Role.STOPPED, null, false, null, stop));
    }
  }

  /** A line beside the link's, further out for each flow there is already in this direction. */
  private Polyline lane(Trail.Leg leg) {
    Point p = leg.line().start();
    int lane = lanes.merge(leg.link() + " " + p.x() + " " + p.y(), 1, Integer::sum) - 1;
    return VrfOverlay.beside(leg.line(), -(BESIDE + leg.halfWidth() + lane * LANE));
  }

  private Overlay.@Nullable Chip chip(Polyline line, List<Advertisement> routes) {
    Set<String> paths = new LinkedHashSet<>();
    routes.forEach(a -> paths.add(a.asPath().toString()));
    String text =
        paths.size() == 1 ? paths.iterator().next() : routes.size() + " routes";
    if (text.isBlank() || line.length() < 30) {
      return null;
    }
    double width = Fonts.width(text, TextStyle.CODE) + 20;
    Rect place = places.beside(line, width, 22);
    return place == null ? null : new Overlay.Chip(place, text);
  }

  private Overlay.Stop stop(Point at, List<Advertisement> routes, String what) {
    Advertisement first = routes.getFirst();
    String title =
        (routes.size() == 1 ? first.prefix().toString() : routes.size() + " prefixes") + " " + what;
    String code = first.asPath().toString();
    List<String> reason = ScenePainter.wrapped(first.reason(), TextStyle.SMALL, CALLOUT_TEXT);
    Rect callout = null;
    if (callouts++ < MOST_CALLOUTS) {
      double width =
          Math.max(Fonts.width(title, TextStyle.NAME), Fonts.width(code, TextStyle.CODE));
      for (String line : reason) {
        width = Math.max(width, Fonts.width(line, TextStyle.SMALL));
      }
      double height = 28 + (code.isBlank() ? 0 : 17) + reason.size() * 15;
      callout = places.near(at, Math.ceil(width) + 26, height + 2);
    }
    return new Overlay.Stop(at, callout, title, code, reason);
  }

  /** The vendor's colour where all of them come from one cloud. */
  private @Nullable Color tint(List<Advertisement> routes) {
    Set<String> vendors = new LinkedHashSet<>();
    for (Advertisement a : routes) {
      Id site = element(a.route().source());
      Cloud cloud = site == null ? null : scene.document().design().within(site, Cloud.class);
      vendors.add(cloud == null ? "" : cloud.vendor());
    }
    Vendor vendor =
        vendors.size() == 1 ? scene.catalog().vendor(vendors.iterator().next()) : null;
    return vendor == null ? null : Color.of(vendor.color());
  }
}
