package mcx.routing;

import java.util.Arrays;

/** Looks for tables that use routes of each other in a circle. */
final class Circles {

  /** How often a table is used by one that has not been taken away. */
  private final int[] users;

  private final Plan plan;
  private final ClassState state;

  private Circles(Plan plan, ClassState state) {
    this.plan = plan;
    this.state = state;
    this.users = new int[state.codes.length];
  }

  /** Whether there are any in this state. */
  static boolean any(Plan plan, ClassState state) {
    return new Circles(plan, state).find();
  }

  /** Takes away what nobody uses, again and again; a circle is what stays. */
  private boolean find() {
    int left = 0;
    for (int t = 0; t < users.length; t++) {
      if (state.codes[t] != Candidate.NONE) {
        left++;
        for (int from : sources(t)) {
          users[from]++;
        }
      }
    }
    int[] unused = new int[left];
    int n = 0;
    for (int t = 0; t < users.length; t++) {
      if (state.codes[t] != Candidate.NONE && users[t] == 0) {
        unused[n++] = t;
      }
    }
    for (int k = 0; k < n; k++) {
      for (int from : sources(unused[k])) {
        if (--users[from] == 0) {
          unused[n++] = from;
        }
      }
    }
    return n < left;
  }

  /** The tables whose routes a table uses or tells, once for each route. */
  private int[] sources(int table) {
    int[] used = state.inUse(table);
    Integer tells = state.told.get(table);
    if (tells != null) {
      used = Arrays.copyOf(used, used.length + 1);
      used[used.length - 1] = tells;
    }
    return Arrays.stream(used)
        .filter(code -> code >= 0)
        .map(code -> plan.edges().get(code).from.index)
        .filter(from -> state.codes[from] != Candidate.NONE)
        .toArray();
  }
}
