package mcx.analysis.intent;

import mcx.analysis.SitePath;
import org.jspecify.annotations.Nullable;

/** What is known of a path beyond its way: how long packets take, and how much it carries. */
public interface PathFacts {

  /** Nothing is known. */
  PathFacts NONE =
      new PathFacts() {
        @Override
        public Fact latencyMillis(SitePath path) {
          return Fact.unknown("the latency of the path");
        }

        @Override
        public Fact capacityMbps(SitePath path) {
          return Fact.unknown("the bandwidth of the path");
        }
      };

  /** The time of a packet along this path, one way, in milliseconds. */
  Fact latencyMillis(SitePath path);

  /** What the narrowest part of the path carries, in Mbit/s. */
  Fact capacityMbps(SitePath path);

  /**
   * A number, or what is missing to tell it.
   *
   * @param value the number; null where it is not known
   * @param missing what the design would have to say, as in “the coordinates of Amsterdam”; empty
   *     where the number is known
   */
  record Fact(@Nullable Double value, String missing) {

    public static Fact of(double value) {
      return new Fact(value, "");
    }

    public static Fact unknown(String missing) {
      return new Fact(null, missing);
    }
  }
}
