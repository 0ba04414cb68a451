package mcx.routing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcx.inet.IpAddress;
import mcx.network.VrfId;
import mcx.routing.Trace.End;
import mcx.routing.Trace.Hop;
import org.jspecify.annotations.Nullable;

/** Follows packets for one address from table to table. */
final class Tracer {

  private final Plan plan;
  private final Holding held;
  private final IpAddress to;

  Tracer(Solved solved, IpAddress to) {
    this.plan = solved.plan();
    this.held = solved.held(to);
    this.to = to;
  }

  /** The way by the first route of each table. */
  Trace trace(VrfId from) {
    return follow(from, null);
  }

  /** The same to an address that the table {@code end} has itself, whatever its routes say. */
  Trace toEnd(VrfId from, VrfId end) {
    return follow(from, plan.find(end));
  }

  private Trace follow(VrfId from, @Nullable Table owner) {
    List<Hop> hops = new ArrayList<>();
    Set<Table> seen = new LinkedHashSet<>();
    boolean shared = false;
    Table at = plan.table(from);
    while (true) {
      Forwarding does = held.does(at);
      Forwarding.Branch first = does.first();
      boolean down = first.next() == null && first.end() == End.DOWN;
      if (!down && !seen.add(at)) {
        hops.add(ended(first.hop()));
        return new Trace(from, to, hops, End.LOOP, Forwarder.circle(seen, at, to), shared);
      }
      if (!down && at == owner) {
        hops.add(ended(first.hop()));
        return new Trace(from, to, hops, End.DELIVERED, "", shared);
      }
      shared |= does.branches().size() > 1;
      hops.add(first.hop());
      Table next = first.next();
      if (next == null) {
        return new Trace(from, to, hops, first.end(), first.reason(), shared);
      }
      at = next;
    }
  }

  /** A hop that leads no further. */
  static Hop ended(Hop hop) {
    return new Hop(hop.table(), hop.prefix(), hop.route(), hop.via(), null, List.of());
  }
}
