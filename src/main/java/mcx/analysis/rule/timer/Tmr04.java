package mcx.analysis.rule.timer;

/** TMR-04: BFD and graceful restart on one Direct Connect session. */
final class Tmr04 extends BfdWithGracefulRestart {

  Tmr04() {
    super(
        "TMR-04",
        "aws.direct-connect",
        "Traffic is then sent to a dead path for as long as that lasts.");
  }
}
