package mcx.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mcx.analysis.WayKind.Mark;
import mcx.design.Id;
import mcx.network.VrfId;
import mcx.routing.Spread;
import mcx.routing.Tally;
import mcx.routing.Trace;
import org.jspecify.annotations.Nullable;

/** What packets pass on all their ways to one table; nothing where some of them are lost. */
final class Passed {

  private static final Passed LOST = new Passed(List.of());

  private final List<Mark> marks;

  private Passed(List<Mark> marks) {
    this.marks = marks;
  }

  /**
   * Tells it of every way.
   *
   * @param goal the table that packets are for
   * @param mark what counts of each leg; always the same object where it is equal
   */
  static Tally<Passed> to(VrfId goal, Function<Spread.Leg, Mark> mark) {
    return new Tally<>() {
      @Override
      public Passed end(Spread.Leg last, Trace.End end) {
        return end == Trace.End.DELIVERED && last.table().equals(goal)
            ? new Passed(List.of(mark.apply(last)))
            : LOST;
      }

      @Override
      public Passed pass(Spread.Leg leg, Passed ahead) {
        return ahead == LOST ? LOST : ahead.and(mark.apply(leg));
      }

      @Override
      public Passed both(Passed some, Passed more) {
        if (some == LOST || more == LOST) {
          return LOST;
        }
        Passed all = some;
        for (Mark m : more.marks) {
          all = all.and(m);
        }
        return all;
      }
    };
  }

  private Passed and(Mark mark) {
    for (Mark m : marks) {
      if (m == mark) {
        return this;
      }
    }
    List<Mark> more = new ArrayList<>(marks.size() + 1);
    more.addAll(marks);
    more.add(mark);
    return new Passed(more);
  }

  /**
   * How the site that they are for is reached.
   *
   * @param start the premises or cloud that the packets come from; null for none
   * @param goal the one that they are for; null for none
   */
  PathKind kind(@Nullable Id start, @Nullable Id goal) {
    if (this == LOST) {
      return PathKind.NONE;
    }
    WayKind kind = new WayKind(start, goal);
    marks.forEach(kind::pass);
    return kind.kind();
  }
}
