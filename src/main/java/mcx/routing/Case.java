package mcx.routing;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import mcx.inet.Prefix;
import mcx.routing.Route.OriginCode;

/**
 * A class of prefixes under given conditions: what an edge needs to know to say what becomes of a
 * route.
 */
final class Case {

  final PrefixClass cls;

  /** The prefixes it is about: the class, or those of it that the same receivers drop. */
  final List<Prefix> members;

  final Conditions conditions;

  /** The edges at whose end these are dropped as beyond a limit. */
  private final BitSet dropped;

  private final boolean isDefault;

  /** For a summary, the tables in which it stands, with the origin it then has. */
  final Map<Integer, OriginCode> standing;

  /** The edges over which a default route is sent by hand now. */
  private final BitSet defaults;

  Case(
      PrefixClass cls,
      List<Prefix> members,
      Conditions conditions,
      BitSet dropped,
      BitSet defaults,
      Map<Integer, OriginCode> standing) {
    this.cls = cls;
    this.members = members;
    this.conditions = conditions;
    this.dropped = dropped;
    this.isDefault = cls.first().isDefault();
    this.defaults = defaults;
    this.standing = standing;
  }

  /**
   * Whether all its routes are alike in what counts before the length of the path, so that a longer
   * one never wins.
   */
  boolean uniform;

  boolean drops(Edge edge) {
    return dropped.get(edge.index);
  }

  BitSet dropped() {
    return dropped;
  }

  /** Whether the sender sends a default route by hand, and this is about it. */
  boolean sendsDefault(SessionEdge edge) {
    return isDefault && defaults.get(edge.index);
  }

  BitSet defaults() {
    return defaults;
  }
}
