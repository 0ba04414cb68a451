package mcx.analysis.intent;

import static mcx.analysis.intent.SampleDesigns.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.Intent.IntentKind;
import mcx.design.RandomDesigns;
import org.junit.jupiter.api.Test;

/**
 * Intents are read as they are printed; what cannot be read is told; what could follow is offered.
 */
class IntentTextTest {

  private static final Design BACKUP = sample("vpn-backup-of-expressroute");
  private static final Design VRFS = sample("layer-3-provider-vrf-per-cloud");

  private static Intent parse(Design design, String text) {
    try {
      return IntentText.parse(design, Id.of("i"), "", text);
    } catch (IntentTextException e) {
      throw new AssertionError(text + ": " + e.getMessage(), e);
    }
  }

  private static IntentTextException fails(Design design, String text) {
    return assertThrows(IntentTextException.class, () -> IntentText.parse(design, text));
  }

  private static List<String> offers(Design design, String text) {
    return IntentText.complete(design, text, text.length()).stream()
        .map(IntentText.Suggestion::text)
        .toList();
  }

  // --- reading and printing ---

  @Test
  void aSentenceWithEveryConditionIsRead() {
    String text =
        "Amsterdam reaches Hub over private links, surviving 1 failure, within 20 ms,"
            + " at 500 Mbit/s, through ER gateway and er, avoiding internet";
    assertEquals(
        new Intent(
            Id.of("i"),
            "",
            IntentKind.REACH,
            Id.of("dc"),
            Id.of("hub"),
            true,
            1,
            20,
            500,
            Set.of(Id.of("er-gw"), Id.of("er")),
            Set.of(Id.of("internet")),
            Set.of()),
        parse(BACKUP, text));
  }

  @Test
  void thingsAreCalledByPathsThroughWhatHoldsThem() {
    Id hub = Id.of("hub");
    Intent intent = parse(BACKUP, "amsterdam reaches Azure West Europe/Hub");
    assertEquals(hub, intent.to());
    assertEquals(
        "Amsterdam reaches Hub over private links",
        IntentText.print(BACKUP, parse(BACKUP, "dc reaches hub over private links")));
  }

  @Test
  void isolationAndPreferenceAreRead() {
    Intent apart = parse(VRFS, "VRF-AZ never reaches VRF-AWS");
    assertEquals(IntentKind.ISOLATE, apart.kind());
    assertEquals(Id.of("vrf-az"), apart.from());
    assertEquals("VRF-AZ never reaches VRF-AWS", IntentText.print(VRFS, apart));
    Intent prefer = parse(BACKUP, "Amsterdam reaches Hub preferring er over vpn");
    assertEquals(IntentKind.PREFER, prefer.kind());
    assertEquals(Set.of(Id.of("er")), prefer.through());
    assertEquals(Set.of(Id.of("vpn")), prefer.over());
  }

  @Test
  void whatIsPrintedIsReadBack() throws IntentTextException {
    for (long seed = 0; seed < 150; seed++) {
      Design design = awkward(RandomDesigns.design(seed), new Random(seed));
      for (Intent intent : design.intents().values()) {
        Intent used = used(intent);
        String text = IntentText.print(design, used);
        assertEquals(
            used,
            IntentText.parse(design, used.id(), used.name(), text),
            () -> "read from: " + text);
      }
    }
  }

  /** Gives some elements names that are hard to read. */
  private static Design awkward(Design design, Random random) {
    List<String> names =
        List.of("reaches", "A and B", "over, \"there\"", "anything", "A", "a", "  A b", "über/all");
    Design changed = design;
    for (Id id : List.copyOf(design.elements().keySet())) {
      if (random.nextInt(3) == 0) {
        changed =
            changed.with(
                java.util.Objects.requireNonNull(changed.element(id))
                    .withName(names.get(random.nextInt(names.size()))));
      }
    }
    return changed;
  }

