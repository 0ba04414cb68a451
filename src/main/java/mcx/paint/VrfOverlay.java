package mcx.paint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.design.AccessLink;
import mcx.design.CircuitConnection;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Layer3Provider;
import mcx.design.Link;
import mcx.design.ProviderEdge;
import mcx.design.Vrf;
import mcx.diagram.Diagram;
import mcx.geometry.Point;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;

/**
 * Works out how VRFs are shown: a track in the VRF's colour from provider edge to provider edge, a
 * strand of it on each link that leads into it, and its name on the track or, where there is no
 * room, beside the provider's name.
 */
final class VrfOverlay {

  /** The room between tracks. */
  private static final double TRACK = 9;

  /** The room between the strands of one link. */
  static final double STRAND = 4;

  /** The room between tracks that bear their names. */
  private static final double NAMED_TRACK = 17;

  private final Design design;
  private final Diagram diagram;
  private final VrfColors colors;
  private final SortedMap<Id, Set<Id>> edges = new TreeMap<>();

  VrfOverlay(Design design, Diagram diagram, VrfColors colors) {
    this.design = design;
    this.diagram = diagram;
    this.colors = colors;
    for (Link link : design.links().values()) {
      for (Id vrf : vrfs(link)) {
        edges.computeIfAbsent(vrf, k -> new TreeSet<>()).add(link.b());
      }
    }
  }

  /** The VRFs that a link leads into, each once, in the order of its VLANs. */
  List<Id> vrfs(Link link) {
    List<Id> result = new ArrayList<>();
    if (!(design.element(link.b()) instanceof ProviderEdge)) {
      return result;
    }
    switch (link) {
      case AccessLink a -> {
        for (AccessLink.Vlan v : a.vlans()) {
          add(result, colors.vrf(v.vrf(), a.b()));
        }
        if (a.vlans().isEmpty()) {
          add(result, colors.vrf(null, a.b()));
        }
      }
      case CircuitConnection c -> add(result, colors.vrf(c.vrf(), c.b()));
      default -> {}
    }
    return result;
  }

  /** Whether the edge's provider has several VRFs, so that it matters which. */
  private boolean oneOfMany(Id edge) {
    Layer3Provider provider = design.within(edge, Layer3Provider.class);
    return provider != null && colors.of(provider.id()).size() > 1;
  }

  private static void add(List<Id> list, @org.jspecify.annotations.Nullable Id id) {
    if (id != null && !list.contains(id)) {
      list.add(id);
    }
  }

  /** The strands of a link, side by side along its line. */
  List<Scene.Strand> strands(Link link, Polyline line) {
    List<Id> vrfs = oneOfMany(link.b()) ? vrfs(link) : List.of();
    List<Scene.Strand> strands = new ArrayList<>();
    for (int i = 0; i < vrfs.size(); i++) {
      Vrf vrf = design.element(vrfs.get(i), Vrf.class);
      if (vrf != null) {
        double off = (i - (vrfs.size() - 1) / 2.0) * STRAND;
        strands.add(new Scene.Strand(vrf.id(), colors.of(vrf), beside(line, off)));
      }
    }
    return strands;
  }

