package mcx.catalog;

import mcx.inet.Asn;

/**
 * A run of AS numbers, both ends included.
 *
 * @param region the code of the only region that it concerns; empty for all
 * @param source the key of the {@link Source} that says so; empty where none is known
 */
public record AsnRange(long first, long last, String region, String source) {

  public boolean contains(Asn asn) {
    return asn.value() >= first && asn.value() <= last;
  }
}
