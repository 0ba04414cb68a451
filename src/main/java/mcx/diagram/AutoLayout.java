package mcx.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.Cloud;
import mcx.design.CloudInterconnect;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.PointOfPresence;
import mcx.design.Port;
import mcx.design.Premises;
import mcx.design.ProviderEdge;
import mcx.design.Region;
import mcx.design.RouteTable;
import mcx.design.Router;
import mcx.design.VirtualNetwork;
import mcx.geometry.Rect;

/**
 * Lays out elements from nothing: rows inside containers, and the outermost ones in bands, the
 * customer's places on top, providers below them, clouds at the bottom.
 */
final class AutoLayout {

  /** The room between a container's sides and what it holds. */
  static final double PAD = 24;

  /** The room for a container's name. */
  static final double HEADER = 48;

  /** The room between neighbours in a row, and between rows. */
  static final double GAP = 26;

  /** The room below the routers of premises, for their prefixes. */
  static final double PREFIX_LINE = 42;

  /** The room between provider edges, where VRFs are drawn. */
  private static final double WIDE_GAP = 70;

  private static final double COLUMN_GAP = 100;

  /** The room between clouds that are joined back to back. */
  private static final double JOINED_GAP = 340;

  private static final int ROUNDS = 5;

  private final Design design;
  private final SortedMap<Id, Rect> places = new TreeMap<>();
  private final Map<Id, List<Element>> children = new HashMap<>();
  private final Set<Id> only;

  /** Where each element would like to be from left to right, for the order of rows and bands. */
  private final Map<Id, Double> wanted = new HashMap<>();

  /**
   * @param only the elements to lay out; others are passed over
   */
  AutoLayout(Design design, Set<Id> only) {
    this.design = design;
    this.only = only;
    for (Element e : design.elements().values()) {
      Id parent = e.parent();
      if (parent != null && only.contains(e.id()) && Shapes.of(design, e).drawn()) {
        children.computeIfAbsent(parent, k -> new ArrayList<>()).add(e);
      }
    }
  }

