package mcx.paint;

/** Reads the path data of SVG: M, L, H, V, C, Q, A and Z, absolute and relative. */
final class SvgPath {

  /** How far the control points of a quarter circle lie from its ends, as a share of the radius. */
  private static final double CIRCLE = 0.5523;

  private final String data;
  private final Path.Builder path = Path.builder();
  private int at;
  private double x;
  private double y;
  private double startX;
  private double startY;

  private SvgPath(String data) {
    this.data = data;
  }

  /**
   * The path that the data describes.
   *
   * @throws IllegalArgumentException if it is not of the subset
   */
  static Path parse(String data) {
    return new SvgPath(data).read();
  }

  /** A rectangle with round corners. */
  static Path rect(double x, double y, double w, double h, double radius) {
    double r = Math.min(radius, Math.min(w, h) / 2);
    double k = r * (1 - CIRCLE);
    double right = x + w;
    double bottom = y + h;
    return Path.builder()
        .move(x + r, y)
        .line(right - r, y)
        .curve(right - k, y, right, y + k, right, y + r)
        .line(right, bottom - r)
        .curve(right, bottom - k, right - k, bottom, right - r, bottom)
        .line(x + r, bottom)
        .curve(x + k, bottom, x, bottom - k, x, bottom - r)
        .line(x, y + r)
        .curve(x, y + k, x + k, y, x + r, y)
        .close()
        .build();
  }

  private Path read() {
    char command = 0;
    while (skip()) {
      if (Character.isLetter(data.charAt(at))) {
        command = data.charAt(at++);
      } else if (command == 0) {
        throw new IllegalArgumentException("A path begins with M, not at " + at + ": " + data);
      }
      boolean relative = Character.isLowerCase(command);
      step(Character.toUpperCase(command), relative ? x : 0, relative ? y : 0);
      if (command == 'M' || command == 'm') {
        command = relative ? 'l' : 'L';
      }
    }
    return path.build();
  }

  private void step(char command, double dx, double dy) {
    switch (command) {
      case 'M' -> {
        go(number() + dx, number() + dy);
        startX = x;
        startY = y;
        path.move(x, y);
      }
      case 'L' -> line(number() + dx, number() + dy);
      case 'H' -> line(number() + dx, y);
      case 'V' -> line(x, number() + dy);
      case 'C' -> {
        double x1 = number() + dx;
        double y1 = number() + dy;
        double x2 = number() + dx;
        double y2 = number() + dy;
        curve(x1, y1, x2, y2, number() + dx, number() + dy);
      }
      case 'Q' -> {
        double cx = number() + dx;
        double cy = number() + dy;
        double toX = number() + dx;
        double toY = number() + dy;
        curve(
            x + (cx - x) * 2 / 3,
            y + (cy - y) * 2 / 3,
            toX + (cx - toX) * 2 / 3,
            toY + (cy - toY) * 2 / 3,
            toX,
            toY);
      }
      case 'A' -> {
        double rx = number();
        double ry = number();
        double turn = number();
        boolean large = number() != 0;
        boolean sweep = number() != 0;
        arc(rx, ry, Math.toRadians(turn), large, sweep, number() + dx, number() + dy);
      }
      case 'Z' -> {
        go(startX, startY);
        path.close();
      }
      default -> throw new IllegalArgumentException("No path command: " + command);
    }
  }

  private void go(double toX, double toY) {
    x = toX;
    y = toY;
  }

  private void line(double toX, double toY) {
    go(toX, toY);
    path.line(x, y);
  }

  private void curve(double x1, double y1, double x2, double y2, double toX, double toY) {
    path.curve(x1, y1, x2, y2, toX, toY);
    go(toX, toY);
  }

  /** An elliptical arc as curves, each of at most a quarter (SVG 1.1, appendix F.6). */
  private void arc(
      double rx, double ry, double turn, boolean large, boolean sweep, double toX, double toY) {
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    double hx = (x - toX) / 2;
    double hy = (y - toY) / 2;
    double px = cos * hx + sin * hy;
    double py = -sin * hx + cos * hy;
    double grow = Math.sqrt(Math.max(1, px * px / (rx * rx) + py * py / (ry * ry)));
    double a = Math.abs(rx) * grow;
    double b = Math.abs(ry) * grow;
    double square =
        (a * a * b * b - a * a * py * py - b * b * px * px) / (a * a * py * py + b * b * px * px);
    double root = Math.sqrt(Math.max(0, square)) * (large == sweep ? -1 : 1);
    double cpx = root * a * py / b;
    double cpy = -root * b * px / a;
    double cx = cos * cpx - sin * cpy + (x + toX) / 2;
    double cy = sin * cpx + cos * cpy + (y + toY) / 2;
    double from = Math.atan2((py - cpy) / b, (px - cpx) / a);
    double span = Math.atan2((-py - cpy) / b, (-px - cpx) / a) - from;
    if (sweep && span < 0) {
      span += 2 * Math.PI;
    } else if (!sweep && span > 0) {
      span -= 2 * Math.PI;
    }
    int n = Math.max(1, (int) Math.ceil(Math.abs(span) / (Math.PI / 2) - 1e-9));
    double step = span / n;
    double k = 4.0 / 3 * Math.tan(step / 4);
    for (int i = 0; i < n; i++) {
      double t1 = from + i * step;
      double t2 = t1 + step;
      double[] c1 =
          on(Math.cos(t1) - k * Math.sin(t1), Math.sin(t1) + k * Math.cos(t1), a, b, cos, sin);
      double[] c2 =
          on(Math.cos(t2) + k * Math.sin(t2), Math.sin(t2) - k * Math.cos(t2), a, b, cos, sin);
      double[] p = on(Math.cos(t2), Math.sin(t2), a, b, cos, sin);
      boolean last = i == n - 1;
      curve(
          cx + c1[0],
          cy + c1[1],
          cx + c2[0],
          cy + c2[1],
          last ? toX : cx + p[0],
          last ? toY : cy + p[1]);
    }
  }

  private static double[] on(double u, double v, double a, double b, double cos, double sin) {
    return new double[] {cos * a * u - sin * b * v, sin * a * u + cos * b * v};
  }

  private boolean skip() {
    while (at < data.length()
        && (Character.isWhitespace(data.charAt(at)) || data.charAt(at) == ',')) {
      at++;
    }
    return at < data.length();
  }

  private double number() {
    skip();
    int from = at;
    boolean dot = false;
    while (at < data.length()) {
      char c = data.charAt(at);
      boolean sign = (c == '-' || c == '+') && at == from;
      if (!(Character.isDigit(c) || sign || (c == '.' && !dot))) {
        break;
      }
      dot |= c == '.';
      at++;
    }
    if (at == from) {
      throw new IllegalArgumentException("A number is missing at " + from + ": " + data);
    }
    return Double.parseDouble(data.substring(from, at));
  }
}
