package mcx.lab;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.export.lab.BgpView;
import mcx.export.lab.LabDaemon;
import mcx.export.lab.LabPlan;
import mcx.inet.Prefix;
import mcx.lab.RouterRib.Candidate;
import mcx.network.Policy.Learned;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import mcx.routing.Solution;
import org.jspecify.annotations.Nullable;

/**
 * Compares the daemons' tables with those of a solution. These differences are none:
 *
 * <ol>
 *   <li>a MED of 0 and no MED: RFC 4271 §9.1.2.2 takes a missing one as the lowest
 *   <li>no local preference shown and 100: daemons show none where nothing set one, and BIRD none
 *       on what a router holds itself
 *   <li>a prefix that a daemon lists without a usable route, and one that the solution leaves out
 *   <li>routes by hand and interfaces that are not offered to BGP: a daemon's BGP table lacks them
 *   <li>routes of the router's own that lost: daemons keep one only, or take it back
 *   <li>routes handed over outside BGP that lost: they are not put in
 *   <li>equally good routes, where BIRD shows one
 *   <li>marks that a lab's router puts on its routes for itself
 *   <li>the best of a VRF in GoBGP where routes of several route distinguishers meet: it has none
 *   <li>what GoBGP keeps from a neighbour because its number is in the path ({@link
 *       mcx.export.lab.DaemonQuirk#GOBGP_HOLDS_BACK})
 *   <li>the next hop: in the lab it is an address of a wire, in the solution a table
 * </ol>
 */
final class RibComparison {

  /**
   * A difference.
   *
   * @param kind what kind
   * @param table where
   * @param prefix for which prefix
   * @param session the session of the route that differs, or of the daemon's where another is best;
   *     null for the table's own
   * @param words both sides, in words
   */
  record Difference(Kind kind, VrfId table, Prefix prefix, @Nullable String session, String words) {
    @Override
    public String toString() {
      return kind + " " + table + " " + prefix + ": " + words;
    }
  }

  enum Kind {
    /** The solution has a route that the daemon lacks. */
    MISSING,
    /** The daemon has a route that the solution lacks. */
    EXTRA,
    /** Both have the route, but another is best. */
    BEST,
    /** Other routes share the traffic. */
    SHARES,
    /** The same route with other attributes. */
    ATTRIBUTE
  }

  private final LabPlan plan;
  private final Solution solution;
  private final List<Difference> found = new ArrayList<>();

  private RibComparison(LabPlan plan, Solution solution) {
    this.plan = plan;
    this.solution = solution;
  }

  /** All differences, in order. */
  static List<Difference> compare(LabPlan plan, Solution solution, Map<VrfId, RouterRib> dump) {
    RibComparison c = new RibComparison(plan, solution);
    for (LabPlan.Router r : plan.routers()) {
      for (Vrf v : r.tables()) {
        RouterRib shown = dump.get(v.id());
        if (shown != null && solution.isUp(v.id().node())) {
          c.table(r, v, shown);
        }
      }
    }
    return c.found;
  }

  private void table(LabPlan.Router router, Vrf vrf, RouterRib shown) {
    Map<Prefix, RibEntry> computed = new TreeMap<>(solution.rib(vrf.id()));
    Set<Prefix> prefixes = new TreeSet<>(computed.keySet());
    prefixes.addAll(shown.routes().keySet());
    for (Prefix p : prefixes) {
      entry(router, vrf, p, computed.get(p), shown.routes().getOrDefault(p, List.of()));
    }
  }

