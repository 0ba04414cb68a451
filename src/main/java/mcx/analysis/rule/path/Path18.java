package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import mcx.design.CircuitConnection;
import mcx.design.Id;
import mcx.design.PeeringType;
import mcx.design.Premises;
import mcx.design.Router;
import mcx.design.Setting;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/** PATH-18: a public prefix that a site tells both the Internet and Microsoft peering. */
final class Path18 extends Rule {

  private static final int SHOWN = 3;

  Path18() {
    super("PATH-18");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    Circuitry circuitry = new Circuitry(situation);
    for (CircuitConnection c : situation.links(CircuitConnection.class)) {
      Id device = c.peering() == PeeringType.MICROSOFT ? circuitry.device(c) : null;
      if (device != null && situation.design().element(device, Router.class) != null) {
        check(situation, c, device, found);
      }
    }
    return found;
  }

  private void check(Situation situation, CircuitConnection c, Id device, List<Finding> found) {
    SortedSet<Prefix> told = situation.toldToCloud(c.id());
    SortedSet<Id> routers = new TreeSet<>();
    List<Prefix> both = new ArrayList<>();
    Premises site = situation.design().within(device, Premises.class);
    for (Router r : situation.all(Router.class)) {
      List<Prefix> internet = r.settings().prefixes(Setting.INTERNET_PREFIXES);
      if (!internet.isEmpty() && isAt(situation, r, device, site)) {
        for (Prefix p : told) {
          if (!p.isDefault() && internet.stream().anyMatch(p::overlaps)) {
            routers.add(r.id());
            both.add(p);
          }
        }
      }
    }
    if (!both.isEmpty()) {
      found.add(found(situation, c, routers, both.stream().distinct().toList()));
    }
  }

  private static boolean isAt(
      Situation situation, Router router, Id device, @Nullable Premises site) {
    return router.id().equals(device)
        || (site != null
            && Objects.equals(site, situation.design().within(router.id(), Premises.class)));
  }

  private Finding found(
      Situation situation, CircuitConnection c, SortedSet<Id> routers, List<Prefix> both) {
    String prefixes = Phrases.some(both, SHOWN);
    String at = Phrases.list(List.copyOf(routers), situation::name);
    Id id = c.id();
    FindingDraft draft =
        finding(id)
            .showing(routers)
            .title(
                at
                    + " tells "
                    + prefixes
                    + " to the Internet as well as to Microsoft over "
                    + situation.name(c.a()))
            .text(
                "What goes out to Microsoft by the Internet comes back over ExpressRoute, which"
                    + " Microsoft prefers: firewalls and address translation drop what they see half"
                    + " of.")
            .remedy("Translate to a pool of addresses of its own for each of the two ways.")
            .remedy("Tell the prefix on one of them only.");
    return draft
        .fix(
            "Keep " + prefixes + " off " + situation.name(id),
            (design, catalog) ->
                new Change(
                    SessionEnds.far(
                        design,
                        id,
                        PolicyEdits.sending(p -> PolicyEdits.exchanging(p, both, List.of()))),
                    List.of(),
                    id))
        .done();
  }
}
