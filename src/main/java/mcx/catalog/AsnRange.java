package mcx.catalog;

import mcx.inet.Asn;

/** A run of AS numbers, both ends included. */
public record AsnRange(long first, long last) {

  public boolean contains(Asn asn) {
    return asn.value() >= first && asn.value() <= last;
  }
}
