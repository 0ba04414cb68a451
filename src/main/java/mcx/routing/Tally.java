package mcx.routing;

/**
 * What is to be told of packets' ways to one address, added up from where they end back to where
 * they start. What lies ahead of a table is the same for all packets that pass it, so that it is
 * told once, however many come.
 *
 * @param <T> what is told; never changed once it is made
 */
public interface Tally<T> {

  /**
   * Where packets come no further.
   *
   * @param last the table, and how they would have left it
   */
  T end(Spread.Leg last, Trace.End end);

  /**
   * On the way from one table to the next.
   *
   * @param ahead what is told from there on
   */
  T pass(Spread.Leg leg, T ahead);

  /** Where a table shares the traffic over equally good routes: for some of them and more. */
  T both(T some, T more);
}
