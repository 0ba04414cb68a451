package mcx.routing;

import java.util.List;
import java.util.Map;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** For tests elsewhere: asks the engine whether what something else came to is a stable state. */
public final class Stability {

  private Stability() {}

  /**
   * The tables that would choose something else than they are said to use, among what their
   * neighbours then tell them; none where the state is stable.
   *
   * @param uses the session that each table uses for the prefix, or {@code VPN from} and another
   *     VRF; empty for none; tables that are not named use what the solution shows
   * @return null where the choices cannot be what anything comes to, because they rest on
   *     themselves
   */
  public static @Nullable List<VrfId> restless(
      Solution solution, Prefix prefix, Map<VrfId, String> uses) {
    Solved solved = (Solved) solution;
    for (ClassState s : solved.states()) {
      if (s.members.contains(prefix)) {
        return Alternatives.restless(solved, s, uses);
      }
    }
    return null;
  }
}
