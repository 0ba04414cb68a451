package mcx.analysis.fallback;

/** How much a path carries, and how long it takes one way. */
public record Figures(Capacity capacity, Latency latency) {

  /** Of a path that is not there. */
  public static final Figures NONE = new Figures(Capacity.NONE, Latency.NONE);
}
