package mcx.change;

import mcx.design.Cloud;
import mcx.design.Link;

/** What joints ask about a pair. */
final class Joining {

  private Joining() {}

  /** Whether both stand in one cloud. */
  static boolean sameCloud(Pair pair) {
    Cloud a = pair.design().within(pair.a().id(), Cloud.class);
    return a != null && a.equals(pair.design().within(pair.b().id(), Cloud.class));
  }

  /** Whether both stand in clouds of one vendor. */
  static boolean sameVendor(Pair pair) {
    Cloud a = pair.design().within(pair.a().id(), Cloud.class);
    Cloud b = pair.design().within(pair.b().id(), Cloud.class);
    return a != null && b != null && a.vendor().equals(b.vendor());
  }

  /** Whether a link of the kind joins them already. */
  static boolean joined(Pair pair, Class<? extends Link> kind) {
    return pair.design().allLinks(kind).stream()
        .anyMatch(l -> l.joins(pair.a().id()) && l.joins(pair.b().id()));
  }
}
