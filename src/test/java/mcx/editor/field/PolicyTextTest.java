package mcx.editor.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import mcx.design.ListName;
import mcx.design.RoutePolicy;
import mcx.design.RoutePolicy.Change;
import mcx.design.RoutePolicy.PrefixMatch;
import mcx.design.RoutePolicy.Term;
import mcx.inet.Asn;
import mcx.inet.Community;
import mcx.inet.Prefix;
import org.junit.jupiter.api.Test;

class PolicyTextTest {

  @Test
  void readsWhatPeopleWrite() {
    RoutePolicy policy =
        PolicyText.parse(
            """
            own: permit 10.0.0.0/8 ge 16 le 24, 192.168.0.0/16 set local-preference 200 add 65010:1
            deny community no-export as-path "_64514$" neighbor 65020

            permit all set prepend 2 med 50
            otherwise deny
            """);
    assertEquals(3, policy.terms().size());
    Term own = policy.terms().getFirst();
    assertEquals("own", own.name());
    assertEquals(
        List.of(
            new PrefixMatch(Prefix.of("10.0.0.0/8"), 16, 24),
            new PrefixMatch(Prefix.of("192.168.0.0/16"), null, null)),
        own.prefixes());
    assertEquals(200L, own.set().localPreference());
    assertEquals(List.of(Community.of("65010:1")), own.set().addCommunities());
    Term second = policy.terms().get(1);
    assertEquals("_64514$", second.asPath());
    assertEquals(Asn.of(65020), second.neighbor());
    assertEquals(List.of(Community.NO_EXPORT), second.communities());
    assertEquals(2, policy.terms().get(2).set().prepend());
    assertTrue(policy.terms().get(2).prefixes().isEmpty());
    assertEquals(false, policy.otherwise());
  }

  @Test
  void emptyTextPermitsAllAndBack() {
    assertEquals(RoutePolicy.PERMIT_ALL, PolicyText.parse(" \n"));
    assertEquals("", PolicyText.print(RoutePolicy.PERMIT_ALL));
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    assertMessage("permit 10.0.0.0/8", "otherwise permit");
    assertMessage("\nallow 10.0.0.0/8\notherwise deny", "Line 2:");
    assertMessage("permit 10.0.0.0/8 el 24\notherwise deny", "“el”");
    assertMessage("permit 10.0.0.0/33\notherwise deny", "Line 1:");
    assertMessage("permit all set local-preference high\notherwise deny", "“high”");
    assertMessage("permit all set prepend 99\notherwise deny", "50");
    assertMessage("permit as-path \"_1\notherwise deny", "quotation mark");
    assertMessage("otherwise deny\npermit all", "Line 2:");
    assertMessage("permit community\notherwise deny", "missing");
    assertMessage("permit all set prepend 5000000000\notherwise deny", "5000000000");
  }

  private static void assertMessage(String text, String part) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> PolicyText.parse(text)).getMessage();
    assertTrue(message.contains(part), message);
  }

  @Test
  void whatIsPrintedReadsBackTheSame() {
    for (int seed = 0; seed < 2000; seed++) {
      RoutePolicy policy = random(new Random(seed));
      String text = PolicyText.print(policy);
      assertEquals(policy, PolicyText.parse(text), "seed " + seed + ":\n" + text);
    }
  }

  private static RoutePolicy random(Random r) {
    List<Term> terms = new ArrayList<>();
    String[] names = {"", "own", "otherwise", "permit", "two words", "q\"uo\\te", "a:b", "set\n2"};
    String[] paths = {null, "_64514$", "^$", "65000 \"x\"", "\\d+"};
    for (int i = r.nextInt(4); i > 0; i--) {
      List<PrefixMatch> prefixes = new ArrayList<>();
      for (int p = r.nextInt(3); p > 0; p--) {
        int length = r.nextInt(8, 25);
        prefixes.add(
            new PrefixMatch(
                Prefix.of("10.0.0.0/8").next(0).length() == length
                    ? Prefix.of("10.0.0.0/8")
                    : Prefix.containing(Prefix.of("10.0.0.0/8").host(r.nextInt(1 << 20)), length),
                r.nextBoolean() ? null : r.nextInt(length, 33),
                r.nextBoolean() ? null : 32));
      }
      terms.add(
          new Term(
              names[r.nextInt(names.length)],
              prefixes,
              r.nextBoolean() ? Set.of() : Set.of(new ListName("campus"), new ListName("7.b-x")),
              communities(r),
              paths[r.nextInt(paths.length)],
              r.nextBoolean() ? null : Asn.of(r.nextInt(1, 70000)),
              r.nextBoolean(),
              r.nextBoolean()
                  ? Change.NONE
                  : new Change(
                      r.nextBoolean() ? null : r.nextLong(0, 0x1_0000_0000L),
                      r.nextBoolean() ? null : r.nextLong(0, 0x1_0000_0000L),
                      r.nextInt(4),
                      communities(r),
                      communities(r),
                      r.nextBoolean() ? null : r.nextInt(65536))));
    }
    return new RoutePolicy(terms, r.nextBoolean());
  }

  private static List<Community> communities(Random r) {
    List<Community> all = new ArrayList<>();
    for (int i = r.nextInt(3); i > 0; i--) {
      all.add(
          r.nextBoolean()
              ? Community.NO_EXPORT
              : new Community(65010, r.nextInt(1000), r.nextBoolean() ? -1 : r.nextInt(100)));
    }
    return all;
  }

  @Test
  void aSimplePolicyIsSeenAsOneAndKeepsItsMeaning() {
    for (RoutePolicy policy :
        List.of(
            RoutePolicy.PERMIT_ALL,
            RoutePolicy.localPreference(200),
            RoutePolicy.prepend(3),
            RoutePolicy.only(List.of(Prefix.of("10.0.0.0/8"))))) {
      SimplePolicy simple = SimplePolicy.of(policy);
      assertEquals(policy, simple == null ? null : simple.policy());
    }
    assertNull(SimplePolicy.of(new RoutePolicy(List.of(), false)));
    assertNull(SimplePolicy.of(PolicyText.parse("deny 10.0.0.0/8\notherwise permit")));
  }
}
