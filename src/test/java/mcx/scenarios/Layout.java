package mcx.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.design.Design;
import mcx.design.Id;
import mcx.diagram.Diagram;
import mcx.diagram.Document;
import mcx.geometry.Point;
import mcx.geometry.Rect;

/** Puts the elements of a design on the canvas, in diagram units. */
final class Layout {

  private static final double PILL_HEIGHT = 30;

  private final Design design;
  private final SortedMap<Id, Rect> bounds = new TreeMap<>();
  private final SortedMap<Id, List<Point>> bends = new TreeMap<>();
  private final SortedMap<Id, Diagram.Note> notes = new TreeMap<>();

  Layout(Design design) {
    this.design = design;
  }

  Document document() {
    return new Document(design, new Diagram(bounds, bends, notes), new TreeMap<>());
  }

  Layout box(String id, double x, double y, double width, double height) {
    Id key = Id.of(id);
    if (!design.elements().containsKey(key)) {
      throw new IllegalArgumentException("no element " + id);
    }
    bounds.put(key, new Rect(x, y, width, height));
    return this;
  }

  /** A box by the middle of its top. */
  Layout under(String id, double middleX, double y, double width, double height) {
    return box(id, middleX - width / 2, y, width, height);
  }

  Layout router(String id, double middleX, double y) {
    return under(id, middleX, y, 100, 70);
  }

  Layout edge(String id, double middleX, double y) {
    return under(id, middleX, y, 100, 50);
  }

  Layout gateway(String id, double middleX, double y, double width) {
    return under(id, middleX, y, width, 60);
  }

  Layout port(String id, double middleX, double y) {
    return under(id, middleX, y, 90, 30);
  }

  /** A circuit that straddles its cloud's top border. */
  Layout pill(String id, double middleX, double borderY, double width) {
    return under(id, middleX, borderY - PILL_HEIGHT / 2, width, PILL_HEIGHT);
  }

  /** A circuit that straddles its cloud's left or right border. */
  Layout sidePill(String id, double borderX, double middleY, double width) {
    return box(id, borderX - width / 2, middleY - PILL_HEIGHT / 2, width, PILL_HEIGHT);
  }

  /** Corners of a link, from its end a, as x and y in turn. */
  Layout bends(String link, double... coordinates) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < coordinates.length; i += 2) {
      points.add(new Point(coordinates[i], coordinates[i + 1]));
    }
    bends.put(Id.of(link), points);
    return this;
  }

  Layout note(String text, double x, double y, double width, double height) {
    notes.put(Id.of("note"), new Diagram.Note(new Rect(x, y, width, height), text));
    return this;
  }
}
