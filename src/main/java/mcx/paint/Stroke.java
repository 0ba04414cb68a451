package mcx.paint;

import java.util.List;

/**
 * How a line is drawn.
 *
 * @param width in diagram units
 * @param dashes lengths drawn and left out in turn; empty for a solid line
 * @param dashOffset how far into the dashes the line begins
 * @param roundCaps whether ends (and dashes) are round rather than cut off
 */
public record Stroke(double width, List<Double> dashes, double dashOffset, boolean roundCaps) {

  public Stroke {
    dashes = List.copyOf(dashes);
  }

  public static Stroke solid(double width) {
    return new Stroke(width, List.of(), 0, false);
  }

  public static Stroke dashed(double width, double on, double off) {
    return new Stroke(width, List.of(on, off), 0, false);
  }

  public Stroke withOffset(double offset) {
    return new Stroke(width, dashes, offset, roundCaps);
  }

  /** The same, larger: its width, dashes and offset times so much. */
  public Stroke times(double factor) {
    return new Stroke(
        width * factor,
        dashes.stream().map(d -> d * factor).toList(),
        dashOffset * factor,
        roundCaps);
  }

  public Stroke withRoundCaps() {
    return new Stroke(width, dashes, dashOffset, true);
  }
}
