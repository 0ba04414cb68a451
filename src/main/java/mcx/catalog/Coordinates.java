package mcx.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A point on the Earth.
 *
 * @param latitude degrees north of the equator, -90 to 90
 * @param longitude degrees east of Greenwich, -180 to 180
 */
public record Coordinates(double latitude, double longitude) {

  private static final double EARTH_RADIUS_KM = 6371;
  private static final Pattern FORM =
      Pattern.compile("(-?\\d{1,2}(?:\\.\\d+)?)\\s*,\\s*(-?\\d{1,3}(?:\\.\\d+)?)");

  /** What a text such as {@code 52.37, 4.90} stands for; null where it stands for no point. */
  public static @Nullable Coordinates parse(String text) {
    Matcher m = FORM.matcher(text.strip());
    if (!m.matches()) {
      return null;
    }
    double latitude = Double.parseDouble(m.group(1));
    double longitude = Double.parseDouble(m.group(2));
    return Math.abs(latitude) > 90 || Math.abs(longitude) > 180
        ? null
        : new Coordinates(latitude, longitude);
  }

  /** The distance along the surface, in kilometres. */
  public double kilometresTo(Coordinates other) {
    double a = Math.toRadians(latitude);
    double b = Math.toRadians(other.latitude);
    double north = Math.sin((b - a) / 2);
    double east = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
    double h = north * north + Math.cos(a) * Math.cos(b) * east * east;
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
