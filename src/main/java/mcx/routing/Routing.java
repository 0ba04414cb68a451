package mcx.routing;

import mcx.network.Failures;
import mcx.network.Network;

/** The entrance to this room. Whoever asks about many failures keeps a {@link Solver}. */
public final class Routing {

  private Routing() {}

  /** The converged state of the network under these failures. */
  public static Solution solve(Network network, Failures failures) {
    return new Solver(network).solve(failures);
  }
}
