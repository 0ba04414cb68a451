package mcx.analysis.rule.asn;

import java.util.List;
import mcx.analysis.rule.Rule;

/** The rules about AS numbers and AS paths. */
public final class AsnRules {

  private AsnRules() {}

  public static List<Rule> all() {
    return List.of(
        new RefusedNumber("ASN-01"),
        new RefusedNumber("ASN-02"),
        new RefusedNumber.Equal(),
        new RefusedNumber("ASN-04"),
        new Asn04(),
        new RefusedNumber("ASN-05"),
        new Asn05(),
        new Asn06(),
        new Asn07(),
        new Asn08(),
        new Asn08.Shared(),
        new RefusedNumber("ASN-09"),
        new Asn09(),
        new RefusedNumber("ASN-10"),
        new PublicPeering.Oracle(),
        new Asn11(),
        new Asn12(),
        new Asn13(),
        new Asn14(),
        new PublicPeering.Microsoft(),
        new PublicPeering.Aws());
  }
}
