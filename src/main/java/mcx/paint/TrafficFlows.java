package mcx.paint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mcx.analysis.SitePath;
import mcx.design.Id;
import mcx.geometry.Point;
import mcx.geometry.Polyline;

/** Makes flows of traffic between two sites: on the links they run over. */
final class TrafficFlows {

  private TrafficFlows() {}

  /** Of very many ways that share traffic, so many are drawn. */
  private static final int MOST_WAYS = 16;

  /** The ways of the traffic; where it does not arrive, as far as it gets, and why. */
  static List<Overlay.Flow> of(Scene scene, SitePath path, Overlay.Role role) {
    List<Overlay.Flow> flows = new ArrayList<>();
    Set<String> drawn = new HashSet<>();
    for (List<Id> way : path.reaches() ? path.waysDrawn(MOST_WAYS) : List.of(path.drawn())) {
      List<Trail.Leg> legs = Trail.along(scene, way, path.from(), null);
      for (int i = 0; i < legs.size(); i++) {
        if (drawn.add(legs.get(i).name())) {
          boolean last = i == legs.size() - 1;
          Polyline line = legs.get(i).line();
          boolean arrives = last && path.reaches();
          Overlay.Stop stop = last && !arrives ? stop(scene, line.end(), path.reason()) : null;
          flows.add(new Overlay.Flow(line, role, null, arrives, null, stop));
        }
      }
    }
    Scene.Box from = flows.isEmpty() && !path.reaches() ? scene.box(path.from()) : null;
    if (from != null) {
      Point at = new Point(from.bounds().right(), from.bounds().center().y());
      Polyline stub = new Polyline(List.of(at.plus(-1, 0), at));
      flows.add(new Overlay.Flow(stub, role, null, false, null, stop(scene, at, path.reason())));
    }
    return flows;
  }

  private static Overlay.Stop stop(Scene scene, Point at, String why) {
    List<String> reasons = why.isBlank() ? List.of() : List.of(why);
    return Callouts.stop(at, "No path from here", "", reasons, new Callouts(scene));
  }
}
