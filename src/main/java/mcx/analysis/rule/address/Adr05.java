package mcx.analysis.rule.address;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.Behind;
import mcx.change.Change;
import mcx.change.Spare;
import mcx.change.fix.FreeBlocks;
import mcx.change.fix.Hop;
import mcx.design.Circuit;
import mcx.design.CloudInterconnect;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.VirtualNetwork;
import mcx.inet.Family;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.network.Segment;
import org.jspecify.annotations.Nullable;

/** ADR-05: the addresses between Azure and Oracle are not those that both expect. */
final class Adr05 extends Rule {

  private static final int USUAL_LENGTH = 30;

  Adr05() {
    super("ADR-05");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (CloudInterconnect link : situation.links(CloudInterconnect.class)) {
      Circuit a = situation.design().element(link.a(), Circuit.class);
      Circuit b = situation.design().element(link.b(), Circuit.class);
      if (a == null || b == null) {
        continue;
      }
      Circuit azure = a.product().equals("azure.expressroute") ? a : b;
      Circuit oracle = azure.equals(a) ? b : a;
      Product first = situation.catalog().of(azure);
      Product second = situation.catalog().of(oracle);
      if (azure.product().equals("azure.expressroute")
          && oracle.product().equals("oracle.fastconnect")
          && first != null
          && second != null) {
        for (Hop path : Hop.of(situation.design(), link.id())) {
          check(situation, path, azure.id(), first, second, found);
        }
      }
    }
    return found;
  }

  private void check(
      Situation situation,
      Hop path,
      Id azure,
      Product atAzure,
      Product atOracle,
      List<Finding> found) {
    Prefix subnet = path.subnet();
    Segment segment = situation.network().segment(path.id().value());
    if (subnet == null || segment == null || subnet.family() != Family.V4) {
      return;
    }
    long least = atOracle.number(Quantity.MIN_BLOCK_LENGTH).orElse(0);
    long most = atOracle.number(Quantity.MAX_BLOCK_LENGTH).orElse(31);
    if (subnet.length() < least || subnet.length() > most) {
      found.add(
          block(
              situation,
              path,
              azure,
              atAzure,
              " has the block " + subnet + "; it must be a /" + least + " to a /" + most,
              "The clouds refuse a block of another size, so the session cannot be set up."));
      return;
    }
    Id network = overlapped(situation, path, subnet);
    if (network != null) {
      found.add(
          block(
              situation,
              path,
              azure,
              atAzure,
              ": " + subnet + " lies in " + situation.name(network),
              "The blocks between the clouds may overlap nothing (AZ-OCI): inside a virtual network"
                  + " its own range wins, so what is sent to the session there goes nowhere.",
              network));
      return;
    }
    IpAddress wantedAzure = Roles.host(subnet, Roles.cloud(atAzure));
    IpAddress wantedOracle = Roles.host(subnet, Roles.customer(atAzure));
    boolean first = path.a().equals(azure);
    IpAddress isAzure = first ? segment.addressA() : segment.addressB();
    IpAddress isOracle = first ? segment.addressB() : segment.addressA();
    if (!wantedAzure.equals(isAzure) || !wantedOracle.equals(isOracle)) {
      found.add(
          finding(path.id())
              .title(
                  situation.name(path.id())
                      + " does not have Oracle on "
                      + wantedOracle
                      + " and Azure on "
                      + wantedAzure)
              .text(
                  "Between the two clouds Oracle plays the customer and takes the first usable"
                      + " address, Azure the second. In any other order the session never comes"
                      + " up.")
              .remedy("Enter " + wantedOracle + " for Oracle and " + wantedAzure + " for Azure.")
              .fix(
                  "Put Oracle on " + wantedOracle + " and Azure on " + wantedAzure,
                  (before, catalog) ->
                      change(before, path, azure, subnet, wantedAzure, wantedOracle))
              .done());
    }
  }

  /** The block is not one that can be used; another is offered. */
  private Finding block(
      Situation situation,
      Hop path,
      Id azure,
      Product atAzure,
      String what,
      String text,
      Id... at) {
    FindingDraft draft =
        finding(path.id())
            .showing(List.of(at))
            .title(situation.name(path.id()) + what)
            .text(text)
            .remedy("Take a /30 that nothing else uses, as both clouds' guides do.");
    Prefix free = FreeBlocks.forLink(situation.design(), USUAL_LENGTH);
    if (free != null) {
      draft.fix(
          "Give it " + free,
          (before, catalog) ->
              change(
                  before,
                  path,
                  azure,
                  free,
                  Roles.host(free, Roles.cloud(atAzure)),
                  Roles.host(free, Roles.customer(atAzure))));
    }
    return draft.done();
  }

  /** A virtual network of either cloud that holds a part of the block; null for none. */
  private static @Nullable Id overlapped(Situation situation, Hop path, Prefix subnet) {
    for (Id circuit : List.of(path.a(), path.b())) {
      for (VirtualNetwork n : Behind.networks(situation.design(), situation.catalog(), circuit)) {
        if (n.prefixes().stream().anyMatch(r -> Spare.overlaps(r, PrefixRange.of(subnet)))) {
          return n.id();
        }
      }
    }
    return null;
  }

  private static Change change(
      Design before, Hop path, Id azure, Prefix block, IpAddress atAzure, IpAddress atOracle) {
    Id oracle = path.a().equals(azure) ? path.b() : path.a();
    return new Change(
        path.over(block)
            .at(azure, e -> e.with("address", atAzure))
            .at(oracle, e -> e.with("address", atOracle))
            .in(before),
        List.of(),
        path.id());
  }
}
