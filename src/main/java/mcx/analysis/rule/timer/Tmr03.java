package mcx.analysis.rule.timer;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Timers;
import mcx.change.Change;
import mcx.change.fix.SessionEnds;
import mcx.design.BgpEnd;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Setting;
import mcx.design.VpnConnection;
import org.jspecify.annotations.Nullable;

/** TMR-03: BFD with Google is asked for where it does not run, or faster than it runs. */
final class Tmr03 extends Rule {

  Tmr03() {
    super("TMR-03");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (VpnConnection vpn : situation.links(VpnConnection.class)) {
      for (Id end : List.of(vpn.a(), vpn.b())) {
        Product product = situation.product(end);
        boolean asked =
            vpn.tunnels().stream()
                .anyMatch(
                    t ->
                        Boolean.TRUE.equals(t.session().a().bfd())
                            || Boolean.TRUE.equals(t.session().b().bfd()));
        if (asked && product != null && product.vendor().equals("google")) {
          found.add(overVpn(situation, vpn.id(), end));
        }
      }
    }
    for (CircuitSession s : CircuitSession.of(situation, "google.")) {
      Product product = situation.product(s.circuit().id());
      Timers timers = product == null ? null : product.timers();
      if (timers != null
          && s.bfdAsked()
          && (tooFast(s.far(), timers) || tooFast(s.cloud(), timers))) {
        found.add(tooFast(situation, s, timers));
      }
    }
    return found;
  }

  private static boolean tooFast(BgpEnd end, Timers timers) {
    return isBelow(end.settings().number(Setting.BFD_INTERVAL_MILLIS), timers.bfdIntervalMillis())
        || isBelow(end.settings().number(Setting.BFD_MULTIPLIER), timers.bfdMultiplier());
  }

  private static boolean isBelow(@Nullable Integer set, @Nullable Integer least) {
    return set != null && least != null && set < least;
  }

  private Finding overVpn(Situation situation, Id vpn, Id gateway) {
    return finding(vpn)
        .showing(List.of(gateway))
        .title("BFD is asked for on " + situation.name(vpn) + ", where Google does not run it")
        .text(
            "Google's Cloud Routers run BFD on VLAN attachments only. Over VPN a failure is noticed by"
                + " BGP's hold time, so a plan that counts on BFD here is wrong.")
        .remedy(
            "Leave BFD off here, and lower the BGP timers at both ends where it must be faster.")
        .fix(
            "Turn BFD off on " + situation.name(vpn),
            (design, catalog) ->
                new Change(
                    SessionEnds.edit(
                        SessionEnds.edit(design, vpn, true, e -> e.with("bfd", null)),
                        vpn,
                        false,
                        e -> e.with("bfd", null)),
                    List.of(),
                    vpn))
        .done();
  }

  private Finding tooFast(Situation situation, CircuitSession s, Timers timers) {
    Id link = s.id();
    String least = timers.bfdIntervalMillis() + " ms, " + timers.bfdMultiplier() + " times";
    return finding(link)
        .showing(List.of(s.circuit().id()))
        .title("BFD on " + situation.name(link) + " is set faster than Google runs it: " + least)
        .text(
            "Google takes no shorter interval and no smaller multiplier. The session has the slower"
                + " values of the two sides, or BFD does not come up.")
        .remedy("Set BFD to " + least + ".")
        .fix(
            "Set BFD on " + situation.name(link) + " to " + least,
            (design, catalog) -> new Change(slower(design, link, timers), List.of(), link))
        .done();
  }

  private static Design slower(Design design, Id link, Timers timers) {
    Design changed = SessionEnds.far(design, link, end -> slower(end, timers));
    return SessionEnds.cloud(changed, link, end -> slower(end, timers));
  }

  private static BgpEnd slower(BgpEnd end, Timers timers) {
    if (!tooFast(end, timers)) {
      return end;
    }
    return Components.with(
        end,
        "settings",
        end.settings()
            .with(Setting.BFD_INTERVAL_MILLIS, timers.bfdIntervalMillis())
            .with(Setting.BFD_MULTIPLIER, timers.bfdMultiplier()));
  }
}
