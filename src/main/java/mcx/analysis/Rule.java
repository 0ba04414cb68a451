package mcx.analysis;

import java.util.List;

/** One thing that a reviewer looks for. Each rule is a class of its own. */
interface Rule {

  /** What the rule finds, in a fixed order. The analysis given has no findings yet. */
  List<Finding> check(Analysis analysis);
}
