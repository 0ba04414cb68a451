package mcx.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.Circuit;
import mcx.design.Cloud;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.ListName;
import mcx.design.PeeringLocation;
import mcx.design.PrefixLists;
import mcx.design.PrivateLink;
import mcx.design.RandomDesigns;
import mcx.design.RoutePolicy;
import mcx.design.RoutePolicy.Change;
import mcx.design.RoutePolicy.PrefixMatch;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.design.VirtualNetwork;
import mcx.diagram.Document;
import mcx.format.McxFiles;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import mcx.inet.Prefix;
import org.junit.jupiter.api.Test;

class FragmentTest {

  @Test
  void takesWhatElementsHoldAndTheLinksAmongThem() {
    Document d = twoRoutersAndACloud();
    Fragment both = Fragment.of(d, List.of(Id.of("r1"), Id.of("r2")));
    assertEquals(List.of("link"), both.links().stream().map(l -> l.id().value()).toList());
    assertEquals(Set.of(Id.of("link")), both.places().bends().keySet());
    Fragment one = Fragment.of(d, List.of(Id.of("r1")));
    assertEquals(List.of(), one.links());
    assertEquals(Set.of(), one.places().bends().keySet());
    Fragment cloud = Fragment.of(d, List.of(Id.of("azure")));
    assertEquals(
        Set.of(Id.of("azure"), Id.of("vnet"), Id.of("er")),
        new TreeSet<>(cloud.elements().stream().map(e -> e.id()).toList()));
    assertTrue(
        Fragment.of(d, List.of(Id.of("link"))).isEmpty(), "a link alone is nothing to paste");
  }

  @Test
  void aCopyHasIdsOfItsOwnAndKeepsWhatItIsPartOf() {
    Document d = twoRoutersAndACloud();
    Fragment circuit = Fragment.of(d, List.of(Id.of("er")));
    Edit.Result once = circuit.pastedInto(d, 20, 20);
    Circuit copy = once.document().design().element(Id.of("er-2"), Circuit.class);
    assertNotNull(copy);
    assertEquals(Id.of("azure"), copy.parent(), "it stays in its cloud");
    assertEquals(Id.of("meet"), copy.peeringLocation(), "and at its peering location");
    assertEquals("ER 2", copy.name());
    assertEquals(Set.of(Id.of("er-2")), once.selection());
    assertEquals(new Rect(120, 120, 30, 10), once.document().diagram().bounds(Id.of("er-2")));
    Edit.Result twice = circuit.pastedInto(once.document(), 40, 40);
    assertNotNull(twice.document().design().element(Id.of("er-3")));

    Document elsewhere = circuit.toDocument();
    Circuit alone = elsewhere.design().element(Id.of("er"), Circuit.class);
    assertNotNull(alone);
    assertNull(alone.parent());
    assertNull(alone.peeringLocation(), "what is not there is cleared");
  }

  @Test
  void linksOfACopyLeadToTheCopiesAndMoveWithThem() {
    Document d = twoRoutersAndACloud();
    Edit.Result result = Fragment.of(d, List.of(Id.of("r1"), Id.of("r2"))).pastedInto(d, 100, 0);
    Link link = result.document().design().link(Id.of("link-2"));
    assertNotNull(link);
    assertEquals(Id.of("r1-2"), link.a(), "the number is a fresh one");
    assertEquals(
        List.of(new Point(150, 60)), result.document().diagram().bends().get(Id.of("link-2")));
    assertEquals(1, d.design().links().size(), "the original is untouched");
  }

  @Test
  void prefixListsComeAlongUnderANameOfTheirOwn() {
    ListName campus = new ListName("campus");
    RoutePolicy only =
        new RoutePolicy(
            List.of(
                new RoutePolicy.Term(
                    "", List.of(), Set.of(campus), List.of(), null, null, true, Change.NONE)),
            false);
    Document plain = twoRoutersAndACloud();
    PrivateLink link = (PrivateLink) plain.design().links().get(Id.of("link"));
    assertNotNull(link);
    BgpSettings session =
        new BgpSettings(BgpEnd.DEFAULT.with("exportPolicy", only), BgpEnd.DEFAULT);
    List<PrefixMatch> ten = List.of(new PrefixMatch(Prefix.of("10.0.0.0/8"), null, 24));
    List<PrefixMatch> other = List.of(new PrefixMatch(Prefix.of("172.16.0.0/12"), null, null));
    Document d =
        plain.withDesign(
            plain
                .design()
                .withPrefixLists(
                    PrefixLists.NONE.with(campus, ten).with(new ListName("unused"), other))
                .with(Components.with(link, "session", session)));
    Fragment both = Fragment.of(d, List.of(Id.of("r1"), Id.of("r2")));
    assertEquals(PrefixLists.NONE.with(campus, ten), both.toDocument().design().prefixLists());

    Document clash =
        plain.withDesign(plain.design().withPrefixLists(PrefixLists.NONE.with(campus, other)));
    Design pasted = both.pastedInto(clash, 10, 10).document().design();
    ListName second = new ListName("campus-2");
    assertEquals(PrefixLists.NONE.with(campus, other).with(second, ten), pasted.prefixLists());
    PrivateLink copy = (PrivateLink) pasted.links().get(Id.of("link-2"));
    assertNotNull(copy);
    assertEquals(Set.of(second), copy.session().a().exportPolicy().terms().getFirst().lists());
    assertEquals(
        d.design().prefixLists(),
        both.pastedInto(d, 10, 10).document().design().prefixLists(),
        "an equal list is used as it is");
  }

