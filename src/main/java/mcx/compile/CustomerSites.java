package mcx.compile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.Router;
import mcx.design.VirtualNetwork;
import mcx.inet.Asn;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.Policy;
import mcx.network.Propagation;
import mcx.network.Sharing;
import mcx.network.Vrf;
import mcx.network.Vrf.Key;
import mcx.network.VrfId;

/** The customer's own places and routers. */
final class CustomerSites {

  /** A place sends traffic to the router with the better route; equal ones share it. */
  private static final List<Key> SITE_SELECTION =
      List.of(Key.DISTANCE, Key.LOCAL_PREFERENCE, Key.AS_PATH_LENGTH, Key.ORIGIN, Key.MED);

  /** BGP's own order, but with the MED compared among all routes. */
  private static final List<Key> ALWAYS_COMPARING_MED =
      Vrf.BGP_DECISION.stream().map(k -> k == Key.MED ? Key.ALWAYS_MED : k).toList();

  private CustomerSites() {}

  static void compile(Context c) {
    Set<Id> routed = new HashSet<>();
    for (Router router : c.elements(Router.class)) {
      Premises premises = c.design.within(router.id(), Premises.class);
      if (premises != null) {
        routed.add(premises.id());
      }
    }
    for (Premises premises : c.elements(Premises.class)) {
      site(c, premises, routed.contains(premises.id()));
    }
    for (Router router : c.elements(Router.class)) {
      router(c, router);
    }
  }

  /**
   * @param routed whether there is a router in it
   */
  private static void site(Context c, Premises premises, boolean routed) {
    NodeDraft node =
        new NodeDraft(
            premises.id().value(),
            c.name(premises),
            Node.Kind.SITE,
            Origin.of(premises.id()),
            true,
            null,
            c.around(premises.id()));
    node.ownTable(null)
        .originate(Context.prefixes(premises.networks()))
        .choose(SITE_SELECTION, Sharing.ALL);
    c.net.add(node);
    c.sites.put(premises.id(), VrfId.of(premises.id().value()));
    if (!routed) {
      c.notes.warning(
          "",
          "",
          c.label(premises.id()) + " has no router, so nothing reaches it. Put a router into it.",
          premises.id());
    } else if (premises.networks().isEmpty()) {
      c.notes.info(
          "",
          "",
          c.label(premises.id())
              + " has no networks, so nothing of it is advertised. Give it its prefixes.",
          premises.id());
    }
  }

  private static void router(Context c, Router router) {
    NodeDraft node =
        new NodeDraft(
            router.id().value(),
            c.name(router),
            Node.Kind.CUSTOMER_ROUTER,
            Origin.of(router.id()),
            true,
            router.routerId(),
            c.around(router.id()));
    node.ownTable(router.asn())
        .originate(Context.prefixes(router.networks()))
        .aggregate(
            router.aggregates().stream()
                .map(a -> new Vrf.Aggregate(a.prefix(), a.summaryOnly()))
                .toList())
        .choose(
            router.alwaysCompareMed() ? ALWAYS_COMPARING_MED : Vrf.BGP_DECISION,
            router.multipath() ? Sharing.ALL : Sharing.NONE);
    c.net.add(node);
    noteSharedRouterId(c, router);
    VirtualNetwork network = c.design.within(router.id(), VirtualNetwork.class);
    if (network != null) {
      VirtualNetworks.joinAppliance(c, router, network);
      return;
    }
    Premises premises = c.design.within(router.id(), Premises.class);
    if (premises != null) {
      hand(c, router, premises.id(), router.id(), Policies.OWN_ONLY, Distances.NETWORK);
      hand(c, router, router.id(), premises.id(), Policy.PERMIT, Distances.LEARNED);
    }
  }

  private static void hand(Context c, Router router, Id from, Id to, Policy policy, int distance) {
    c.net.add(
        new Propagation(
            router.id() + ":" + from + ">" + to,
            VrfId.of(from.value()),
            VrfId.of(to.value()),
            policy,
            distance,
            Origin.of(router.id()),
            List.of(),
            Set.of(),
            null));
  }

  private static void noteSharedRouterId(Context c, Router router) {
    if (router.routerId() == null) {
      return;
    }
    for (Router other : c.elements(Router.class)) {
      if (other.id().compareTo(router.id()) < 0 && router.routerId().equals(other.routerId())) {
        c.notes.warning(
            "",
            "RFC",
            c.label(router.id())
                + " and "
                + c.label(other.id())
                + " have the same router id "
                + router.routerId()
                + ". Give each its own.",
            router.id(),
            other.id());
      }
    }
  }

  /** Notes that a router has no AS number although a link of it is to run BGP. */
  static void noteMissingAsn(Context c, Id speaker, Id link) {
    c.notes.error(
        "",
        "",
        c.label(speaker)
            + " has no AS number, so "
            + c.label(link)
            + " gets no BGP session. Give it an AS number, or set the link to static routing.",
        speaker,
        link);
  }

  /** Notes a link whose two ends have the same number where they are strangers to each other. */
  static void noteEqualAsns(Context c, Id link, Asn asn) {
    c.notes.warning(
        "",
        "RFC",
        "Both ends of "
            + c.label(link)
            + " speak with AS "
            + asn
            + ", so its session is an inner one: routes that one learned by other inner sessions do"
            + " not cross it. Give one end another AS number.",
        link);
  }
}
