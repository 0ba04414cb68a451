package mcx.paint;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.SitePath;
import mcx.geometry.Point;
import mcx.geometry.Polyline;

/** Makes flows of traffic between two sites: on the links they run over. */
final class TrafficFlows {

  private TrafficFlows() {}

  /** The way of the traffic; where it does not arrive, as far as it gets, and why. */
  static List<Overlay.Flow> of(Scene scene, SitePath path, Overlay.Role role) {
    List<Trail.Leg> legs = Trail.along(scene, path.drawn(), path.from(), null);
    List<Overlay.Flow> flows = new ArrayList<>();
    for (int i = 0; i < legs.size(); i++) {
      boolean last = i == legs.size() - 1;
      Polyline line = legs.get(i).line();
      boolean arrives = last && path.reaches();
      Overlay.Stop stop = last && !arrives ? stop(scene, line.end(), path.reason()) : null;
      flows.add(new Overlay.Flow(line, role, null, arrives, null, stop));
    }
    Scene.Box from = legs.isEmpty() && !path.reaches() ? scene.box(path.from()) : null;
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
