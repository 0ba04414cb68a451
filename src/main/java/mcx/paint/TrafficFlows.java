package mcx.paint;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.SitePath;
import mcx.geometry.Point;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/** Makes flows of traffic between two sites. */
final class TrafficFlows {

  private static final double CALLOUT_TEXT = 220;

  private TrafficFlows() {}

  static List<Overlay.Flow> of(Scene scene, SitePath path, Overlay.Role role) {
    List<Trail.Leg> legs = Trail.along(scene, path.drawn(), path.from()).legs();
    List<Overlay.Flow> flows = new ArrayList<>();
    for (int i = 0; i < legs.size(); i++) {
      boolean last = i == legs.size() - 1;
      Polyline line = legs.get(i).line();
      Overlay.Stop stop =
          last && !path.reaches() ? stop(scene, line.end(), path.reason()) : null;
      flows.add(new Overlay.Flow(line, role, null, last && path.reaches(), null, stop));
    }
    if (legs.isEmpty() && !path.reaches()) {
      Scene.Box from = scene.box(path.from());
      if (from != null) {
        Point at = new Point(from.bounds().right(), from.bounds().center().y());
        Polyline stub = new Polyline(List.of(at.plus(-1, 0), at));
        flows.add(new Overlay.Flow(stub, role, null, false, null, stop(scene, at, path.reason())));
      }
    }
    return flows;
  }

  private static Overlay.Stop stop(Scene scene, Point at, String why) {
    String title = "No path from here";
    List<String> reason =
        why.isBlank() ? List.of() : ScenePainter.wrapped(why, TextStyle.SMALL, CALLOUT_TEXT);
    double width = Fonts.width(title, TextStyle.NAME);
    for (String line : reason) {
      width = Math.max(width, Fonts.width(line, TextStyle.SMALL));
    }
    @Nullable Rect callout =
        new Callouts(scene).near(at, Math.ceil(width) + 26, 30 + reason.size() * 15);
    return new Overlay.Stop(at, callout, title, "", reason);
  }
}
