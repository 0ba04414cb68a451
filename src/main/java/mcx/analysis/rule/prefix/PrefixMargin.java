package mcx.analysis.rule.prefix;

/** When a limit is near enough to speak of it. */
final class PrefixMargin {

  /** The share from which a limit leaves no margin to grow. */
  static final double NEARLY_FULL = 0.8;

  private PrefixMargin() {}
}
