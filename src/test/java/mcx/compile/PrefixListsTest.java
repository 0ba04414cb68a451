package mcx.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.InvalidDesignException;
import mcx.design.ListName;
import mcx.design.PrefixLists;
import mcx.design.PrivateLink;
import mcx.design.RoutePolicy;
import mcx.design.RoutePolicy.Change;
import mcx.design.RoutePolicy.PrefixMatch;
import mcx.design.RoutePolicy.Term;
import mcx.design.Routing;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Named lists of prefixes decide what policies let through. */
class PrefixListsTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();
  private static final ListName CAMPUS = new ListName("campus");

  private static PrefixMatch match(String prefix, @Nullable Integer ge, @Nullable Integer le) {
    return new PrefixMatch(Prefix.of(prefix), ge, le);
  }

  private static Term term(boolean permit) {
    return new Term("", List.of(), Set.of(CAMPUS), List.of(), null, null, permit, Change.NONE);
  }

  /** Datacenter a with four prefixes tells b what the policy lets through. */
  private static Design design(RoutePolicy policy, PrefixMatch... campus) {
    Design drawn =
        new Sketch()
            .site("a", 65001, "10.0.0.0/8", "10.1.0.0/16", "10.1.2.0/24", "192.168.0.0/24")
            .site("b", 65002, "172.16.0.0/24")
            .add(
                new PrivateLink(
                    Id.of("l"),
                    "",
                    Id.of("a-r"),
                    Id.of("b-r"),
                    null,
                    0,
                    1,
                    Routing.BGP,
                    BgpSettings.DEFAULT))
            .design();
    BgpEnd end = BgpEnd.DEFAULT.with("exportPolicy", policy);
    return drawn
        .withPrefixLists(PrefixLists.NONE.with(CAMPUS, List.of(campus)))
        .with(
            new PrivateLink(
                Id.of("l"),
                "",
                Id.of("a-r"),
                Id.of("b-r"),
                null,
                0,
                1,
                Routing.BGP,
                new BgpSettings(end, BgpEnd.DEFAULT)));
  }

  private static Set<String> told(Design design) {
    Analysis analysis = Analyzer.analyze(design, CATALOG);
    Set<String> told = new TreeSet<>();
    analysis
        .solution()
        .rib(VrfId.of("b-r"))
        .forEach(
            (prefix, entry) -> {
              if (entry.first().asPath().toString().contains("65001")) {
                told.add(prefix.toString());
              }
            });
    return told;
  }

  @Test
  @DisplayName("these are permitted, the rest is denied")
  void theseAndNoOthers() {
    RoutePolicy only = new RoutePolicy(List.of(term(true)), false);
    assertEquals(
        Set.of("10.1.0.0/16", "192.168.0.0/24"),
        told(design(only, match("10.1.0.0/16", null, null), match("192.168.0.0/24", null, null))));
  }

  @Test
  @DisplayName("only what is more specific")
  void onlyMoreSpecific() {
    RoutePolicy only = new RoutePolicy(List.of(term(true)), false);
    assertEquals(
        Set.of("10.1.0.0/16", "10.1.2.0/24"), told(design(only, match("10.0.0.0/8", 9, null))));
  }

  @Test
  @DisplayName("only what is less specific")
  void onlyLessSpecific() {
    RoutePolicy only = new RoutePolicy(List.of(term(true)), false);
    assertEquals(
        Set.of("10.0.0.0/8", "10.1.0.0/16"), told(design(only, match("10.0.0.0/8", null, 16))));
  }

  @Test
  @DisplayName("all but these")
  void allButThese() {
    RoutePolicy but = new RoutePolicy(List.of(term(false)), true);
    assertEquals(Set.of("192.168.0.0/24"), told(design(but, match("10.0.0.0/8", null, 32))));
  }

  @Test
  @DisplayName("a term's own prefixes count besides those of the list")
  void besidesItsOwn() {
    Term both = term(true).matching(List.of(match("192.168.0.0/24", null, null)), Set.of(CAMPUS));
    RoutePolicy only = new RoutePolicy(List.of(both), false);
    assertEquals(
        Set.of("10.1.2.0/24", "192.168.0.0/24"),
        told(design(only, match("10.1.2.0/24", null, null))));
  }

  @Test
  void aListThatIsNamedCannotBeMissingNorEmpty() {
    Design design =
        design(new RoutePolicy(List.of(term(true)), false), match("10.0.0.0/8", null, null));
    InvalidDesignException e =
        assertThrows(InvalidDesignException.class, () -> design.withPrefixLists(PrefixLists.NONE));
    assertTrue(String.valueOf(e.getMessage()).contains("“campus”"), e.getMessage());
    assertThrows(InvalidDesignException.class, () -> PrefixLists.NONE.with(CAMPUS, List.of()));
    assertThrows(InvalidDesignException.class, () -> new ListName("two words"));
  }
}
