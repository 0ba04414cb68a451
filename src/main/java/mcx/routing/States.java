package mcx.routing;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What all tables settled on for each class of prefixes: in one group, or in several where limits
 * drop some prefixes of a class. Where nothing else depends on them, classes are worked out when
 * they are first asked for. Safe for use by several threads.
 */
final class States {

  /** Works out one class. */
  interface Maker {
    /**
     * @param sofar knows all classes before it
     */
    ClassState[] make(int number, Solved sofar);
  }

  private final AtomicReferenceArray<ClassState @Nullable []> byClass;
  private final @Nullable Maker maker;

  /**
   * @param maker works out what is asked for; null where all classes are put here first
   */
  States(int classes, @Nullable Maker maker) {
    this.byClass = new AtomicReferenceArray<>(classes);
    this.maker = maker;
  }

  void put(int number, ClassState[] groups) {
    byClass.set(number, groups);
  }

  /**
   * The groups of a class; always the same ones.
   *
   * @param of the solution that these belong to
   */
  ClassState[] groups(int number, Solved of) {
    ClassState[] known = byClass.get(number);
    if (known == null) {
      // Two threads may work it out at the same time; what the first one found is kept.
      ClassState[] made = Objects.requireNonNull(maker).make(number, of);
      ClassState[] before = byClass.compareAndExchange(number, null, made);
      known = before == null ? made : before;
    }
    return known;
  }
}
