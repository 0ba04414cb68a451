package mcx.analysis.rule.asn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Analysis;
import mcx.analysis.Finding;
import mcx.analysis.Names;
import mcx.analysis.SessionFlow;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.design.Cloud;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Layer3Provider;
import mcx.design.Vrf;
import mcx.inet.Prefix;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Session;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.AdvertisementGroup;
import org.jspecify.annotations.Nullable;

/**
 * ASN-13: the customer re-advertises the routes of one VRF into another of the same provider, and
 * the provider's edge refuses them because its own AS number is in the path. The clouds behind the
 * VRFs then never hear of each other, although the customer's routers re-advertise by default.
 */
final class Asn13 extends Rule {

  Asn13() {
    super("ASN-13");
  }

  @Override
  public List<Finding> check(Situation situation) {
    Analysis analysis = situation.analysis();
    SortedMap<Id, Case> cases = new TreeMap<>();
    for (Situation.Told told : situation.loops()) {
      Id provider = refusedHairpin(analysis, told.routes());
      if (provider != null) {
        cases.computeIfAbsent(provider, p -> new Case()).add(analysis, told.flow(), told.routes());
      }
    }
    List<Finding> found = new ArrayList<>();
    cases.forEach((provider, c) -> found.add(found(analysis, provider, c)));
    return found;
  }

  /**
   * The provider whose edge refused the routes for its own number, where the customer had them from
   * another VRF of that provider and the refusing VRF knows no other way; null otherwise.
   */
  static @Nullable Id refusedHairpin(Analysis analysis, AdvertisementGroup a) {
    if (a.outcome() != Advertisement.Outcome.REFUSED_LOOP) {
      return null;
    }
    Network network = analysis.compiled().network();
    Id provider = provider(analysis.design(), network, a.to());
    if (provider == null || analysis.solution().has(a.to(), a.prefixes().getFirst())) {
      return null;
    }
    // The nearest of the provider's tables on the way, perhaps behind other routers of the
    // customer.
    for (VrfId table : a.way().stream().skip(1).toList()) {
      if (provider.equals(provider(analysis.design(), network, table))) {
        return table.vrf().equals(a.to().vrf()) ? null : provider;
      }
    }
    return null;
  }

  private static @Nullable Id provider(Design design, Network network, VrfId table) {
    Node node = network.node(table.node());
    if (node == null || node.kind() != Node.Kind.PROVIDER_EDGE) {
      return null;
    }
    Layer3Provider provider = design.within(Id.of(node.element().id()), Layer3Provider.class);
    return provider == null ? null : provider.id();
  }

  /** What one provider's edges refused. */
  private static final class Case {
    private final SortedMap<Id, SortedSet<Prefix>> unknownTo = new TreeMap<>();
    private final SortedSet<Id> vrfs = new TreeSet<>();
    private final SequencedSet<Id> routers = new LinkedHashSet<>();
    private final SequencedSet<Id> links = new LinkedHashSet<>();

    void add(Analysis analysis, SessionFlow flow, AdvertisementGroup a) {
      Network network = analysis.compiled().network();
      mcx.network.Vrf vrf = network.vrf(a.to());
      if (vrf != null && vrf.element() != null) {
        vrfs.add(Id.of(vrf.element().id()));
      }
      Node router = network.node(a.from().node());
      if (router != null) {
        routers.add(Id.of(router.element().id()));
      }
      links.add(flow.link());
      for (Id cloud : cloudsBehind(analysis, a.to())) {
        unknownTo.computeIfAbsent(cloud, k -> new TreeSet<>()).addAll(a.prefixes());
      }
    }

