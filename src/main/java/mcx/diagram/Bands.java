package mcx.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import mcx.design.Element;
import mcx.geometry.Rect;

/** The bands of a layout; where they would be too wide to look at, each in several rows. */
final class Bands {

  /** The room between bands, where links turn. */
  private static final double BAND_GAP = 130;

  /** The room between rows of one band. */
  private static final double ROW_GAP = 90;

  /** How much wider than high a drawing may be before its bands are folded. */
  private static final double WIDEST = 3.5;

  private static final int MOST_ROWS = 12;

  private final Function<Element, Rect> size;
  private final ToDoubleBiFunction<Element, Element> gap;

  /**
   * @param size how large an element is
   * @param gap the room between two neighbours, left and right
   */
  Bands(Function<Element, Rect> size, ToDoubleBiFunction<Element, Element> gap) {
    this.size = size;
    this.gap = gap;
  }

  /** Elements side by side. */
  record Row(List<Element> elements, boolean endsBand) {}

  /**
   * The rows of a drawing that is not too wide, from the top.
   *
   * @param bands each from left to right
   */
  List<Row> folded(List<List<Element>> bands) {
    List<Row> best = rows(bands, Double.POSITIVE_INFINITY);
    double widest = width(best);
    for (int parts = 2; width(best) > WIDEST * height(best) && parts <= MOST_ROWS; parts++) {
      best = rows(bands, widest / parts);
    }
    return best;
  }

  /** The bands in rows, each in as many as it takes not to be wider than this. */
  private List<Row> rows(List<List<Element>> bands, double most) {
    List<Row> all = new ArrayList<>();
    for (List<Element> band : bands) {
      int count = (int) Math.ceil(width(new Row(band, true)) / most);
      int parts = Math.clamp(count, 1, Math.max(1, band.size()));
      for (int part = 0; part < parts; part++) {
        // Neighbours stand above each other, so that each stays near to what it is joined to.
        List<Element> row = new ArrayList<>();
        for (int i = part; i < band.size(); i += parts) {
          row.add(band.get(i));
        }
        all.add(new Row(row, part == parts - 1));
      }
    }
    return all;
  }

  /** How wide the widest row is. */
  double width(List<Row> rows) {
    return rows.stream().mapToDouble(this::width).max().orElse(0);
  }

  double width(Row row) {
    double w = 0;
    for (int i = 0; i < row.elements.size(); i++) {
      Element e = row.elements.get(i);
      w += size.apply(e).width();
      w += i == 0 ? 0 : gap.applyAsDouble(row.elements.get(i - 1), e);
    }
    return w;
  }

  /** How high a row is, with the room below it. */
  double height(Row row) {
    double highest = 0;
    for (Element e : row.elements) {
      highest = Math.max(highest, size.apply(e).height());
    }
    return highest + (row.endsBand ? BAND_GAP : ROW_GAP);
  }

  private double height(List<Row> rows) {
    return rows.stream().mapToDouble(this::height).sum();
  }
}
