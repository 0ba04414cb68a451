package mcx.compile;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import mcx.catalog.PrefixLimitFact;
import mcx.design.Id;
import mcx.inet.Family;
import mcx.network.LimitBasis;
import mcx.network.LimitBasis.Over;
import mcx.network.Origin;
import mcx.network.Propagation;
import mcx.network.Session;
import mcx.network.SharedLimit;
import mcx.network.SharedLimit.Counted;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** A limit over several sessions or propagations while it is put together. */
final class LimitDraft {

  private final Context c;
  private final Id origin;
  private final String part;
  private final PrefixLimitFact fact;
  private final String label;
  private final Set<Counted> counted = new LinkedHashSet<>();
  private final Set<String> falls = new TreeSet<>();
  private @Nullable VrfId table;
  private @Nullable Integer granted;

  /**
   * @param origin the element that has the limit
   * @param part what tells it from the same limit over something else at that element; empty where
   *     there is none
   * @param label what is counted, in words
   */
  LimitDraft(Context c, Id origin, String part, PrefixLimitFact fact, String label) {
    this.c = c;
    this.origin = origin;
    this.part = part;
    this.fact = fact;
    this.label = label;
  }

  /** Counts what a table takes from a session or propagation. */
  LimitDraft received(String edge, VrfId at) {
    Session session = c.net.session(edge);
    Propagation propagation = c.net.propagation(edge);
    if (session != null) {
      counted.add(new Counted(edge, session.other(at), false));
    } else if (propagation != null) {
      counted.add(new Counted(edge, propagation.from(), false));
    }
    return this;
  }

  /** Counts what a table sends over a session. */
  LimitDraft sent(String session, VrfId from) {
    if (c.net.session(session) != null) {
      counted.add(new Counted(session, from, true));
    }
    return this;
  }

  /** Counts all routes of a table. */
  LimitDraft all(VrfId of) {
    table = of;
    return this;
  }

  /** Sets what the vendor granted in its place, where it may be changed. */
  LimitDraft granted(@Nullable Integer max) {
    granted = max;
    return this;
  }

  /** Takes a session down with it, and what it runs over. */
  LimitDraft falls(String session) {
    Session found = c.net.session(session);
    if (found != null) {
      falls.add(session);
      String segment = found.segment();
      if (segment != null) {
        falls.add(segment);
      }
    }
    return this;
  }

  /** Takes an exchange of routes that is no session down with it. */
  LimitDraft fallsEdge(String propagation) {
    falls.add(propagation);
    return this;
  }

  /** Adds it to the network where there is something to count. */
  void add() {
    if (counted.isEmpty() && table == null) {
      return;
    }
    Family family = fact.family();
    Set<Family> families = family == null ? EnumSet.allOf(Family.class) : EnumSet.of(family);
    c.net.add(
        new SharedLimit(
            id(),
            label,
            LimitFacts.max(fact, granted),
            LimitFacts.beyond(fact),
            LimitFacts.source(fact),
            families,
            List.copyOf(counted),
            table,
            falls,
            Origin.of(origin),
            basis()));
  }

  private LimitBasis basis() {
    LimitBasis basis = LimitFacts.basis(fact);
    return switch (basis.over()) {
      case GATEWAY -> table == null ? basis : basis.over(Over.TABLE);
      case SESSION -> basis.over(Over.CONNECTION);
      case CONNECTION, NETWORK, TABLE, REGION, ALLOCATION, LIST -> basis;
    };
  }

  private String id() {
    Family family = fact.family();
    String kind = fact.direction() + "-" + fact.scope() + "-" + fact.max();
    String which = family == null ? kind : kind + "-" + family.label();
    return origin
        + (part.isEmpty() ? "" : ":" + part)
        + ":"
        + which.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
