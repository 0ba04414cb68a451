package mcx.export.lab;

import java.util.ArrayList;
import java.util.List;
import mcx.export.lab.LabPlan.Peering;
import mcx.inet.Prefix;
import mcx.network.Policy.Learned;
import mcx.network.Policy.Statement;
import mcx.network.PrefixLimit;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.network.Vrf.Key;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import mcx.routing.Solution;
import org.jspecify.annotations.Nullable;

/**
 * What a lab cannot work out for itself, because no routing protocol has it: routes handed over
 * outside BGP, choices by other keys than BGP's, and prefixes that a limit drops. It is taken from
 * a solution, so a lab with injections stands for that one state of the network.
 */
final class Injections {

  private final Solution solution;
  private final List<Injection> all = new ArrayList<>();

  private Injections(Solution solution) {
    this.solution = solution;
  }

  static List<Injection> of(LabPlan plan, Solution solution) {
    Injections i = new Injections(solution);
    for (LabPlan.Router r : plan.routers()) {
      if (r.asn() != null) {
        for (Vrf v : r.tables()) {
          i.routes(v);
        }
        r.peerings().forEach(i::refusals);
      }
    }
    return i.all;
  }

  private void routes(Vrf vrf) {
    boolean foreign = !choosesLikeBgp(vrf) || distancesSet(vrf.id());
    for (RibEntry e : solution.rib(vrf.id()).values()) {
      Route told = BgpView.told(e, vrf);
      if (told == null) {
        continue;
      }
      if (told.learned() == Learned.PROPAGATED) {
        all.add(
            new Injection(
                vrf.id(),
                Injection.Kind.ROUTE,
                e.prefix(),
                told.via(),
                told,
                "It is handed over by “" + told.via() + "”, outside BGP."));
      } else if (foreign && e.best().size() + e.lost().size() > 1) {
        preferences(vrf, e, told);
      }
    }
  }

  /** All routes that share the traffic are made to win, where the table has several. */
  private void preferences(Vrf vrf, RibEntry e, Route told) {
    for (Route r : vrf.multipath() ? e.best() : List.of(told)) {
      if (r.learned() == Learned.EXTERNAL || r.learned() == Learned.INNER) {
        all.add(
            new Injection(
                vrf.id(),
                Injection.Kind.PREFER,
                e.prefix(),
                r.via(),
                r,
                "This table does not choose as BGP does."));
      }
    }
  }

  /** Whether daemons have the table's way to choose. */
  static boolean choosesLikeBgp(Vrf vrf) {
    List<Key> keys = vrf.selection().stream().map(k -> k == Key.ALWAYS_MED ? Key.MED : k).toList();
    return keys.equals(Vrf.BGP_DECISION);
  }

  private boolean distancesSet(VrfId table) {
    for (Session s : solution.network().sessions()) {
      if ((s.a().equals(table) || s.b().equals(table))
          && s.at(table).importPolicy().statements().stream()
              .map(Statement::set)
              .anyMatch(c -> c.distance() != null)) {
        return true;
      }
    }
    return false;
  }

  private void refusals(Peering p) {
    boolean own = drops(p.mine().limitV4()) || drops(p.mine().limitV6());
    if (!own && solution.network().limits().stream().noneMatch(l -> drops(l.beyond()))) {
      return;
    }
    VrfId sender = p.session().other(p.table());
    for (Advertisement a : solution.advertisements(p.session().id(), sender)) {
      if (a.outcome() == Advertisement.Outcome.REFUSED_LIMIT) {
        all.add(refusal(p, a.prefix(), own));
      }
    }
  }

  private static Injection refusal(Peering p, Prefix prefix, boolean own) {
    return new Injection(
        p.table(),
        Injection.Kind.REFUSE,
        prefix,
        p.session().id(),
        null,
        own
            ? "It is beyond the limit of “"
                + p.session().id()
                + "”, where daemons choose by arrival."
            : "It is beyond a limit that counts over several sessions, which daemons do not have.");
  }

  private static boolean drops(@Nullable PrefixLimit limit) {
    return limit != null && drops(limit.beyond());
  }

  private static boolean drops(PrefixLimit.Beyond beyond) {
    return switch (beyond) {
      case DROP_EXCESS, DROP_EXCESS_ORDERED -> true;
      case SESSION_DOWN_AUTO, SESSION_IDLE, CONNECTION_DOWN, WARN_ONLY, REJECT_CONFIG, UNKNOWN ->
          false;
    };
  }
}
