package mcx.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mcx.export.lab.LabDaemon;
import mcx.export.lab.LabPlan;
import mcx.lab.RibComparison.Difference;
import mcx.lab.RibComparison.Kind;
import mcx.lab.RouterRib.Candidate;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * What a daemon does in its own way, by name. A difference is explained by one of these only where
 * the cause itself is seen in the tables.
 */
enum KnownDifference {
  /**
   * FRR tells a neighbour its own routes again where it tells several neighbours the same (an
   * update group of more than one). A neighbour that accepts its own number in a path, or gets it
   * replaced, then has one route more, which it does not use.
   */
  FRR_SENDS_BACK {
    @Override
    boolean explains(Sides s, Difference d) {
      if (d.kind() != Kind.EXTRA || d.session() == null) {
        return false;
      }
      Session session = s.plan.network().session(d.session());
      if (session == null) {
        return false;
      }
      VrfId other = session.other(d.table());
      Candidate best = s.best(other, d.prefix());
      Candidate here = s.best(d.table(), d.prefix());
      return s.daemon(other) == LabDaemon.FRR
          && best != null
          && d.session().equals(best.session())
          && (here == null || !d.session().equals(here.session()));
    }
  },
  /**
   * FRR takes the origin of a summary from all routes inside it, also those that are not used; by
   * RFC 4271 §9.2.2.2 only those that are summarised count.
   */
  FRR_SUMMARY_ORIGIN {
    @Override
    boolean explains(Sides s, Difference d) {
      for (LabPlan.Router r : s.plan.routers()) {
        Vrf vrf = r.tables().getFirst();
        if (r.daemon() == LabDaemon.FRR
            && vrf.aggregates().stream().anyMatch(a -> a.prefix().equals(d.prefix()))) {
          Candidate best = s.best(vrf.id(), d.prefix());
          RibEntry computed = s.solution.entry(vrf.id(), d.prefix());
          if (best != null
              && best.session() == null
              && best.origin() == Route.OriginCode.INCOMPLETE
              && computed != null
              && computed.first().isOwn()
              && computed.first().origin() == Route.OriginCode.IGP) {
            return true;
          }
        }
      }
      return false;
    }
  },
  /**
   * FRR compares each route that may share traffic with the best one only, so a route shares that
   * lost by its MED to a third one from its own neighbouring AS.
   */
  FRR_SHARES_BY_PAIRS {
    @Override
    boolean explains(Sides s, Difference d) {
      RibEntry computed = s.solution.entry(d.table(), d.prefix());
      if (d.kind() != Kind.SHARES || s.daemon(d.table()) != LabDaemon.FRR || computed == null) {
        return false;
      }
      Set<@Nullable String> daemon = new HashSet<>();
      s.candidates(d.table(), d.prefix()).stream()
          .filter(Candidate::shares)
          .forEach(c -> daemon.add(c.session()));
      for (Route r : computed.best()) {
        if (!daemon.remove(r.via())) {
          return false;
        }
      }
      for (RibEntry.Lost l : computed.lost()) {
        if (l.step().startsWith("MED ")) {
          daemon.remove(l.route().via());
        }
      }
      return daemon.isEmpty();
    }
  },
  /** Of routes that share, FRR counts one for each next hop. */
  FRR_SHARES_BY_NEXT_HOP {
    @Override
    boolean explains(Sides s, Difference d) {
      RibEntry computed = s.solution.entry(d.table(), d.prefix());
      if (d.kind() != Kind.SHARES || s.daemon(d.table()) != LabDaemon.FRR || computed == null) {
        return false;
      }
      Set<@Nullable String> daemon = new HashSet<>();
      s.candidates(d.table(), d.prefix()).stream()
          .filter(Candidate::shares)
          .forEach(c -> daemon.add(c.session()));
      Set<@Nullable VrfId> exits = new HashSet<>();
      for (Route r : computed.best()) {
        if (daemon.remove(r.via())) {
          exits.add(r.exit());
        }
      }
      return daemon.isEmpty() && computed.best().stream().allMatch(r -> exits.contains(r.exit()));
    }
  },
  /**
   * FRR spares, when it takes private numbers out, the number of one neighbour of all those whom it
   * tells the same, not that of each.
   */
  FRR_PRIVATE_BY_GROUP {
    @Override
    boolean explains(Sides s, Difference d) {
      Session session = d.session() == null ? null : s.plan.network().session(d.session());
      if (session == null || d.kind() != Kind.ATTRIBUTE) {
        return false;
      }
      VrfId sender = session.other(d.table());
      if (s.daemon(sender) != LabDaemon.FRR
          || session.at(sender).privateAs() == Session.PrivateAs.KEEP) {
        return false;
      }
      RibEntry computed = s.solution.entry(d.table(), d.prefix());
      List<String> paths = new ArrayList<>();
      if (computed != null) {
        computed.best().stream()
            .filter(r -> session.id().equals(r.via()))
            .forEach(r -> paths.add(r.asPath().toString()));
        computed.lost().stream()
            .filter(l -> session.id().equals(l.route().via()))
            .forEach(l -> paths.add(l.route().asPath().toString()));
      }
      for (Candidate c : s.candidates(d.table(), d.prefix())) {
        if (session.id().equals(c.session())) {
          for (Session x : s.plan.network().sessions()) {
            if (!x.isInner() && (x.a().equals(sender) || x.b().equals(sender))) {
              long spared = x.at(x.other(sender)).asn().value();
              String without =
                  c.asPath().stream()
                      .filter(n -> n != spared)
                      .mapToObj(Long::toString)
                      .collect(Collectors.joining(" "));
              if (paths.contains(without)) {
                return true;
              }
            }
          }
        }
      }
      return false;
    }
  },
  /**
   * FRR does not pass on a default route that it learned, over a session on which it is to send its
   * own under a condition that is not met.
   */
  FRR_DEFAULT_UNMET {
    @Override
    boolean explains(Sides s, Difference d) {
      if (!d.prefix().isDefault()) {
        return false;
      }
      for (Session x : s.plan.network().sessions()) {
        for (VrfId from : List.of(x.a(), x.b())) {
          Session.End end = x.at(from);
          if (end.defaultOriginate()
              && !end.defaultWhen().isEmpty()
              && s.daemon(from) == LabDaemon.FRR
              && isLearned(s.best(from, d.prefix()), x)
              && s.candidates(x.other(from), d.prefix()).stream()
                  .noneMatch(c -> x.id().equals(c.session()))) {
            return true;
          }
        }
      }
      return false;
    }

    private static boolean isLearned(@Nullable Candidate best, Session elsewhere) {
      return best != null && best.session() != null && !best.session().equals(elsewhere.id());
    }
  },
  /**
   * BIRD has no weight; in the lab it is expressed by BIRD's preference, which BIRD compares before
   * it asks whether the next hop can be reached. All others choose what they should, given that.
   */
  BIRD_PREFERS_UNREACHABLE {
    @Override
    boolean explains(Sides s, Difference d) {
      List<VrfId> restless = s.restless(d.prefix());
      return restless != null
          && !restless.isEmpty()
          && restless.stream()
              .allMatch(
                  t ->
                      s.daemon(t) == LabDaemon.BIRD
                          && s.best(t, d.prefix()) == null
                          && s.candidates(t, d.prefix()).stream().anyMatch(c -> !c.reachable()));
    }
  },
  /**
   * BIRD compares routes two by two in the order in which they came, so that among three the MED,
   * which counts within one neighbouring AS only, may decide differently. (Its {@code deterministic
   * med} groups them, but version 2.0.12 then keeps routes that have become worse.) All others
   * choose what they should, given what these routers chose.
   */
  BIRD_MED_BY_ARRIVAL {
    @Override
    boolean explains(Sides s, Difference d) {
      List<VrfId> restless = s.restless(d.prefix());
      if (restless == null || restless.isEmpty()) {
        return false;
      }
      for (VrfId table : restless) {
        Map<Long, Set<Long>> meds = new HashMap<>();
        List<Candidate> all = s.candidates(table, d.prefix());
        for (Candidate c : all) {
          long neighbor = c.asPath().isEmpty() ? -1 : c.asPath().get(0).value();
          meds.computeIfAbsent(neighbor, k -> new HashSet<>()).add(c.med());
        }
        if (s.daemon(table) != LabDaemon.BIRD
            || all.size() < 3
            || meds.size() < 2
            || meds.values().stream().noneMatch(m -> m.size() > 1)) {
          return false;
        }
      }
      return true;
    }
  },
  /**
   * GoBGP does not know what it costs to reach another edge. Explained is the choice of a VRF where
   * the cost decides, and what others make of it.
   */
  GOBGP_NO_COST {
    @Override
    boolean explains(Sides s, Difference d) {
      return s.downstream(d.prefix(), Downstream.Cause.COST).explains(d);
    }
  },
  /**
   * GoBGP chooses for each route distinguisher and not again in a VRF: where routes of several meet
   * there, its neighbours are told one of them, or none once one of them is gone; they may keep it
   * when all are; and what the VRF's own neighbours brought goes to other VRFs whatever else the
   * VRF has. Explained is what a VRF tells in which several meet or met before something failed,
   * what one lacks because another route met it while sessions came up, and what others make of it.
   */
  GOBGP_NO_VRF_CHOICE {
    @Override
    boolean explains(Sides s, Difference d) {
      return s.downstream(d.prefix(), Downstream.Cause.UNDECIDED).explains(d);
    }
  },
  /**
   * GoBGP tells other edges nothing that has the provider's own number in its path. Explained is
   * what they lack, and what others make of it.
   */
  GOBGP_HOLDS_BACK {
    @Override
    boolean explains(Sides s, Difference d) {
      return s.downstream(d.prefix(), Downstream.Cause.HELD_BACK).explains(d);
    }
  },
  /**
   * GoBGP does not take back what it told a neighbour once a route is best that the neighbour
   * brought itself, or that is held back from it because its number is in the path. Explained is
   * what the neighbour still has, and what others make of it.
   */
  GOBGP_KEEPS_TOLD {
    @Override
    boolean explains(Sides s, Difference d) {
      return s.downstream(d.prefix(), Downstream.Cause.KEPT).explains(d);
    }
  },
  /**
   * GoBGP does not take back a route in whose path it replaced the neighbour's number. Explained is
   * what the neighbour still has though the VRF has nothing more, and what others make of it.
   */
  GOBGP_KEEPS_REPLACED {
    @Override
    boolean explains(Sides s, Difference d) {
      return s.downstream(d.prefix(), Downstream.Cause.REPLACED).explains(d);
    }
  },
  /**
   * GoBGP keeps what a neighbour told it when the neighbour now tells another route that has
   * GoBGP's number in its path and is not accepted; by RFC 4271 §9 that one takes the place of the
   * first. Explained is what the VRF still has, and what others make of it.
   */
  GOBGP_KEEPS_HEARD {
    @Override
    boolean explains(Sides s, Difference d) {
      return s.downstream(d.prefix(), Downstream.Cause.HEARD).explains(d);
    }
  };

  abstract boolean explains(Sides s, Difference d);

  /** The choice that explains the difference; null where none does. */
  static @Nullable KnownDifference of(Sides s, Difference d) {
    for (KnownDifference k : List.of(values())) {
      if (k.explains(s, d)) {
        return k;
      }
    }
    return null;
  }
}
