package mcx.analysis.rule.address;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import mcx.analysis.SessionFlow;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Situation;
import mcx.design.Id;
import mcx.inet.Prefix;
import mcx.routing.Advertisement;
import mcx.routing.AdvertisementGroup;
import org.jspecify.annotations.Nullable;

/**
 * Prefixes that somebody tells a vendor's element over a link, and that it does not take.
 *
 * @param link the link
 * @param receiver the vendor's element
 * @param sender who tells it
 * @param prefixes the prefixes, in order
 * @param origins the elements that they come from
 * @param refused whether the engine drops them all there
 */
record RefusedPrefixes(
    Id link,
    Id receiver,
    Id sender,
    SortedSet<Prefix> prefixes,
    SortedSet<Id> origins,
    boolean refused) {

  /** What a receiver does not take of what it is told. */
  interface Test {

    /**
     * The test for one receiver, of a prefix and the element that it comes from, which is null
     * where none is drawn; null where it takes everything.
     */
    @Nullable BiPredicate<Prefix, @Nullable Id> of(Id receiver);
  }

  /** What is told to the elements of a vendor and that they do not take. */
  static List<RefusedPrefixes> told(Situation situation, String vendor, Test test) {
    Map<List<Id>, RefusedPrefixes> all = new LinkedHashMap<>();
    for (SessionFlow flow : situation.analysis().advertisements()) {
      Id receiver = situation.elementOf(flow.to());
      Id sender = situation.elementOf(flow.from());
      if (receiver == null || sender == null || !situation.vendor(receiver).equals(vendor)) {
        continue;
      }
      BiPredicate<Prefix, @Nullable Id> bad = test.of(receiver);
      if (bad == null) {
        continue;
      }
      SortedSet<Prefix> prefixes = new TreeSet<>();
      SortedSet<Id> origins = new TreeSet<>();
      boolean refused = true;
      for (AdvertisementGroup g : flow.routes().groups()) {
        if (!g.outcome().sent()) {
          continue;
        }
        Id origin = situation.elementOf(g.source());
        for (Prefix p : g.prefixes()) {
          if (bad.test(p, origin)) {
            prefixes.add(p);
            if (origin != null) {
              origins.add(origin);
            }
            refused &= g.outcome() != Advertisement.Outcome.ACCEPTED;
          }
        }
      }
      if (!prefixes.isEmpty()) {
        Id link = flow.link().owner();
        all.merge(
            List.of(link, receiver, sender),
            new RefusedPrefixes(link, receiver, sender, prefixes, origins, refused),
            RefusedPrefixes::with);
      }
    }
    return List.copyOf(all.values());
  }

  /** This with what another session of the link tells. */
  private RefusedPrefixes with(RefusedPrefixes other) {
    SortedSet<Prefix> both = new TreeSet<>(prefixes);
    both.addAll(other.prefixes);
    SortedSet<Id> from = new TreeSet<>(origins);
    from.addAll(other.origins);
    return new RefusedPrefixes(link, receiver, sender, both, from, refused && other.refused);
  }

  /** Up to three of the prefixes, for a title. */
  String shown() {
    List<String> some = prefixes.stream().limit(3).map(Prefix::toString).toList();
    return Phrases.list(some) + (prefixes.size() > 3 ? " and others" : "");
  }
}