    /** The clouds with a session to this VRF, on any of the provider's edges. */
    private static SortedSet<Id> cloudsBehind(Analysis analysis, VrfId table) {
      SortedSet<Id> clouds = new TreeSet<>();
      Network network = analysis.compiled().network();
      for (Session s : network.sessions()) {
        for (VrfId end : List.of(s.a(), s.b())) {
          Node far = network.node(s.other(end).node());
          if (end.vrf().equals(table.vrf()) && far != null) {
            Cloud cloud = analysis.design().within(Id.of(far.element().id()), Cloud.class);
            if (cloud != null) {
              clouds.add(cloud.id());
            }
          }
        }
      }
      return clouds;
    }
  }

  private Finding found(Analysis analysis, Id provider, Case c) {
    Design design = analysis.design();
    Layer3Provider element = design.element(provider, Layer3Provider.class);
    String name = Names.of(design, provider);
    String asn = element == null || element.asn() == null ? "" : "AS " + element.asn();
    List<String> routers = c.routers.stream().map(r -> Names.of(design, r)).toList();
    List<String> vrfs = c.vrfs.stream().map(v -> Names.of(design, v)).toList();
    List<Id> evidence = new ArrayList<>();
    evidence.add(provider);
    evidence.addAll(c.vrfs);
    evidence.addAll(c.routers);
    evidence.addAll(c.links);
    return finding(provider)
        .showing(evidence)
        .fix(
            "Let "
                + Phrases.list(vrfs)
                + " accept "
                + (asn.isEmpty() ? "its own AS number" : asn)
                + " once",
            (before, catalog) -> allowOwnAs(before, c.vrfs))
        .title(title(design, c))
        .text(
            Phrases.list(routers)
                + (routers.size() == 1 ? " hears" : " hear")
                + " of each cloud in its VRF and re-advertise"
                + (routers.size() == 1 ? "s" : "")
                + " it into the other"
                + (c.vrfs.size() > 2 ? "s" : "")
                + ", as BGP does by default. But "
                + name
                + " runs these VRFs in one autonomous system: its edge finds "
                + (asn.isEmpty() ? "its own number" : asn)
                + " in the path and drops the route. The clouds reach the customer's site, and"
                + " never each other.")
        .remedy(
            "Ask "
                + name
                + " to accept its own AS number once (allowas-in 1) in "
                + Phrases.list(vrfs)
                + "; traffic between the clouds then passes the customer's router.")
        .remedy("Ask " + name + " for an AS number of its own for each VRF.")
        .remedy("Put the clouds into one VRF, where the provider joins them directly.")
        .remedy(
            "If the clouds shall stay apart, let the design say so: static default routes towards"
                + " the VRFs instead of BGP, or a filter on what the customer's router"
                + " re-advertises.")
        .done();
  }

  private static Change allowOwnAs(Design design, SortedSet<Id> vrfs) {
    List<Vrf> changed = new ArrayList<>();
    for (Id id : vrfs) {
      Vrf vrf = design.element(id, Vrf.class);
      if (vrf != null) {
        changed.add(Components.with(vrf, "allowAsIn", Math.max(1, vrf.allowAsIn())));
      }
    }
    return new Change(design.with(changed, List.of()), List.of(), vrfs.first());
  }

  private static String title(Design design, Case c) {
    Map<String, String> lines = new LinkedHashMap<>();
    c.unknownTo.forEach(
        (cloud, prefixes) ->
            lines.put(
                Names.of(design, cloud),
                Phrases.list(prefixes.stream().map(Prefix::toString).toList())));
    if (lines.isEmpty()) {
      return "What the customer's router re-advertises between VRFs is dropped";
    }
    if (lines.size() > 2 || lines.values().stream().anyMatch(p -> p.length() > 40)) {
      return Phrases.list(List.copyOf(lines.keySet())) + " never learn of each other";
    }
    StringBuilder title = new StringBuilder();
    lines.forEach(
        (cloud, prefixes) ->
            title
                .append(title.isEmpty() ? "" : ", and ")
                .append(cloud)
                .append(" never learns ")
                .append(prefixes));
    return title.toString();
  }
}
