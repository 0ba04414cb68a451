package mcx.compile;

/**
 * Direct Connect connection with its virtual interface: its edge is one autonomous system with the
 * gateway behind it, whose AS number is the one that is seen.
 */
final class AwsDirectConnect extends CircuitBehaviour {

  private static final TransitRules TRANSIT =
      TransitRules.ALL
          .separate(
              Side.GATEWAY,
              Side.PEER_CIRCUIT,
              "SiteLink joins the sites behind two virtual interfaces only (AWS-ATK)")
          .withhold(
              Side.PEER_CIRCUIT,
              Side.PEER_CIRCUIT,
              "SiteLink joins virtual interfaces pair by pair (AWS-ATK)");

  @Override
  TransitRules transit() {
    return TRANSIT;
  }

  @Override
  String refusedAsnRule() {
    return "ASN-05";
  }
}
