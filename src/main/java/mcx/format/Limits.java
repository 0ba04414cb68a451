package mcx.format;

/** How much a file may hold; it keeps a hostile one from filling memory or time. */
final class Limits {

  /** The most bytes. */
  static final int BYTES = 64 * 1024 * 1024;

  /** How deep objects and arrays may be nested. */
  static final int DEPTH = 64;

  /** The most elements and links together. */
  static final int ELEMENTS_AND_LINKS = 200_000;

  /** The most JSON tokens. */
  static final int TOKENS = 10_000_000;

  /** The most characters in a key. */
  static final int KEY_LENGTH = 500;

  /** The most characters in a text. */
  static final int TEXT_LENGTH = 100_000;

  /** The most characters in a number. */
  static final int NUMBER_LENGTH = 40;

  /** The most prefixes that all ranges of a file may stand for together. */
  static final long PREFIXES = 2_000_000;

  /** How deep elements may hold one another. */
  static final int LEVELS = 32;

  /** How many problems of one file are told; beyond, the file is given up. */
  static final int PROBLEMS = 100;

  /** The farthest that anything may be from the middle of the canvas, in diagram units. */
  static final double COORDINATE = 1e9;

  private Limits() {}
}