  /** A line along the axes, moved to its left by so much. */
  static Polyline beside(Polyline line, double off) {
    if (off == 0) {
      return line;
    }
    List<Point> points = line.points();
    int n = points.size();
    List<Point> moved = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double dx = 0;
      double dy = 0;
      for (int k = Math.max(0, i - 1); k <= Math.min(i, n - 2); k++) {
        Point p = points.get(k);
        Point q = points.get(k + 1);
        double length = p.distance(q);
        if (length > 0) {
          double nx = (q.y() - p.y()) / length * off;
          double ny = -(q.x() - p.x()) / length * off;
          dx = Math.abs(nx) > Math.abs(dx) ? nx : dx;
          dy = Math.abs(ny) > Math.abs(dy) ? ny : dy;
        }
      }
      moved.add(points.get(i).plus(dx, dy));
    }
    return new Polyline(moved);
  }

  /** The tracks and names of a provider's VRFs. */
  List<Scene.VrfMark> marks(Layer3Provider provider) {
    List<Vrf> vrfs = colors.of(provider.id());
    List<Scene.VrfMark> marks = new ArrayList<>();
    List<Id> all = edgesOf(provider.id());
    boolean named = roomForNames(all, vrfs);
    double room = named ? Math.min(NAMED_TRACK, 44.0 / Math.max(1, vrfs.size())) : TRACK;
    for (int i = 0; i < vrfs.size(); i++) {
      Vrf vrf = vrfs.get(i);
      double off = (i - (vrfs.size() - 1) / 2.0) * room;
      List<Id> of = new ArrayList<>(all);
      of.retainAll(edges.getOrDefault(vrf.id(), Set.of()));
      List<Polyline> tracks = new ArrayList<>();
      for (int k = 0; k + 1 < of.size(); k++) {
        Rect a = diagram.bounds(of.get(k));
        Rect b = diagram.bounds(of.get(k + 1));
        if (a != null && b != null) {
          tracks.add(track(a, b, off));
        }
      }
      String name = vrf.name().isBlank() ? "VRF" : vrf.name();
      marks.add(
          new Scene.VrfMark(
              provider.id(),
              vrf.id(),
              name,
              colors.of(vrf),
              tracks,
              named && !tracks.isEmpty(),
              of));
    }
    return marks;
  }

  /** The provider's edges, from left to right or from top to bottom, whichever way they stand. */
  private List<Id> edgesOf(Id provider) {
    List<Id> ids = new ArrayList<>();
    Rect all = null;
    for (Id id : design.descendants(provider)) {
      Rect r = diagram.bounds(id);
      if (design.element(id) instanceof ProviderEdge && r != null) {
        ids.add(id);
        all = all == null ? r : all.union(r);
      }
    }
    boolean wide = all == null || all.width() >= all.height();
    ids.sort(
        Comparator.<Id>comparingDouble(
                id -> {
                  Rect r = diagram.bounds(id);
                  return r == null ? 0 : wide ? r.center().x() : r.center().y();
                })
            .thenComparing(id -> id));
    return ids;
  }

  private boolean roomForNames(List<Id> all, List<Vrf> vrfs) {
    if (all.size() < 2 || vrfs.isEmpty() || vrfs.size() > 3) {
      return false;
    }
    double widest = 0;
    for (Vrf v : vrfs) {
      widest = Math.max(widest, Fonts.width(v.name(), ScenePainter.VRF_NAME));
    }
    for (int i = 0; i + 1 < all.size(); i++) {
      Rect a = diagram.bounds(all.get(i));
      Rect b = diagram.bounds(all.get(i + 1));
      if (a == null || b == null || b.x() - a.right() < widest + 18) {
        return false;
      }
    }
    return true;
  }

  /** The way from the left (or upper) box to the other, moved aside by so much. */
  static Polyline track(Rect a, Rect b, double off) {
    double low = Math.max(a.y(), b.y());
    double high = Math.min(a.bottom(), b.bottom());
    if (high - low > 20) {
      double y = (low + high) / 2 + off;
      return new Polyline(List.of(new Point(a.right(), y), new Point(b.x(), y)));
    }
    double left = Math.max(a.x(), b.x());
    double right = Math.min(a.right(), b.right());
    if (right - left > 20) {
      double x = (left + right) / 2 + off;
      return new Polyline(List.of(new Point(x, a.bottom()), new Point(x, b.y())));
    }
    Point from = new Point(a.right(), a.center().y() + off);
    Point to = new Point(b.x(), b.center().y() + off);
    double x = (from.x() + to.x()) / 2 + (from.y() < to.y() ? -off : off);
    return new Polyline(List.of(from, new Point(x, from.y()), new Point(x, to.y()), to));
  }

  /** The colours of the VRFs that something leads into at this edge. */
  List<Color> at(Id edge) {
    List<Color> result = new ArrayList<>();
    if (!oneOfMany(edge)) {
      return result;
    }
    for (var entry : edges.entrySet()) {
      Element vrf = design.element(entry.getKey());
      if (entry.getValue().contains(edge) && vrf instanceof Vrf v) {
        result.add(colors.of(v));
      }
    }
    return result;
  }
}