  /**
   * Lays out the whole design: first as it comes, then a few times with everything drawn towards
   * what it is joined to; the layout with the shortest ways sideways is taken.
   */
  static SortedMap<Id, Rect> all(Design design) {
    SortedMap<Id, Rect> best = new TreeMap<>();
    double least = Double.POSITIVE_INFINITY;
    Map<Id, Double> wanted = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      AutoLayout layout = new AutoLayout(design, design.elements().keySet());
      layout.wanted.putAll(wanted);
      layout.bands(
          design.children(null).stream().filter(e -> Shapes.of(design, e).drawn()).toList());
      double sideways = sideways(design, layout.places);
      if (sideways < least - 1) {
        least = sideways;
        best = layout.places;
      }
      wanted = layout.towards();
    }
    return best;
  }

  private static double sideways(Design design, SortedMap<Id, Rect> places) {
    double sum = 0;
    for (Link l : design.links().values()) {
      Rect a = places.get(l.a());
      Rect b = places.get(l.b());
      if (a != null && b != null) {
        sum += Math.abs(a.center().x() - b.center().x());
      }
    }
    return sum;
  }

  /** For each element, the middle of what it and all it holds are joined to outside of it. */
  private Map<Id, Double> towards() {
    Map<Id, double[]> sums = new HashMap<>();
    for (Link l : design.links().values()) {
      Rect a = places.get(l.a());
      Rect b = places.get(l.b());
      if (a != null && b != null) {
        pull(sums, l.a(), l.b(), b.center().x());
        pull(sums, l.b(), l.a(), a.center().x());
      }
    }
    Map<Id, Double> result = new HashMap<>();
    sums.forEach((id, sum) -> result.put(id, sum[0] / sum[1]));
    places.forEach((id, r) -> result.putIfAbsent(id, r.center().x()));
    return result;
  }

  private void pull(Map<Id, double[]> sums, Id from, Id to, double x) {
    List<Element> holders = new ArrayList<>(design.ancestors(from));
    Element self = design.element(from);
    if (self != null) {
      holders.add(self);
    }
    List<Element> others = design.ancestors(to);
    for (Element e : holders) {
      if (!others.contains(e)) {
        double[] sum = sums.computeIfAbsent(e.id(), k -> new double[2]);
        sum[0] += x;
        sum[1]++;
      }
    }
  }

  /** Lays out one element and all it holds, its corner at the origin. */
  SortedMap<Id, Rect> block(Element root) {
    places.clear();
    fill(root);
    return new TreeMap<>(places);
  }

  // ---- inside containers

  /** Gives the element its size, at the origin, and what it holds their places in it. */
  private Rect fill(Element e) {
    List<Element> inside = new ArrayList<>(children.getOrDefault(e.id(), List.of()));
    Id holder = e.parent();
    boolean outermost = holder == null || !only.contains(holder);
    List<Element> pills = outermost ? pillsIn(e) : List.of();
    inside.removeIf(c -> Shapes.of(design, c) == Shape.PILL);
    Rect result;
    if (Shapes.of(design, e) != Shape.CONTAINER) {
      result = new Rect(0, 0, Sizes.width(e), Sizes.height(e));
    } else {
      double foot = hasFoot(e) ? PREFIX_LINE : PAD;
      double y = HEADER;
      double width = 190;
      List<List<Element>> rows = rows(inside);
      List<Double> widths = new ArrayList<>();
      for (List<Element> row : rows) {
        double w = 0;
        for (Element c : row) {
          w += fill(c).width();
        }
        w += gap(row) * (row.size() - 1);
        widths.add(w);
        width = Math.max(width, w + 2 * PAD);
      }
      double pillRoom = 0;
      for (Element p : pills) {
        pillRoom += Sizes.width(p) + GAP;
      }
      width = Math.max(width, pillRoom + (pills.isEmpty() ? 0 : titleRoom(e)));
      width = Math.max(width, headerWidth(e));
      for (int i = 0; i < rows.size(); i++) {
        y = placeRow(rows.get(i), widths.get(i), width, y) + GAP;
      }
      double height = rows.isEmpty() ? HEADER + 42 : y - GAP + foot;
      result = new Rect(0, 0, width, height);
    }
    places.put(e.id(), result);
    if (!pills.isEmpty()) {
      pills(e, pills, result);
    }
    return result;
  }

  /** About how wide the beginning of a container's header is, up to the end of its name. */
  private static double titleRoom(Element e) {
    return 62 + 7.8 * e.name().length();
  }

  /** About how wide a whole header is. */
  private double headerWidth(Element e) {
    return switch (e) {
      case Premises p -> titleRoom(e) + 165;
      case mcx.design.Layer3Provider p -> titleRoom(e) + 190;
      case mcx.design.Layer2Provider p -> titleRoom(e) + 110;
      default -> titleRoom(e) + 20;
    };
  }

  private List<Element> pillsIn(Element root) {
    List<Element> pills = new ArrayList<>();
    for (Id id : design.descendants(root.id())) {
      Element e = design.element(id);
      if (e != null && only.contains(id) && Shapes.of(design, e) == Shape.PILL) {
        pills.add(e);
      }
    }
    return pills;
  }

  private double placeRow(List<Element> row, double rowWidth, double width, double y) {
    double x = (width - rowWidth) / 2;
    double height = 0;
    for (Element c : row) {
      Rect r = places.get(c.id());
      if (r == null) {
        continue;
      }
      if (row.size() == 1 && c instanceof VirtualNetwork) {
        // A network alone in its row is as wide as what stands above it.
        if (Shapes.of(design, c) != Shape.CONTAINER) {
          r = new Rect(0, 0, Math.max(r.width(), width - 2 * PAD), r.height());
          places.put(c.id(), r);
          x = (width - r.width()) / 2;
        }
      }
      move(c, x, y);
      x += r.width() + gap(row);
      height = Math.max(height, r.height());
    }
    return y + height;
  }

  private static double gap(List<Element> row) {
    return row.stream().anyMatch(e -> e instanceof ProviderEdge || e instanceof PointOfPresence)
        ? WIDE_GAP
        : row.stream().anyMatch(e -> e instanceof Router) ? GAP + 10 : GAP;
  }

  private List<List<Element>> rows(List<Element> inside) {
    SortedMap<Integer, List<Element>> rows = new TreeMap<>();
    for (Element e : inside) {
      rows.computeIfAbsent(rank(e), k -> new ArrayList<>()).add(e);
    }
    rows.values().forEach(row -> row.sort(this::compare));
    return new ArrayList<>(rows.values());
  }

  private int compare(Element a, Element b) {
    int order = Double.compare(wanted.getOrDefault(a.id(), 0.0), wanted.getOrDefault(b.id(), 0.0));
    return order != 0 ? order : a.id().compareTo(b.id());
  }

  /** Which row of its container an element belongs to. */
  private int rank(Element e) {
    return switch (e) {
      case Router r -> 0;
      case PointOfPresence p -> 0;
      case ProviderEdge p -> 0;
      case Region r -> 0;
      case Gateway g -> endsCircuitOrVpn(g) ? 1 : 2;
      case Port p -> facesCustomer(p) ? 0 : 1;
      case VirtualNetwork n -> 3;
      case RouteTable t -> 4;
      default -> 1;
    };
  }

  /** Whether its prefixes or its AS number stand at its bottom, below what it holds. */
  private static boolean hasFoot(Element e) {
    return switch (e) {
      case Premises p -> true;
      case VirtualNetwork n -> true;
      case Gateway g -> g.asn() != null;
      default -> false;
    };
  }

  private boolean endsCircuitOrVpn(Gateway g) {
    return design.linksOf(g.id()).stream()
            .anyMatch(l -> l instanceof CircuitAttachment || l instanceof mcx.design.VpnConnection)
        || design.linksOf(g.id()).stream()
            .noneMatch(l -> l instanceof mcx.design.GatewayAssociation);
  }

  private boolean facesCustomer(Port p) {
    return design.linksOf(p.id()).stream().anyMatch(l -> l instanceof mcx.design.AccessLink);
  }

  /** Puts pills on the top border, above the gateways that they lead to, or beside each other. */
  private void pills(Element owner, List<Element> pills, Rect holder) {
    List<Element> top = new ArrayList<>();
    int right = 0;
    for (Element p : pills) {
      if (design.linksOf(p.id()).stream().anyMatch(l -> l instanceof CloudInterconnect)) {
        double w = Sizes.width(p);
        places.put(
            p.id(),
            new Rect(holder.right() - w / 2, holder.y() + 60 + 60.0 * right++, w, Sizes.height(p)));
      } else {
        top.add(p);
      }
    }
    top.sort(Comparator.comparingDouble(this::wantedX).thenComparing(Element::id));
    double free = holder.right() - 16;
    double[] x = new double[top.size()];
    for (int i = top.size() - 1; i >= 0; i--) {
      double w = Sizes.width(top.get(i));
      double wanted = wantedX(top.get(i)) - w / 2;
      x[i] = Math.min(wanted, free - w);
      free = x[i] - 16;
    }
    double least = holder.x() + titleRoom(owner);
    for (int i = 0; i < top.size(); i++) {
      x[i] = Math.max(x[i], least);
      double w = Sizes.width(top.get(i));
      double h = Sizes.height(top.get(i));
      places.put(top.get(i).id(), new Rect(x[i], holder.y() - h / 2, w, h));
      least = x[i] + w + 16;
    }
  }

  private double wantedX(Element pill) {
    double sum = 0;
    int n = 0;
    for (Link l : design.linksOf(pill.id())) {
      Rect r = l instanceof CircuitAttachment ? places.get(l.other(pill.id())) : null;
      if (r != null) {
        sum += r.center().x();
        n++;
      }
    }
    return n == 0 ? Double.MAX_VALUE / 4 : sum / n;
  }

  private void move(Element e, double dx, double dy) {
    Rect r = places.get(e.id());
    if (r != null) {
      places.put(e.id(), r.moved(dx, dy));
    }
    for (Element c : children.getOrDefault(e.id(), List.of())) {
      move(c, dx, dy);
    }
  }

  // ---- bands

  private void bands(List<Element> roots) {
    Map<Integer, List<Element>> bands = new TreeMap<>();
    for (Element e : roots) {
      fill(e);
      bands.computeIfAbsent(band(e), k -> new ArrayList<>()).add(e);
    }
    List<List<Element>> order = new ArrayList<>(bands.values());
    order.forEach(band -> band.sort(this::compare));
    place(order);
  }

  private void place(List<List<Element>> order) {
    Bands bands = new Bands(this::size, this::columnGap);
    List<Bands.Row> rows = bands.folded(order);
    double widest = bands.width(rows);
    double y = 60;
    for (Bands.Row row : rows) {
      double x = 60 + Snapping.grid((widest - bands.width(row)) / 2);
      for (int k = 0; k < row.elements().size(); k++) {
        Element e = row.elements().get(k);
        if (k > 0) {
          x += columnGap(row.elements().get(k - 1), e);
        }
        move(e, x, y);
        x += size(e).width();
      }
      y = Snapping.grid(y + bands.height(row));
    }
    turnPills();
  }

  private Rect size(Element e) {
    Rect r = places.get(e.id());
    return r == null ? new Rect(0, 0, 0, 0) : r;
  }

  private double columnGap(Element left, Element right) {
    boolean joined =
        design.allLinks(CloudInterconnect.class).stream()
            .anyMatch(
                l -> {
                  Set<Id> roots = Set.of(root(l.a()), root(l.b()));
                  return roots.contains(left.id()) && roots.contains(right.id());
                });
    return joined ? JOINED_GAP : COLUMN_GAP;
  }

  /** Puts pills of an interconnect on the sides of the two clouds that face each other. */
  private void turnPills() {
    for (CloudInterconnect l : design.allLinks(CloudInterconnect.class)) {
      for (Id end : List.of(l.a(), l.b())) {
        Rect pill = places.get(end);
        Rect own = places.get(root(end));
        Rect other = places.get(root(l.other(end)));
        if (pill != null && own != null && other != null) {
          double side = other.center().x() < own.center().x() ? own.x() : own.right();
          places.put(end, new Rect(side - pill.width() / 2, pill.y(), pill.width(), pill.height()));
        }
      }
    }
  }

  private int band(Element e) {
    return switch (e) {
      case Premises p -> 0;
      case Router r -> 0;
      case Cloud c -> 2;
      case Region r -> 2;
      case VirtualNetwork n -> 2;
      case Gateway g -> 2;
      case Circuit c -> 2;
      default -> 1;
    };
  }

  private Id root(Id id) {
    List<Element> above = design.ancestors(id);
    return above.isEmpty() ? id : above.getLast().id();
  }
}
