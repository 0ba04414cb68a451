package mcx.routing;

/** Looks for tables that use routes of each other in a circle. */
final class Circles {

  /** How often a table is used by one that has not been taken away. */
  private final int[] users;

  /** The tables that nobody uses any more. */
  private final int[] unused;

  private int count;
  private final Plan plan;
  private final ClassState state;

  private Circles(Plan plan, ClassState state) {
    this.plan = plan;
    this.state = state;
    this.users = new int[state.codes.length];
    this.unused = new int[state.codes.length];
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
        countSources(t, 1);
      }
    }
    for (int t = 0; t < users.length; t++) {
      if (state.codes[t] != Candidate.NONE && users[t] == 0) {
        unused[count++] = t;
      }
    }
    for (int k = 0; k < count; k++) {
      countSources(unused[k], -1);
    }
    return count < left;
  }

  /** Counts a table as a user, or no longer, of those whose routes it uses or tells. */
  private void countSources(int table, int by) {
    int[] several = state.shared.isEmpty() ? null : state.shared.get(table);
    if (several == null) {
      countSource(state.codes[table], by);
    } else {
      for (int code : several) {
        countSource(code, by);
      }
    }
    Integer tells = state.told.isEmpty() ? null : state.told.get(table);
    if (tells != null) {
      countSource(tells, by);
    }
  }

  private void countSource(int code, int by) {
    if (code < 0) {
      return;
    }
    int from = plan.edges().get(code).from.index;
    if (state.codes[from] != Candidate.NONE) {
      users[from] += by;
      if (users[from] == 0) {
        unused[count++] = from;
      }
    }
  }
}
