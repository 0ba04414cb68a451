package mcx.export.lab;

import mcx.network.Failures;
import mcx.network.Network;

/** For tests elsewhere: the plan of a lab without its files. */
public final class Plans {

  private Plans() {}

  /** The plan of a lab in which all is well and nothing is put in by hand. */
  public static LabPlan of(Network network, LabDaemon.Choice choice) {
    return LabPlanner.plan(network, Failures.NONE, null, choice, "plan");
  }
}
