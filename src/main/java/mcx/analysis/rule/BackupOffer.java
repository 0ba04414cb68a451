package mcx.analysis.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.SessionFlow;
import mcx.change.fix.BackupVpn;
import mcx.design.Circuit;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.Router;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.AdvertisementGroup;
import org.jspecify.annotations.Nullable;

/** Offers a VPN as backup to those whose only way is private. */
public final class BackupOffer {

  private final Situation situation;
  private final Circuitry circuitry;

  public BackupOffer(Situation situation, Circuitry circuitry) {
    this.situation = situation;
    this.circuitry = circuitry;
  }

  /**
   * Offers a VPN beside a circuit that is the only way to its virtual networks, where one router or
   * one site of the customer's is behind it and can have one.
   */
  public FindingDraft beside(Circuit circuit, FindingDraft draft) {
    SortedSet<Id> networks = circuitry.networks(circuit.id());
    Id router = router(circuit);
    if (router == null || networks.isEmpty() || !circuitry.vpns(networks).isEmpty()) {
      return draft;
    }
    return add(draft, router, target(circuit, networks));
  }

  /**
   * Offers a VPN between a site of the customer's and a virtual network, that has nothing in common
   * with the way that they have.
   *
   * @param shared the elements that their way passes: none of them may end the VPN
   */
  public FindingDraft between(Id premises, Id network, Set<Id> shared, FindingDraft draft) {
    boolean sameGateway =
        situation.sites().gateways(network).stream()
            .anyMatch(g -> shared.contains(g) && endsVpn(g));
    List<Id> routers = routers(premises);
    if (sameGateway || routers.isEmpty() || !circuitry.vpns(Set.of(network)).isEmpty()) {
      return draft;
    }
    for (Id router : routers) {
      if (!shared.contains(router)) {
        return add(draft, router, network);
      }
    }
    Id router = routers.getFirst();
    if (!BackupVpn.isPossible(situation.design(), situation.catalog(), router, network)) {
      return draft;
    }
    List<Prefix> told = told(router);
    return draft.fix(
        "Add a second router beside "
            + situation.name(router)
            + ", with a VPN to "
            + situation.name(network)
            + " as backup",
        (design, catalog) -> BackupVpn.beside(design, catalog, router, network, told));
  }

  private boolean endsVpn(Id gateway) {
    var product = situation.product(gateway);
    return product != null && product.has(mcx.catalog.GatewayRole.ENDS_VPN);
  }

  private FindingDraft add(FindingDraft draft, Id router, Id target) {
    Design design = situation.design();
    if (!BackupVpn.isPossible(design, situation.catalog(), router, target)) {
      return draft;
    }
    List<Prefix> told = told(router);
    return draft.fix(
        "Add a VPN from " + situation.name(router) + " to " + situation.name(target) + " as backup",
        (now, catalog) -> BackupVpn.build(now, catalog, router, target, told));
  }

  /** The gateway of the circuit where that ends VPNs as well, else a virtual network behind it. */
  private Id target(Circuit circuit, SortedSet<Id> networks) {
    List<Gateway> gateways = circuitry.gateways(circuit.id());
    return gateways.size() == 1 && endsVpn(gateways.getFirst().id())
        ? gateways.getFirst().id()
        : networks.first();
  }

  private @Nullable Id router(Circuit circuit) {
    for (var connection : circuitry.connections(circuit.id())) {
      Id device = circuitry.device(connection);
      if (situation.design().element(device, Router.class) != null) {
        return device;
      }
    }
    SortedSet<Id> premises = situation.sites().premisesBehind(circuit);
    if (premises.size() != 1) {
      return null;
    }
    List<Id> routers = routers(premises.first());
    return routers.isEmpty() ? null : routers.getFirst();
  }

  /** The routers of a site that speak BGP, those with a way into the Internet first. */
  private List<Id> routers(Id premises) {
    Design design = situation.design();
    return design.all(Router.class).stream()
        .filter(r -> r.asn() != null)
        .filter(
            r -> {
              Premises of = design.within(r.id(), Premises.class);
              return of != null && of.id().equals(premises);
            })
        .sorted(
            Comparator.comparing((Router r) -> !BackupVpn.isOnline(design, r.id()))
                .thenComparing(Router::id))
        .map(Router::id)
        .toList();
  }

  /**
   * What clouds take from the router's own site over circuits and the router itself knows: the same
   * prefixes over the VPN, so that neither path is more specific than the other. Empty where clouds
   * hear nothing of the site.
   */
  private List<Prefix> told(Id router) {
    Premises premises = situation.design().within(router, Premises.class);
    Set<Prefix> taken = new TreeSet<>();
    for (SessionFlow flow : situation.analysis().advertisements()) {
      if (flow.facesCloud() == null) {
        continue;
      }
      for (AdvertisementGroup g : flow.routes().groups()) {
        Id site = situation.sites().of(g.source());
        if (g.outcome() == Advertisement.Outcome.ACCEPTED
            && premises != null
            && premises.id().equals(site)) {
          taken.addAll(g.prefixes());
        }
      }
    }
    VrfId table = VrfId.of(router.value());
    List<Prefix> known = new ArrayList<>(taken);
    known.removeIf(p -> !situation.solution().has(table, p));
    return known;
  }
}
