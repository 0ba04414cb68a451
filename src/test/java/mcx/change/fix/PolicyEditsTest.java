package mcx.change.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mcx.design.RoutePolicy;
import mcx.design.RoutePolicy.Change;
import mcx.design.RoutePolicy.PrefixMatch;
import mcx.design.RoutePolicy.Term;
import mcx.inet.Community;
import mcx.inet.Prefix;
import org.junit.jupiter.api.Test;

class PolicyEditsTest {

  private static final Prefix TEN = Prefix.of("10.0.0.0/8");
  private static final Prefix HALF = Prefix.of("10.0.0.0/9");

  private static Term term(Prefix prefix, boolean permit, Change set) {
    return new Term(
        "one", List.of(new PrefixMatch(prefix, null, null)), List.of(), null, null, permit, set);
  }

  /** A policy that lets one prefix through with a prepend, and the rest as it is. */
  private static RoutePolicy some() {
    Change prepend = new Change(null, 20L, 2, List.of(), List.of(), null);
    return new RoutePolicy(List.of(term(TEN, true, prepend)), true);
  }

  @Test
  void whatNoTermMatchesIsPreferredToo() {
    RoutePolicy edited = PolicyEdits.preferring(some(), 150);
    assertEquals(2, edited.terms().size());
    assertTrue(
        edited.terms().stream().allMatch(t -> Long.valueOf(150).equals(t.set().localPreference())));
    assertEquals(2, edited.terms().getFirst().set().prepend(), "the rest of the term stays");
    assertTrue(edited.terms().getLast().prefixes().isEmpty());
  }

  @Test
  void aPolicyThatHoldsTheRestBackGoesOnDoingSo() {
    RoutePolicy only = RoutePolicy.only(List.of(TEN));
    RoutePolicy edited = PolicyEdits.preferring(only, 150);
    assertEquals(1, edited.terms().size());
    assertFalse(edited.otherwise());
  }

  @Test
  void preferringTwiceIsAsPreferringOnce() {
    RoutePolicy once = PolicyEdits.preferring(some(), 150);
    assertEquals(once, PolicyEdits.preferring(once, 150));
    assertEquals(
        RoutePolicy.localPreference(200),
        PolicyEdits.preferring(RoutePolicy.localPreference(100), 200));
  }

  @Test
  void aDenyingTermSetsNothing() {
    RoutePolicy denying = new RoutePolicy(List.of(term(TEN, false, Change.NONE)), true);
    assertEquals(Change.NONE, PolicyEdits.preferring(denying, 150).terms().getFirst().set());
  }

  @Test
  void prependsAreCutDownAndNeverAdded() {
    assertEquals(1, PolicyEdits.prependingAtMost(some(), 1).terms().getFirst().set().prepend());
    assertEquals(some(), PolicyEdits.prependingAtMost(some(), 3));
    assertEquals(RoutePolicy.PERMIT_ALL, PolicyEdits.prependingAtMost(RoutePolicy.PERMIT_ALL, 0));
  }

  @Test
  void aMedIsTakenOffOrMovedOnlyWhereThereIsOne() {
    assertNull(PolicyEdits.withMed(some(), null).terms().getFirst().set().med());
    assertEquals(200, PolicyEdits.withMed(some(), 200L).terms().getFirst().set().med());
    assertEquals(RoutePolicy.PERMIT_ALL, PolicyEdits.withMed(RoutePolicy.PERMIT_ALL, 200L));
    assertEquals(
        200, PolicyEdits.telling(RoutePolicy.PERMIT_ALL, 200).terms().getFirst().set().med());
  }

  @Test
  void aCommunityIsPutOnOnce() {
    Community low = Community.of("7224:7100");
    RoutePolicy once = PolicyEdits.marking(some(), low);
    assertEquals(once, PolicyEdits.marking(once, low));
    assertEquals(List.of(low), once.terms().getLast().set().addCommunities());
  }

  @Test
  void whatIsHeldBackComesBeforeWhatIsLetThrough() {
    RoutePolicy edited =
        PolicyEdits.exchanging(RoutePolicy.only(List.of(HALF)), List.of(HALF), List.of(TEN));
    assertFalse(edited.terms().getFirst().permit());
    assertEquals(HALF, edited.terms().getFirst().prefixes().getFirst().prefix());
    assertTrue(edited.terms().get(1).permit());
    assertEquals(TEN, edited.terms().get(1).prefixes().getFirst().prefix());
    assertFalse(edited.otherwise());
  }

  @Test
  void whatIsLetThroughIsTreatedAsTheRest() {
    RoutePolicy edited = PolicyEdits.exchanging(some(), List.of(), List.of(HALF));
    assertEquals(2, edited.terms().getFirst().set().prepend());
  }
}
