package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.change.fix.PolicyEdits;
import mcx.change.fix.SessionEnds;
import mcx.design.BgpEnd;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.design.Setting;
import mcx.design.VpnConnection;
import mcx.routing.Route;

/**
 * PATH-20: the two tunnels of an AWS connection told apart by prepending or local preference, so
 * that the MED by which AWS moves traffic off an endpoint before it works on it is never looked at.
 * A customer's device that needs one way both ways has to do so, and is let be.
 */
final class Path20 extends Rule {

  Path20() {
    super("PATH-20");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (VpnConnection vpn : situation.links(VpnConnection.class)) {
      if (vpn.routing() == Routing.BGP && vpn.tunnels().size() > 1) {
        check(situation, vpn, vpn.a(), vpn.b(), found);
        check(situation, vpn, vpn.b(), vpn.a(), found);
      }
    }
    return found;
  }

  private void check(
      Situation situation, VpnConnection vpn, Id cloud, Id peer, List<Finding> found) {
    Gateway gateway = situation.design().element(cloud, Gateway.class);
    Router router = situation.design().element(peer, Router.class);
    boolean strict = router != null && router.settings().has(Setting.SYMMETRIC_ONLY);
    if (gateway == null || !gateway.product().startsWith("aws.") || strict) {
      return;
    }
    List<BgpEnd> ends =
        vpn.tunnels().stream()
            .map(t -> vpn.a().equals(peer) ? t.session().a() : t.session().b())
            .toList();
    boolean prepends = ends.stream().map(Prepends::most).distinct().count() > 1;
    boolean preferences = ends.stream().map(Path20::preference).distinct().count() > 1;
    if (prepends || preferences) {
      found.add(found(situation, vpn, peer, prepends, preferences, ends));
    }
  }

  private static long preference(BgpEnd end) {
    return end.importPolicy().terms().stream()
        .map(t -> t.set().localPreference())
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .max()
        .orElse(Route.DEFAULT_LOCAL_PREFERENCE);
  }

  private Finding found(
      Situation situation,
      VpnConnection vpn,
      Id peer,
      boolean prepends,
      boolean preferences,
      List<BgpEnd> ends) {
    String name = situation.name(vpn.id());
    String at = situation.name(peer);
    String what =
        prepends && preferences
            ? "prepending and local preference"
            : prepends ? "prepending" : "local preference";
    long highest = ends.stream().mapToLong(Path20::preference).max().orElse(0);
    Id id = vpn.id();
    return finding(id)
        .showing(List.of(peer))
        .title(at + " ranks the tunnels of " + name + " by " + what)
        .text(
            "Before AWS works on one endpoint it moves the traffic to the other tunnel by a lower MED."
                + " Path length and local preference are compared before the MED, so the traffic stays"
                + " on the tunnel that is about to go down.")
        .remedy("Treat both tunnels alike, and let AWS choose between them.")
        .remedy(
            "If "
                + at
                + " needs both directions on one tunnel, say so in its settings: then this is right.")
        .fix(
            "Treat the tunnels of " + name + " alike",
            (design, catalog) ->
                new Change(alike(design, id, peer, preferences ? highest : -1), List.of(), id))
        .done();
  }

  private static Design alike(Design design, Id vpn, Id peer, long preference) {
    Design after =
        SessionEnds.tunnels(
            design, vpn, peer, PolicyEdits.sending(p -> PolicyEdits.prependingAtMost(p, 0)));
    return preference < 0
        ? after
        : SessionEnds.tunnels(
            after, vpn, peer, PolicyEdits.receiving(p -> PolicyEdits.preferring(p, preference)));
  }
}
