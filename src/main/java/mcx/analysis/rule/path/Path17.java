package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mcx.analysis.Finding;
import mcx.analysis.SessionFlow;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Setting;
import mcx.design.VirtualNetwork;
import mcx.design.VirtualNetwork.Subnet;
import mcx.inet.Prefix;
import mcx.routing.Advertisement;

/**
 * PATH-17: a default route from a site over ExpressRoute, with subnets that no network security
 * group holds back from the Internet once it is gone.
 */
final class Path17 extends Rule {

  /** Subnets of Azure's own, which take no network security group. */
  private static final Set<String> AZURES_OWN =
      Set.of("GatewaySubnet", "AzureFirewallSubnet", "RouteServerSubnet");

  private static final int SHOWN = 3;

  Path17() {
    super("PATH-17");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    List<Circuit> circuits = situation.circuits("azure.expressroute");
    if (circuits.isEmpty()) {
      return found;
    }
    Circuitry circuitry = new Circuitry(situation);
    for (Circuit circuit : circuits) {
      if (!circuitry.isInterconnect(circuit.id()) && hasDefault(situation, circuitry, circuit)) {
        List<Id> open =
            circuitry.networks(circuit.id()).stream()
                .filter(n -> !isHeld(network(situation.design(), n)))
                .toList();
        if (!open.isEmpty()) {
          found.add(found(situation, circuit, open));
        }
      }
    }
    return found;
  }

  private static boolean hasDefault(Situation situation, Circuitry circuitry, Circuit circuit) {
    for (CircuitConnection c : circuitry.connections(circuit.id())) {
      for (SessionFlow flow : situation.flows(c.id())) {
        if (flow.facesCloud() != null
            && flow.routes().groups().stream()
                .anyMatch(
                    g ->
                        g.outcome() == Advertisement.Outcome.ACCEPTED
                            && g.prefixes().stream().anyMatch(Prefix::isDefault))) {
          return true;
        }
      }
    }
    return false;
  }

  private static VirtualNetwork network(Design design, Id id) {
    return Objects.requireNonNull(design.element(id, VirtualNetwork.class));
  }

  /** Whether each subnet of the customer's has a network security group, and there is one. */
  private static boolean isHeld(VirtualNetwork network) {
    List<Subnet> own =
        network.subnets().stream().filter(s -> !AZURES_OWN.contains(s.name())).toList();
    return !own.isEmpty()
        && own.stream().allMatch(s -> s.settings().has(Setting.NETWORK_SECURITY_GROUP));
  }

  private Finding found(Situation situation, Circuit circuit, List<Id> open) {
    String name = situation.name(circuit.id());
    String networks = Phrases.some(open.stream().map(situation::name).toList(), SHOWN);
    FindingDraft draft =
        finding(circuit.id())
            .showing(open)
            .title("All Internet traffic of " + networks + " goes on-premises over " + name)
            .text(
                "The site tells a default route. While it does, the site's connection to the Internet"
                    + " carries what the virtual machines send; when the circuit fails or the route is"
                    + " withdrawn, they go straight out to the Internet without a word, past whatever"
                    + " the site filters.")
            .remedy("Hold the subnets back from the Internet by network security groups.")
            .remedy("Lead the default route to a firewall in Azure.");
    boolean drawn =
        open.stream()
            .allMatch(
                n ->
                    network(situation.design(), n).subnets().stream()
                        .anyMatch(s -> !AZURES_OWN.contains(s.name())));
    if (drawn) {
      draft.fix(
          "Put network security groups on the subnets of " + networks,
          (design, catalog) -> held(design, open));
    }
    return draft.done();
  }

  private static Change held(Design design, List<Id> networks) {
    Design after = design;
    for (Id id : networks) {
      VirtualNetwork network = network(after, id);
      List<Subnet> subnets = new ArrayList<>();
      for (Subnet s : network.subnets()) {
        subnets.add(
            AZURES_OWN.contains(s.name())
                ? s
                : Components.with(
                    s, "settings", s.settings().with(Setting.NETWORK_SECURITY_GROUP, true)));
      }
      after = after.with(Components.with(network, "subnets", subnets));
    }
    return new Change(after, List.of(), networks.getFirst());
  }
}
