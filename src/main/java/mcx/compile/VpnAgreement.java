package mcx.compile;

import java.util.List;
import mcx.design.Id;

/**
 * What the two ends of a site-to-site VPN have in common, point by point, and why.
 *
 * @param connection the VPN
 * @param terms the points, in the order in which the ends come to them
 */
public record VpnAgreement(Id connection, List<Term> terms) {

  public VpnAgreement {
    terms = List.copyOf(terms);
  }

  /** Whether nothing stands in the way. */
  public boolean agreed() {
    return terms.stream().allMatch(Term::agreed);
  }

  /**
   * One point.
   *
   * @param topic what it is about
   * @param agreed whether the ends agree, or one is content with what the other does
   * @param why on what, or why not, in words
   */
  public record Term(Topic topic, boolean agreed, String why) {}

  /** What the ends of a VPN must have in common. */
  public enum Topic {
    IKE_VERSION("IKE version"),
    MODE("mode"),
    /** The Diffie-Hellman group for perfect forward secrecy. */
    PFS("PFS group"),
    /** The addresses inside the tunnels. */
    ADDRESSING("addressing"),
    /** BGP, or static routes. */
    ROUTING("routing");

    private final String label;

    Topic(String label) {
      this.label = label;
    }

    /** The topic as shown in a table. */
    public String label() {
      return label;
    }
  }
}
