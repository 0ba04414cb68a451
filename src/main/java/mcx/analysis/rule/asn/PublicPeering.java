package mcx.analysis.rule.asn;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.PeeringType;
import mcx.inet.Asn;
import mcx.network.Policy;
import mcx.network.Session;
import org.jspecify.annotations.Nullable;

/** ASN-10, ASN-15 and ASN-16: private AS numbers where a cloud's public services are reached. */
abstract class PublicPeering extends Rule {

  private final String product;
  private final PeeringType peering;

  private PublicPeering(String id, String product, PeeringType peering) {
    super(id);
    this.product = product;
    this.peering = peering;
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (CircuitConnection link : situation.links(CircuitConnection.class)) {
      Circuit circuit = situation.design().element(link.a(), Circuit.class);
      if (circuit == null || !circuit.product().equals(product) || link.peering() != peering) {
        continue;
      }
      for (Session session : situation.sessions(link.id())) {
        if (session.atB().asn().isPrivate()) {
          Finding finding = found(situation, link, session, session.atB().asn());
          if (finding != null) {
            found.add(finding);
          }
        }
      }
    }
    return found;
  }

  abstract @Nullable Finding found(
      Situation situation, CircuitConnection link, Session session, Asn asn);

  /** ASN-10: a private number on a public virtual circuit of Oracle. */
  static final class Oracle extends PublicPeering {

    Oracle() {
      super("ASN-10", "oracle.fastconnect", PeeringType.PUBLIC);
    }

    @Override
    Finding found(Situation situation, CircuitConnection link, Session session, Asn asn) {
      return finding(link.id())
          .title(
              "A public virtual circuit takes no private AS number such as "
                  + asn
                  + " at "
                  + situation.name(link.id()))
          .text(
              "Oracle advertises the customer's public prefixes with the customer's number, so it"
                  + " asks for a registered one and refuses the circuit without.")
          .remedy("Speak with a registered public AS number on this session.")
          .remedy(
              "Or reach Oracle's services over the private virtual circuit and a service gateway.")
          .done();
    }
  }

  /** ASN-15: prepends that Microsoft takes out. */
  static final class Microsoft extends PublicPeering {

    Microsoft() {
      super("ASN-15", "azure.expressroute", PeeringType.MICROSOFT);
    }

    @Override
    @Nullable Finding found(Situation situation, CircuitConnection link, Session session, Asn asn) {
      boolean prepends =
          session.atB().exportPolicy().statements().stream()
              .map(Policy.Statement::set)
              .anyMatch(c -> c.prepend() > 0);
      if (!prepends) {
        return null;
      }
      return finding(link.id())
          .title(
              "Microsoft takes the prepended AS "
                  + asn
                  + " out of the paths at "
                  + situation.name(link.id()))
          .text(
              "Private numbers do not count on Microsoft peering, so the path is as short as that"
                  + " of the other connections and traffic is not steered.")
          .remedy("Prepend with a public AS number that is registered to you.")
          .remedy("Or advertise the more specific prefixes where the traffic shall come in.")
          .done();
    }
  }

  /** ASN-16: AWS shows its own number in the place of a private one. */
  static final class Aws extends PublicPeering {

    Aws() {
      super("ASN-16", "aws.direct-connect", PeeringType.PUBLIC);
    }

    @Override
    Finding found(Situation situation, CircuitConnection link, Session session, Asn asn) {
      return finding(link.id())
          .title(
              "Beyond AWS nobody sees the private AS " + asn + " of " + situation.name(link.id()))
          .text(
              "AWS puts its own number in its place when it advertises the customer's public"
                  + " prefixes to other networks.")
          .remedy("Speak with a public AS number if others shall know the customer by it.")
          .done();
    }
  }
}
