package mcx.bench;

/** The memory that every benchmark gets. */
final class Heap {

  static final String ARGS = "-Xmx2g";

  private Heap() {}
}
