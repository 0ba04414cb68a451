package mcx.routing;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * How the states of one solution were found, class by class, each found out when it is first asked
 * for. Safe for use by several threads.
 */
final class Histories {

  /** How many versions are kept of all classes together; about 200 MB. */
  private static final int MOST_VERSIONS = 300_000;

  private final Solved solved;
  private final AtomicReferenceArray<@Nullable Optional<History>> byClass;
  private final AtomicInteger versions = new AtomicInteger();

  Histories(Solved solved) {
    this.solved = solved;
    byClass = new AtomicReferenceArray<>(solved.plan().classes().size());
  }

  Conditions conditions() {
    return solved.conditions();
  }

  /**
   * How the state of a class was found; null where that is not known, or would take too much room.
   */
  @Nullable History of(int classNumber, WaveSolver solver) {
    Optional<History> known = byClass.get(classNumber);
    if (known == null) {
      Optional<History> made = Optional.ofNullable(make(classNumber, solver));
      known = byClass.compareAndExchange(classNumber, null, made);
      known = known == null ? made : known;
    }
    return known.orElse(null);
  }

  private @Nullable History make(int classNumber, WaveSolver solver) {
    ClassState[] groups = solved.groups(classNumber);
    if (groups.length != 1 || !groups[0].isSettled() || versions.get() >= MOST_VERSIONS) {
      return null;
    }
    History history = solver.record(solved.about(groups[0]), groups[0]);
    if (history != null) {
      versions.addAndGet(history.size);
    }
    return history;
  }
}
