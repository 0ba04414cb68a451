package mcx.compile;

import mcx.design.BgpEnd;
import mcx.inet.Asn;
import org.jspecify.annotations.Nullable;

/** Which AS number an end of a session speaks with. */
final class Asns {

  private Asns() {}

  /** The number drawn for this session, else the speaker's own; null where neither is known. */
  static @Nullable Asn of(BgpEnd drawn, @Nullable Asn own) {
    return drawn.asn() != null ? drawn.asn() : own;
  }
}
