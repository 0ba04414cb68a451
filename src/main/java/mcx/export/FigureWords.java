package mcx.export;

import java.util.Locale;
import java.util.stream.Collectors;
import mcx.analysis.SitePath;
import mcx.analysis.fallback.Capacity;
import mcx.analysis.fallback.Detection;
import mcx.analysis.fallback.Figures;
import mcx.analysis.fallback.Latency;
import org.jspecify.annotations.Nullable;

/** How reports write capacity, latency and detection. */
final class FigureWords {

  private static final String UNKNOWN = "?";

  private static final int PER_CENT = 100;

  private FigureWords() {}

  /** How many ways share the traffic of a path, in a sentence; empty for one. */
  static String shared(SitePath path, Capacity capacity) {
    if (!path.isShared()) {
      return "";
    }
    Integer single = capacity.singleMbps();
    return " "
        + path.ways()
        + " equally good ways share the traffic"
        + (single == null ? "." : "; a single connection gets " + single + " Mbit/s at most.");
  }

  /** Both figures of a path in a sentence. */
  static String of(Figures figures) {
    Capacity capacity = figures.capacity();
    Capacity.Part narrowest = capacity.bottleneck();
    String speed =
        narrowest == null
            ? "No speed is known"
            : (capacity.unknown().isEmpty() ? "" : "at most ")
                + capacity.mbps()
                + " Mbit/s, by "
                + narrowest.label()
                + (narrowest.share() < 1
                    ? " with " + Math.round(narrowest.share() * PER_CENT) + " % of the traffic"
                    : "");
    if (narrowest != null && !capacity.unknown().isEmpty()) {
      speed +=
          " (not known: "
              + capacity.unknown().stream()
                  .map(Capacity.Part::label)
                  .collect(Collectors.joining(", "))
              + ")";
    }
    Latency latency = figures.latency();
    return speed
        + "; "
        + (latency.millis() == null
            ? "latency not known, as places are missing"
            : millis(latency) + " ms one way")
        + ".";
  }

  static String mbps(Capacity capacity) {
    Integer mbps = capacity.mbps();
    return mbps == null ? UNKNOWN : (capacity.unknown().isEmpty() ? "" : "≤") + mbps;
  }

  static String millis(Latency latency) {
    Double millis = latency.millis();
    return millis == null
        ? UNKNOWN
        : (latency.estimate() ? "~" : "") + String.format(Locale.ROOT, "%.1f", millis);
  }

  /** By what, and after how long at most. */
  static String noticed(@Nullable Detection detection) {
    if (detection == null) {
      return "";
    }
    Double most = detection.maxSeconds();
    return detection.mechanism().label()
        + (most == null ? "" : ", " + seconds(most) + " s")
        + (detection.convergeSeconds() > 0
            ? " + " + seconds(detection.convergeSeconds()) + " s"
            : "");
  }

  static String seconds(double seconds) {
    return seconds == Math.rint(seconds)
        ? String.valueOf((long) seconds)
        : String.format(Locale.ROOT, "%.1f", seconds);
  }
}