  @Test
  void anyPartOfAnyDesignCanBePastedAnywhere() {
    for (long seed = 0; seed < 60; seed++) {
      Random r = new Random(seed);
      Document d = RandomDesigns.document(seed);
      SortedSet<Id> some = new TreeSet<>();
      for (Id id : d.design().elements().keySet()) {
        if (r.nextInt(3) == 0) {
          some.add(id);
        }
      }
      Fragment fragment = Fragment.of(d, some);
      Design own = fragment.pastedInto(d, 10, 10).document().design();
      assertEquals(
          d.design().elements().size() + fragment.elements().size(),
          own.elements().size(),
          "seed " + seed);
      assertEquals(
          d.design().links().size() + fragment.links().size(), own.links().size(), "seed " + seed);
      assertEquals(
          d.design().elements(),
          own.without(
                  own.elements().keySet().stream()
                      .filter(id -> !d.design().elements().containsKey(id))
                      .toList())
              .elements(),
          "what was there stays as it was, seed " + seed);
      Design other =
          fragment.pastedInto(RandomDesigns.document(seed + 1000), 10, 10).document().design();
      assertTrue(other.elements().size() >= fragment.elements().size());
      assertEquals(
          fragment.elements().size(),
          fragment.toDocument().design().elements().size(),
          "seed " + seed);
    }
  }

  @Test
  void theWholeOfADesignPastedIntoNothingIsThatDesign() {
    for (long seed = 0; seed < 40; seed++) {
      Document d = RandomDesigns.document(seed);
      Document copy = Fragment.of(d).toDocument();
      assertEquals(d.design().links().keySet(), copy.design().links().keySet());
      assertEquals(
          d.design().links().values().stream().map(l -> l.withName("")).toList(),
          copy.design().links().values().stream().map(l -> l.withName("")).toList(),
          "seed " + seed);
    }
  }

  @Test
  void anotherWindowsCopyIsTakenFromTheSystemsClipboard() throws Exception {
    Document d = twoRoutersAndACloud();
    Clipboard here = new Clipboard();
    Clipboard there = new Clipboard();
    String text = there.put(Fragment.of(d, List.of(Id.of("azure"))));
    assertEquals(
        Set.of(Id.of("azure"), Id.of("vnet"), Id.of("er")),
        McxFiles.read(text, "test").design().elements().keySet());
    here.offer("a shopping list");
    assertNull(here.content());
    here.offer("{ \"not\": \"ours\" }");
    assertNull(here.content());
    here.offer(text);
    assertNotNull(here.content());
    assertEquals(3, here.content().elements().size());
    Fragment before = here.content();
    here.offer(text);
    assertEquals(before, here.content());
    assertNotEquals(here.nextOffset(), here.nextOffset());
    assertFalse(here.content().isEmpty());
  }

  static Document twoRoutersAndACloud() {
    Design design =
        Design.of(
            "",
            List.of(
                Router.of(Id.of("r1"), "R1", null, null),
                Router.of(Id.of("r2"), "R2", null, null),
                new PeeringLocation(Id.of("meet"), "Meet", null, null, null, null),
                new Cloud(Id.of("azure"), "Azure", null, "azure"),
                VirtualNetwork.of(Id.of("vnet"), "VNet", Id.of("azure"), "10.1.0.0/16"),
                new Circuit(
                    Id.of("er"),
                    "ER",
                    Id.of("azure"),
                    "azure.expressroute",
                    null,
                    1000,
                    Id.of("meet"))),
            List.of(
                new PrivateLink(
                    Id.of("link"),
                    "",
                    Id.of("r1"),
                    Id.of("r2"),
                    null,
                    0,
                    1,
                    Routing.BGP,
                    mcx.design.BgpSettings.DEFAULT)),
            List.of());
    Document d = Document.EMPTY.withDesign(design);
    return d.withDiagram(
        d.diagram()
            .withBounds(Id.of("r1"), new Rect(0, 0, 80, 40))
            .withBounds(Id.of("er"), new Rect(100, 100, 30, 10))
            .withBends(Id.of("link"), List.of(new Point(50, 60))));
  }
}
