package mcx.compile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway or edge does not pass on: routes that came in from one side and would go out to
 * another. Whatever no rule names is passed on.
 *
 * @param rules in the order in which they were stated; the first that matches gives the reason
 */
record TransitRules(List<Rule> rules) {

  /** Everything is passed on to everyone. */
  static final TransitRules ALL = new TransitRules(List.of());

  TransitRules {
    rules = List.copyOf(rules);
  }

  /** One rule, with its reason in words. */
  record Rule(Side from, Side to, String reason) {}

  /** These rules and one more: routes from one side do not go out to the other. */
  TransitRules withhold(Side from, Side to, String reason) {
    List<Rule> more = new ArrayList<>(rules);
    more.add(new Rule(from, to, reason));
    return new TransitRules(more);
  }

  /** These rules and more: routes between the two sides go neither way. */
  TransitRules separate(Side one, Side other, String reason) {
    TransitRules once = withhold(one, other, reason);
    return one == other ? once : once.withhold(other, one, reason);
  }

  /** Why routes from the one side do not go out to the other; null if they do. */
  @Nullable String reason(Side from, Side to) {
    for (Rule rule : rules) {
      if (rule.from == from && rule.to == to) {
        return rule.reason;
      }
    }
    return null;
  }
}
