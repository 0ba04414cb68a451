package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mcx.analysis.Finding;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.change.fix.PolicyEdits;
import mcx.change.fix.SessionEnds;
import mcx.design.AccessLink;
import mcx.design.AccessLink.Vlan;
import mcx.design.BgpSettings;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Layer3Provider;
import mcx.design.ProviderEdge;
import org.jspecify.annotations.Nullable;

/**
 * PATH-13: a customer's MED towards a provider that ends BGP before Google. The MED goes no farther
 * than the neighbouring AS (RFC 4271 §5.1.4).
 */
final class Path13 extends Rule {

  Path13() {
    super("PATH-13");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    List<Circuit> circuits = situation.circuits("google.partner-interconnect");
    if (circuits.isEmpty()) {
      return found;
    }
    Circuitry circuitry = new Circuitry(situation);
    for (AccessLink access : situation.links(AccessLink.class)) {
      Layer3Provider provider = situation.design().within(access.b(), Layer3Provider.class);
      for (Vlan vlan : access.vlans()) {
        Long med = med(vlan);
        if (provider != null && med != null) {
          List<CircuitConnection> behind = behind(situation, circuitry, circuits, provider, vlan);
          if (!behind.isEmpty()) {
            found.add(found(situation, access, vlan, provider, behind, med));
          }
        }
      }
    }
    return found;
  }

  private static @Nullable Long med(Vlan vlan) {
    return vlan.session().a().exportPolicy().terms().stream()
        .map(t -> t.set().med())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The attachments that the provider ends in the VRF of the VLAN. */
  private static List<CircuitConnection> behind(
      Situation situation,
      Circuitry circuitry,
      List<Circuit> circuits,
      Layer3Provider provider,
      Vlan vlan) {
    List<CircuitConnection> found = new ArrayList<>();
    for (Circuit circuit : circuits) {
      for (CircuitConnection c : circuitry.connections(circuit.id())) {
        if (situation.design().element(c.b(), ProviderEdge.class) != null
            && provider.equals(situation.design().within(c.b(), Layer3Provider.class))
            && (c.vrf() == null || vlan.vrf() == null || c.vrf().equals(vlan.vrf()))) {
          found.add(c);
        }
      }
    }
    return found;
  }

  private Finding found(
      Situation situation,
      AccessLink access,
      Vlan vlan,
      Layer3Provider provider,
      List<CircuitConnection> behind,
      long med) {
    String router = situation.name(access.a());
    String name = situation.name(provider.id());
    Id link = access.id();
    List<Id> ids = behind.stream().map(CircuitConnection::id).toList();
    return finding(access.id().part(vlan.key()))
        .showing(ids)
        .title("MED " + med + " that " + router + " sends " + name + " never reaches Google")
        .text(
            name
                + " ends BGP with Google itself, and a MED is told to the next AS only. Google chooses"
                + " by what "
                + name
                + " tells it.")
        .remedy("Ask " + name + " to set the MED towards Google.")
        .remedy("Choose a layer-2 partner, where the router speaks with Google itself.")
        .fix(
            "Let " + name + " tell Google MED " + med + " itself",
            (design, catalog) -> moved(design, link, vlan.tag(), ids, med))
        .done();
  }

  private static Change moved(Design design, Id access, int tag, List<Id> links, long med) {
    AccessLink old = (AccessLink) Objects.requireNonNull(design.link(access));
    List<Vlan> vlans = new ArrayList<>();
    for (Vlan v : old.vlans()) {
      vlans.add(
          v.tag() == tag
              ? Components.with(
                  v,
                  "session",
                  new BgpSettings(
                      PolicyEdits.sending(p -> PolicyEdits.withMed(p, null)).apply(v.session().a()),
                      v.session().b()))
              : v);
    }
    Design after = design.with(Components.with(old, "vlans", vlans));
    for (Id link : links) {
      after = SessionEnds.far(after, link, PolicyEdits.sending(p -> PolicyEdits.telling(p, med)));
    }
    return new Change(after, List.of(), links.getFirst());
  }
}
