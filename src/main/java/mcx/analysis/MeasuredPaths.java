package mcx.analysis;

import java.util.stream.Collectors;
import mcx.analysis.fallback.Capacity;
import mcx.analysis.fallback.Latency;
import mcx.analysis.fallback.Measures;
import mcx.analysis.intent.PathFacts;

/** What intents ask of paths, as the figures of fallback tell it. */
final class MeasuredPaths implements PathFacts {

  private final Analysis analysis;
  private final Measures measures;

  MeasuredPaths(Analysis analysis) {
    this.analysis = analysis;
    this.measures =
        new Measures(analysis.design(), analysis.catalog(), analysis.compiled().network());
  }

  @Override
  public Fact latencyMillis(SitePath path) {
    Latency latency = measures.of(path).latency();
    Double millis = latency.millis();
    return millis != null
        ? Fact.of(millis)
        : Fact.unknown(
            "where "
                + latency.unknown().stream()
                    .map(id -> Names.of(analysis.design(), id))
                    .collect(Collectors.joining(", "))
                + " stands");
  }

  @Override
  public Fact capacityMbps(SitePath path) {
    Capacity capacity = measures.of(path).capacity();
    Integer mbps = capacity.mbps();
    if (mbps != null && capacity.unknown().isEmpty()) {
      return Fact.of(mbps);
    }
    return Fact.unknown(
        "the speed of "
            + capacity.unknown().stream()
                .map(Capacity.Part::label)
                .collect(Collectors.joining(", ")));
  }
}
