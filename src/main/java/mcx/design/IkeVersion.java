package mcx.design;

/** A version of the Internet Key Exchange protocol. */
public enum IkeVersion {
  /** RFC 2409. */
  IKEV1("IKEv1"),
  /** RFC 7296. */
  IKEV2("IKEv2");

  private final String label;

  IkeVersion(String label) {
    this.label = label;
  }

  /** The version as engineers write it. */
  public String label() {
    return label;
  }
}