  private void entry(
      LabPlan.Router router,
      Vrf vrf,
      Prefix prefix,
      @Nullable RibEntry entry,
      List<Candidate> shown) {
    List<Route> known = entry == null ? new ArrayList<>() : BgpView.routes(entry, vrf);
    known.removeIf(this::isHeldBack);
    Route told = known.stream().filter(Route::isUsable).findFirst().orElse(null);
    Candidate best = shown.stream().filter(Candidate::best).findFirst().orElse(null);
    if (entry == null || told == null) {
      if (best != null) {
        add(Kind.EXTRA, vrf, prefix, best.session(), "nothing computed, " + words(best));
      }
      return;
    }
    Map<String, Route> computed = new TreeMap<>();
    for (Route r : known) {
      String session = session(r);
      if (session != null) {
        computed.put(session, r);
      }
    }
    Set<String> daemons = new HashSet<>();
    for (Candidate c : shown) {
      if (c.session() != null) {
        daemons.add(c.session());
        Route r = computed.get(c.session());
        if (r == null) {
          add(Kind.EXTRA, vrf, prefix, c.session(), "not computed, " + words(c));
        } else {
          attributes(vrf, prefix, r, c);
        }
      }
    }
    computed.forEach(
        (session, r) -> {
          if (!daemons.contains(session)) {
            add(Kind.MISSING, vrf, prefix, session, words(r));
          }
        });
    if (router.daemon() == LabDaemon.GOBGP && shown.stream().filter(Candidate::best).count() > 1) {
      // Routes of several distinguishers: GoBGP chooses none, and tells the last that came.
      return;
    }
    if (best == null) {
      add(Kind.BEST, vrf, prefix, null, "computed " + words(told) + ", the daemon has none");
    } else if (!Objects.equals(best.session(), session(told))) {
      add(Kind.BEST, vrf, prefix, best.session(), "computed " + words(told) + ", " + words(best));
    } else if (best.session() == null) {
      attributes(vrf, prefix, told, best);
    }
    if (vrf.multipath() && router.daemon() == LabDaemon.FRR) {
      shares(vrf, prefix, entry, shown);
    }
  }

  private void shares(Vrf vrf, Prefix prefix, RibEntry entry, List<Candidate> shown) {
    Set<String> computed = new TreeSet<>();
    entry.best().forEach(r -> computed.add(String.valueOf(session(r))));
    Set<String> daemon = new TreeSet<>();
    shown.stream().filter(Candidate::shares).forEach(c -> daemon.add(String.valueOf(c.session())));
    if (!computed.equals(daemon)) {
      add(Kind.SHARES, vrf, prefix, null, "computed " + computed + ", the daemon has " + daemon);
    }
  }

  private void attributes(Vrf vrf, Prefix prefix, Route r, Candidate c) {
    List<String> different = new ArrayList<>();
    if (!r.asPath().equals(c.asPath())) {
      different.add("path [" + r.asPath() + "] and [" + c.asPath() + "]");
    }
    long preference =
        c.localPreference() == null ? Route.DEFAULT_LOCAL_PREFERENCE : c.localPreference();
    if (r.localPreference() != preference) {
      different.add("local preference " + r.localPreference() + " and " + preference);
    }
    if (r.med() != c.med()) {
      different.add("MED " + r.med() + " and " + c.med());
    }
    if (!r.communities().equals(c.communities())) {
      different.add(
          "communities "
              + new TreeSet<>(r.communities())
              + " and "
              + new TreeSet<>(c.communities()));
    }
    if (r.origin() != c.origin()) {
      different.add("origin " + r.origin() + " and " + c.origin());
    }
    if (!different.isEmpty()) {
      add(
          Kind.ATTRIBUTE,
          vrf,
          prefix,
          c.session(),
          "by " + c.session() + ": computed " + String.join(", ", different) + " in the daemon");
    }
  }

  /** The session or VRF that a route came by; null for all that a router has by itself. */
  static @Nullable String session(Route r) {
    return switch (r.learned()) {
      case EXTERNAL, INNER -> r.via();
      case VPN -> r.from() == null ? null : vpn(r.from().table());
      case LOCAL, CONNECTED, STATIC, AGGREGATE, PROPAGATED -> null;
    };
  }

  /** Whether GoBGP keeps a route from a neighbour whose number is in its path. */
  private boolean isHeldBack(Route r) {
    Session s = r.via() == null ? null : plan.network().session(r.via());
    if (s == null || r.learned() != Learned.EXTERNAL || r.from() == null) {
      return false;
    }
    VrfId sender = r.from().table();
    return r.from().asPath().contains(s.at(r.table()).asn())
        && !s.at(sender).asOverride()
        && plan.routers().stream()
            .filter(x -> x.daemon() == LabDaemon.GOBGP)
            .anyMatch(x -> x.tables().stream().anyMatch(v -> v.id().equals(sender)));
  }

  /** What routes of a VPN are known by: the VRF that they come from. */
  static String vpn(VrfId sender) {
    return "VPN from " + sender;
  }

  private void add(Kind kind, Vrf vrf, Prefix prefix, @Nullable String session, String words) {
    found.add(new Difference(kind, vrf.id(), prefix, session, words));
  }

  private static String words(Route r) {
    return r.learned() + " by " + r.via() + " [" + r.asPath() + "]";
  }

  private static String words(Candidate c) {
    return "the daemon has by " + c.session() + " [" + c.asPath() + "]";
  }

  /** Where this plan's lab put routes in by hand, for messages. */
  static String injected(LabPlan plan) {
    return plan.injections().size() + " put in by hand";
  }
}
