package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.change.fix.PolicyEdits;
import mcx.change.fix.SessionEnds;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.CircuitConnection;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.Router;
import mcx.design.Setting;
import mcx.design.VirtualNetwork;
import mcx.inet.IpAddress;
import mcx.network.VrfId;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * PATH-03: of two circuits one is preferred in one direction, and not, or the other, in the other
 * direction. Without any preference the ways may differ as well, which is told where a firewall
 * does not bear it.
 */
final class Path03 extends Rule {

  private static final int WEIGHT = 100;
  private static final long STEP = 50;

  Path03() {
    super("PATH-03");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    if (situation.circuits("azure.expressroute").size() < 2) {
      return found;
    }
    Circuitry circuitry = new Circuitry(situation);
    Steering steering = new Steering(situation.solution(), new Carriers(situation));
    for (List<Circuit> group : circuitry.together("azure.expressroute")) {
      Gateway gateway = common(circuitry, group);
      if (group.size() < 2 || gateway == null) {
        continue;
      }
      for (Premises site : situation.all(Premises.class)) {
        Case seen = look(situation, circuitry, steering, group, gateway, site);
        if (seen != null && (seen.isOneSided() || seen.needsSymmetry())) {
          found.add(found(situation, circuitry, seen));
        }
      }
    }
    return found;
  }

  private static @Nullable Gateway common(Circuitry circuitry, List<Circuit> group) {
    List<Gateway> all = new ArrayList<>(circuitry.gateways(group.getFirst().id()));
    group.forEach(c -> all.retainAll(circuitry.gateways(c.id())));
    return all.isEmpty() ? null : all.getFirst();
  }

  /** What is preferred between a gateway and a site; null for no preference. */
  private record Case(
      SortedSet<Id> circuits,
      Gateway gateway,
      Premises site,
      @Nullable Id inbound,
      @Nullable Id outbound,
      long localPreference,
      boolean strict) {

    boolean isOneSided() {
      return !Objects.equals(inbound, outbound);
    }

    boolean needsSymmetry() {
      return strict && inbound == null && outbound == null;
    }
  }

  private static @Nullable Case look(
      Situation situation,
      Circuitry circuitry,
      Steering steering,
      List<Circuit> group,
      Gateway gateway,
      Premises site) {
    SortedSet<Id> circuits = new TreeSet<>(group.stream().map(Circuit::id).toList());
    VirtualNetwork network =
        situation.design().element(circuitry.common(group).first(), VirtualNetwork.class);
    if (site.networks().isEmpty() || network == null || network.prefixes().isEmpty()) {
      return null;
    }
    IpAddress there = network.prefixes().getFirst().first().host(1);
    IpAddress here = site.networks().getFirst().first().host(1);
    VrfId table = VrfId.of(gateway.id().value());
    if (steering.used(table, here, circuits).isEmpty()) {
      return null;
    }
    SortedSet<Id> out = new TreeSet<>();
    SortedSet<Id> used = new TreeSet<>();
    long preference = Route.DEFAULT_LOCAL_PREFERENCE;
    boolean strict = false;
    for (Router r : situation.all(Router.class)) {
      if (site.equals(situation.design().within(r.id(), Premises.class))) {
        VrfId own = VrfId.of(r.id().value());
        Set<Id> by = steering.used(own, there, circuits);
        used.addAll(by);
        strict |= !by.isEmpty() && r.settings().has(Setting.SYMMETRIC_ONLY);
        Id preferred = steering.preferred(own, there, circuits);
        if (preferred != null) {
          out.add(preferred);
        }
        RibEntry entry = situation.solution().lookup(own, there);
        preference =
            entry == null ? preference : Math.max(preference, entry.first().localPreference());
      }
    }
    if (used.isEmpty()) {
      return null;
    }
    boolean mayDiffer = used.size() > 1 || steering.used(table, here, circuits).size() > 1;
    return new Case(
        circuits,
        gateway,
        site,
        steering.preferred(table, here, circuits),
        out.size() == 1 ? out.first() : null,
        preference,
        strict && mayDiffer);
  }

  private Finding found(Situation situation, Circuitry circuitry, Case seen) {
    String site = situation.name(seen.site().id());
    String cloud = situation.name(seen.gateway().id());
    FindingDraft draft =
        finding(seen.site().id(), seen.gateway().id())
            .showing(seen.circuits())
            .title(title(situation, seen, site, cloud))
            .text(
                "Traffic then goes one way and comes back another. Firewalls and address"
                    + " translation on the way drop what they see half of, and the bandwidth is used"
                    + " otherwise than planned.")
            .remedy("Prefer the same circuit in both directions.");
    Id inbound = seen.inbound();
    Id outbound = seen.outbound();
    if (inbound != null) {
      List<Id> links = connections(situation, circuitry, inbound);
      long above = seen.localPreference() + STEP;
      if (!links.isEmpty()) {
        draft.fix(
            "Prefer "
                + situation.name(inbound)
                + " from "
                + site
                + " too, with local preference "
                + above,
            (design, catalog) -> preferred(design, links, above));
      }
    } else {
      Id to = outbound != null ? outbound : seen.circuits().first();
      if (outbound != null) {
        draft.fix(
            "Prefer "
                + situation.name(to)
                + " from "
                + cloud
                + " too, with connection weight "
                + WEIGHT,
            (design, catalog) -> weighted(design, to, seen.gateway().id(), WEIGHT));
      }
    }
    return draft.done();
  }

  private static String title(Situation situation, Case seen, String site, String cloud) {
    Id inbound = seen.inbound();
    Id outbound = seen.outbound();
    if (inbound == null && outbound == null) {
      return site
          + " bears no asymmetry, and nothing makes it and "
          + cloud
          + " use the same of "
          + Phrases.list(List.copyOf(seen.circuits()), situation::name);
    }
    String one = inbound == null ? site : cloud;
    String other = inbound == null ? cloud : site;
    String preferred = situation.name(inbound == null ? Objects.requireNonNull(outbound) : inbound);
    return one
        + " prefers "
        + preferred
        + ", and "
        + other
        + (inbound != null && outbound != null
            ? " prefers " + situation.name(outbound)
            : " has no preference");
  }

  /** The connections of a circuit; none where one of them ends on no router of the customer's. */
  static List<Id> connections(Situation situation, Circuitry circuitry, Id circuit) {
    List<Id> found = new ArrayList<>();
    for (CircuitConnection c : circuitry.connections(circuit)) {
      Id device = circuitry.device(c);
      if (device == null || situation.design().element(device, Router.class) == null) {
        return new ArrayList<>();
      }
      found.add(c.id());
    }
    return found;
  }

  /** The design with a local preference set on what comes over these connections. */
  static Change preferred(Design design, List<Id> links, long preference) {
    Design after = design;
    for (Id link : links) {
      after =
          SessionEnds.far(
              after, link, PolicyEdits.receiving(p -> PolicyEdits.preferring(p, preference)));
    }
    return new Change(after, List.of(), links.getFirst());
  }

  /** The design with a circuit preferred by the weight of its attachment to the gateway. */
  static Change weighted(Design design, Id circuit, Id gateway, int weight) {
    CircuitAttachment heavy =
        design.allLinks(CircuitAttachment.class).stream()
            .filter(l -> l.joins(circuit) && l.joins(gateway))
            .findFirst()
            .orElseThrow();
    return Change.of(design, Components.with(heavy, "weight", weight));
  }
}
