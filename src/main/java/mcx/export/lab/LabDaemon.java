package mcx.export.lab;

import java.util.Locale;

/** A routing daemon that runs a router of a lab. */
public enum LabDaemon {
  FRR,
  BIRD,
  GOBGP,
  /** None: the router is there to be a next hop only. */
  NONE;

  /** The word that stands in the lab's files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What to run plain routers with. */
  public enum Choice {
    FRR,
    BIRD,
    /** FRR, and BIRD for every second router in the order of their ids. */
    MIXED;

    /** The daemon for the router with this number, counted from 0. */
    LabDaemon of(int index) {
      return switch (this) {
        case FRR -> LabDaemon.FRR;
        case BIRD -> LabDaemon.BIRD;
        case MIXED -> index % 2 == 0 ? LabDaemon.FRR : LabDaemon.BIRD;
      };
    }
  }
}