  /** The intent without what its kind does not use. */
  private static Intent used(Intent i) {
    return switch (i.kind()) {
      case REACH -> Components.with(i, "over", Set.of());
      case ISOLATE -> new Intent(i.id(), i.name(), i.kind(), i.from(), i.to(), false, 0);
      case PREFER ->
          new Intent(
              i.id(),
              i.name(),
              i.kind(),
              i.from(),
              i.to(),
              false,
              0,
              null,
              null,
              i.through(),
              Set.of(),
              i.over());
    };
  }

  // --- errors ---

  @Test
  void anErrorNamesTheWordAndWhatCouldStandThere() {
    IntentTextException e = fails(BACKUP, "Amsterdam likes Hub");
    assertEquals(
        "“likes” cannot stand here. It could be reaches or never reaches.", e.getMessage());
    e = fails(BACKUP, "Amsterdam reaches Hubb");
    assertEquals(18, e.from());
    assertEquals(22, e.to());
    assertTrue(e.getMessage().contains("nothing called “Hubb”"), e::getMessage);
    assertTrue(e.expected().contains("Hub"));
  }

  @Test
  void whatIsMissingAtTheEndIsSaid() {
    IntentTextException e = fails(BACKUP, "Amsterdam");
    assertEquals("Something is missing at the end: reaches or never reaches.", e.getMessage());
    assertEquals(
        "Something is missing at the end: a number from 1 to 2.",
        fails(BACKUP, "Amsterdam reaches Hub surviving").getMessage());
    assertEquals(
        "“3” cannot stand here. It could be a number from 1 to 2.",
        fails(BACKUP, "Amsterdam reaches Hub surviving 3 failures").getMessage());
    assertTrue(
        fails(BACKUP, "Amsterdam reaches Hub over private links, sometimes")
            .getMessage()
            .startsWith("“sometimes” cannot stand here. It could be surviving, within"));
  }

  @Test
  void aLinkIsNoEndAndAnAmbiguousNameIsAskedAbout() {
    assertTrue(fails(BACKUP, "vpn reaches Hub").getMessage().contains("is a link"));
    Design two =
        BACKUP.with(java.util.Objects.requireNonNull(BACKUP.element(Id.of("dc"))).withName("Hub"));
    IntentTextException e = fails(two, "Hub reaches er");
    assertTrue(e.getMessage().startsWith("“Hub” may be"), e::getMessage);
    assertEquals(2, e.expected().size());
  }

  // --- completion ---

  @Test
  void theStartOffersThings() {
    assertTrue(offers(BACKUP, "").contains("Amsterdam"));
    assertEquals(List.of("Amsterdam"), offers(BACKUP, "Ams"));
  }

  @Test
  void afterAThingTheVerbsAreOffered() {
    assertEquals(List.of("reaches", "never reaches"), offers(BACKUP, "Amsterdam "));
    assertEquals(List.of("never reaches"), offers(BACKUP, "Amsterdam ne"));
  }

  @Test
  void conditionsAreOfferedOnce() {
    List<String> first = offers(BACKUP, "Amsterdam reaches Hub ");
    assertTrue(first.containsAll(List.of("over private links", "surviving", "preferring")));
    List<String> next = offers(BACKUP, "Amsterdam reaches Hub over private links, ");
    assertFalse(next.contains("over private links"), next::toString);
    assertFalse(next.contains("preferring"), next::toString);
    assertTrue(next.contains("within"), next::toString);
    assertTrue(offers(BACKUP, "Amsterdam reaches Hub over private links").contains(", surviving"));
    assertEquals(List.of("1 failure", "2 failures"), offers(BACKUP, "dc reaches hub surviving "));
  }

  @Test
  void everyOfferLeadsOn() {
    for (String text :
        List.of(
            "",
            "Amsterdam ",
            "Amsterdam reaches ",
            "Amsterdam reaches Hub ",
            "Amsterdam reaches Hub through ",
            "Amsterdam reaches Hub preferring er ")) {
      for (IntentText.Suggestion s : IntentText.complete(BACKUP, text, text.length())) {
        String typed = text.substring(0, s.from()) + s.text() + " ";
        try {
          IntentText.parse(BACKUP, typed);
        } catch (IntentTextException e) {
          assertTrue(e.from() >= typed.strip().length(), () -> typed + ": " + e.getMessage());
        }
      }
    }
  }
}
