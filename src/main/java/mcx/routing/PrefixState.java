package mcx.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * The routes to one prefix in all tables: what each holds itself, what came in, what it chose. It
 * stands for all prefixes that are treated alike.
 */
final class PrefixState {

  /** The prefix that the routes name. */
  final Prefix prefix;

  /** All prefixes that it stands for, in order. */
  final List<Prefix> members;

  private final List<List<Route>> own;
  private final @Nullable Route[] received;
  private final BitSet dropped = new BitSet();
  private final Choice[] choices;
  private boolean settled = true;

  PrefixState(List<Prefix> members, Plan plan) {
    this.prefix = members.getFirst();
    this.members = members;
    this.own = new ArrayList<>();
    for (int i = 0; i < plan.tables().size(); i++) {
      own.add(List.of());
    }
    this.received = new Route[plan.edges().size()];
    this.choices = new Choice[plan.tables().size()];
    Arrays.fill(choices, Choice.NONE);
  }

  void hold(Table table, List<Route> routes) {
    own.set(table.index, routes);
  }

  /** All routes that the table has to choose from. */
  List<Route> candidates(Table table) {
    List<Route> all = new ArrayList<>(own.get(table.index));
    for (Edge e : table.in) {
      Route r = received[e.index];
      if (r != null) {
        all.add(r);
      }
    }
    return all;
  }

  Choice choice(Table table) {
    return choices[table.index];
  }

  void choose(Table table, Choice choice) {
    choices[table.index] = choice;
  }

  @Nullable Route received(Edge edge) {
    return received[edge.index];
  }

  /** Notes what came over an edge; null for nothing. */
  void receive(Edge edge, @Nullable Handover handover) {
    received[edge.index] = handover == null ? null : handover.route();
    dropped.set(
        edge.index, handover != null && handover.outcome() == Advertisement.Outcome.REFUSED_LIMIT);
  }

  /** Whether the prefix got past the receiver's policy, be it kept or dropped beyond a limit. */
  boolean came(Edge edge) {
    return received[edge.index] != null || dropped.get(edge.index);
  }

  /** False where the tables never came to rest. */
  boolean isSettled() {
    return settled;
  }

  void unsettled() {
    settled = false;
  }
}
