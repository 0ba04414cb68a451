package mcx.analysis.rule.address;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.change.Change;
import mcx.inet.Family;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;

/** ADR-04: customer and Microsoft are not on their own addresses of a peering's block. */
final class Adr04 extends Rule {

  Adr04() {
    super("ADR-04");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (CircuitLine line : CircuitLine.all(situation, "azure.expressroute")) {
      Prefix subnet = line.subnet();
      Product product = situation.catalog().of(line.circuit());
      IpAddress cloud = line.cloud();
      IpAddress customer = line.customer();
      if (subnet == null
          || product == null
          || cloud == null
          || customer == null
          || subnet.family() != Family.V4
          || subnet.length() > 31) {
        continue;
      }
      IpAddress atCloud = Roles.host(subnet, Roles.cloud(product));
      IpAddress atCustomer = Roles.host(subnet, Roles.customer(product));
      if (!cloud.equals(atCloud) || !customer.equals(atCustomer)) {
        found.add(found(situation, line, subnet, atCloud, atCustomer));
      }
    }
    return found;
  }

  private Finding found(
      Situation situation,
      CircuitLine line,
      Prefix subnet,
      IpAddress atCloud,
      IpAddress atCustomer) {
    boolean swapped = atCloud.equals(line.customer()) && atCustomer.equals(line.cloud());
    return finding(line.link().id())
        .title(
            situation.name(line.link().id())
                + (swapped
                    ? " has the addresses of the two sides swapped"
                    : " has other addresses than Microsoft gives its sides"))
        .text(
            "Microsoft speaks from the second usable address of the block, "
                + atCloud
                + ", and expects the customer on the first, "
                + atCustomer
                + ". With any others the session never comes up.")
        .remedy("Put the customer on " + atCustomer + " and Microsoft on " + atCloud + ".")
        .fix(
            swapped ? "Swap the two addresses" : "Use " + atCustomer + " and " + atCloud,
            (before, catalog) ->
                new Change(
                    line.on(before, subnet, atCloud, atCustomer), List.of(), line.link().id()))
        .done();
  }
}
