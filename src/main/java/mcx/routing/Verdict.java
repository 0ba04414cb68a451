package mcx.routing;

import mcx.network.Policy;
import mcx.network.Policy.Change;
import mcx.network.Policy.Learned;
import mcx.network.Policy.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says about a route.
 *
 * @param permit whether it passes
 * @param by the statement that decided; null where none matched
 */
record Verdict(boolean permit, @Nullable Statement by) {

  private static final Verdict PERMIT = new Verdict(true, null);
  private static final Verdict DENY = new Verdict(false, null);

  static Verdict of(Policy policy, Draft draft, Learned learned, @Nullable String via) {
    for (Statement s : policy.statements()) {
      if (draft.matches(s, learned, via)) {
        return new Verdict(s.permit(), s);
      }
    }
    return policy.otherwise() ? PERMIT : DENY;
  }

  Change change() {
    return by == null ? Change.NONE : by.set();
  }
}
