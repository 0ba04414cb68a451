package mcx.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import mcx.design.Id;
import mcx.network.Node;
import mcx.network.Segment;
import mcx.network.VrfId;
import mcx.routing.Spread;
import mcx.routing.Tally;
import mcx.routing.Trace;
import org.junit.jupiter.api.Test;

/** Traffic that goes several ways is as bad as the worst of them. */
class PassedTest {

  private static final VrfId GOAL = VrfId.of("goal");
  private static final Id START = Id.of("start");
  private static final Id END = Id.of("end");

  private static final List<WayKind.Mark> MARKS = marks();

  private final Tally<Passed> tally = Passed.to(GOAL, PassedTest::mark);

  private static List<WayKind.Mark> marks() {
    List<WayKind.Mark> all = new ArrayList<>();
    for (Id home : List.of(START, END, Id.of("third"))) {
      all.add(new WayKind.Mark(Segment.Kind.LINK, Node.Kind.CUSTOMER_ROUTER, home, false));
      all.add(new WayKind.Mark(null, Node.Kind.CLOUD_EDGE, home, true));
    }
    all.add(new WayKind.Mark(Segment.Kind.TUNNEL, Node.Kind.CUSTOMER_ROUTER, START, false));
    all.add(new WayKind.Mark(Segment.Kind.INTERCONNECT, Node.Kind.CLOUD_EDGE, START, true));
    all.add(new WayKind.Mark(null, Node.Kind.PROVIDER_EDGE, null, false));
    return all;
  }

  private static Spread.Leg leg(int mark) {
    return new Spread.Leg(GOAL, null, Integer.toString(mark));
  }

  private static WayKind.Mark mark(Spread.Leg leg) {
    return MARKS.get(Integer.parseInt(String.valueOf(leg.segment())));
  }

  /** A way of up to four tables. */
  private Passed way(Random random) {
    Passed way = tally.end(leg(random.nextInt(MARKS.size())), end(random));
    for (int i = random.nextInt(4); i > 0; i--) {
      way = tally.pass(leg(random.nextInt(MARKS.size())), way);
    }
    return way;
  }

  private static Trace.End end(Random random) {
    return random.nextInt(5) == 0 ? Trace.End.NO_ROUTE : Trace.End.DELIVERED;
  }

  private static PathKind worse(PathKind a, PathKind b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  @Test
  void theWorstOfSeveralWaysCounts() {
    Random random = new Random(1);
    Set<PathKind> seen = EnumSet.noneOf(PathKind.class);
    for (int i = 0; i < 2000; i++) {
      Id goal = random.nextInt(4) == 0 ? START : END;
      Passed one = way(random);
      Passed other = way(random);
      PathKind expected = worse(one.kind(START, goal), other.kind(START, goal));
      seen.add(expected);
      assertEquals(expected, tally.both(one, other).kind(START, goal));
      int before = random.nextInt(MARKS.size());
      Passed longer = tally.pass(leg(before), tally.both(one, other));
      assertEquals(
          worse(
              tally.pass(leg(before), one).kind(START, goal),
              tally.pass(leg(before), other).kind(START, goal)),
          longer.kind(START, goal));
    }
    assertTrue(seen.size() > 6, seen.toString());
  }

  @Test
  void whatIsDeliveredElsewhereIsLost() {
    Spread.Leg elsewhere = new Spread.Leg(VrfId.of("elsewhere"), null, "0");
    Passed lost = tally.end(elsewhere, Trace.End.DELIVERED);
    assertEquals(PathKind.NONE, lost.kind(START, END));
    assertEquals(PathKind.NONE, tally.pass(leg(1), lost).kind(START, END));
  }
}
