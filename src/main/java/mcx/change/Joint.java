package mcx.change;

import java.util.List;
import java.util.function.Function;
import mcx.design.Id;

/** One kind of link, with what it can join. One class for each. */
interface Joint {

  /** The ways to join these two in this order, the usual one first; empty where there is none. */
  List<Way> ways(Pair pair);

  /**
   * A way to join two elements.
   *
   * @param key unique among the ways of a pair
   * @param label what people see
   * @param warning what a vendor would refuse, in words; empty where nothing
   * @param make makes it, and answers with the id of the link that was asked for
   */
  record Way(String key, String label, String warning, Function<Draft, Id> make) {}
}
