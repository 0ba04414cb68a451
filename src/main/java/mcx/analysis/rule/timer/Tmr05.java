package mcx.analysis.rule.timer;

/** TMR-05: BFD and graceful restart on one IBM Direct Link session. */
final class Tmr05 extends BfdWithGracefulRestart {

  Tmr05() {
    super("TMR-05", "ibm.direct-link", "IBM keeps stale routes for 300 s.");
  }
}
