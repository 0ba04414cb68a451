package mcx.routing;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mcx.inet.AsPath;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import mcx.routing.Advertisement.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What became of routes of a sender on one session or propagation that differ in nothing but the
 * prefix, in all tables. Safe for use by several threads.
 */
public final class AdvertisementGroup {

  private final Edge edge;
  private final Hydrated at;
  private final List<Prefix> prefixes;
  private final Candidate offered;
  private final Trail received;
  private final Outcome outcome;
  private final String reason;

  AdvertisementGroup(
      Edge edge, Hydrated at, List<Prefix> prefixes, Candidate offered, Draft draft) {
    this.edge = edge;
    this.at = at;
    this.prefixes = prefixes;
    this.offered = offered;
    this.received = draft.received;
    this.outcome = draft.outcome;
    this.reason = Reasons.of(edge, prefixes.getFirst(), draft);
  }

  /** The prefixes, in order; at least one. */
  public List<Prefix> prefixes() {
    return prefixes;
  }

  /** The receiving table. */
  public VrfId to() {
    return edge.to.id();
  }

  /** Why, in words, where they were not accepted; empty otherwise. */
  public String reason() {
    return reason;
  }

  /** What became of each. */
  public Outcome outcome() {
    return outcome;
  }

  /** The path as in {@link Advertisement#asPath}. */
  public AsPath asPath() {
    return received.toPath();
  }

  /** What the routes came into the sender's table by, as in {@link Route#via}. */
  public @Nullable String via() {
    return offered.via();
  }

  /** The sending table. */
  public VrfId from() {
    return edge.from.id();
  }

  /** The tables that handed the routes on, from the sender to the one that first held them. */
  public List<VrfId> way() {
    return offered.way();
  }

  /** The table that first held the prefixes. */
  public VrfId source() {
    return way().getLast();
  }

  /** What became of each prefix, in order. */
  public List<Advertisement> all() {
    return IntStream.range(0, prefixes.size()).mapToObj(this::about).toList();
  }

  /** What became of this prefix; empty where it is not one of them. */
  public Optional<Advertisement> about(Prefix prefix) {
    int place = Collections.binarySearch(prefixes, prefix);
    return place < 0 ? Optional.empty() : Optional.of(about(place));
  }

  Edge edge() {
    return edge;
  }

  /** What became of the prefix at this place among those of the group. */
  Advertisement about(int place) {
    return new Advertisement(
        edge.id,
        edge.from.id(),
        edge.to.id(),
        prefixes.get(place),
        received.toPath(),
        outcome,
        reason,
        at.publishing(place).route(offered));
  }
}
