package mcx.inet;

/** An address family of the Internet Protocol. */
public enum Family {
  /** IPv4, 32 bits. */
  V4(32, "IPv4"),
  /** IPv6, 128 bits. */
  V6(128, "IPv6");

  private final int bits;
  private final String label;

  Family(int bits, String label) {
    this.bits = bits;
    this.label = label;
  }

  /** The number of bits in an address of this family: 32 or 128. */
  public int bits() {
    return bits;
  }

  /** The family's name as engineers write it: {@code IPv4} or {@code IPv6}. */
  public String label() {
    return label;
  }
}
