package mcx.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places are found by what people write, and lie where they are. */
class PlacesTest {

  private final Catalog catalog = CatalogLoader.builtIn();

  @ParameterizedTest
  @CsvSource({
    "Amsterdam, Amsterdam",
    "amsterdam, Amsterdam",
    "Amsterdam colo, Amsterdam",
    "'Equinix FR5, Frankfurt am Main', Frankfurt",
    "FRA, Frankfurt",
    "Azure West Europe, Amsterdam",
    "Azure West US 2, Quincy",
    "AWS Frankfurt, Frankfurt",
    "Sao Paulo, São Paulo",
    "New York, New York"
  })
  void placesAreFoundInText(String text, String name) {
    Place place = catalog.placeNames().in(text);
    assertNotNull(place, text);
    assertEquals(name, place.name());
  }

  @ParameterizedTest
  @CsvSource({"Nimbus Cloud", "Oracle Cloud", "AM3", "Romeo and Juliet", "Parisian", "''"})
  void textThatNamesNoPlaceFindsNone(String text) {
    assertNull(catalog.placeNames().in(text), text);
  }

  @Test
  void everyRegionThatVendorsListHasAPlace() {
    for (Vendor vendor : catalog.vendors().values()) {
      for (String code : vendor.regions()) {
        assertNotNull(catalog.placeOfRegion(vendor.key(), code), vendor.key() + "/" + code);
      }
    }
    assertNull(catalog.placeOfRegion("azure", "eu-west-1"), "a code is its vendor's own");
  }

  @Test
  void noRegionIsAtTwoPlaces() {
    long regions = catalog.places().values().stream().mapToLong(p -> p.regions().size()).sum();
    long different =
        catalog.places().values().stream().flatMap(p -> p.regions().stream()).distinct().count();
    assertEquals(different, regions);
  }

  @Test
  void distancesAreThoseOfTheGlobe() {
    Coordinates amsterdam = Coordinates.parse("52.37, 4.90");
    Coordinates london = Coordinates.parse("51.51,-0.13");
    Coordinates sydney = Coordinates.parse("-33.87, 151.21");
    assertNotNull(amsterdam);
    assertNotNull(london);
    assertNotNull(sydney);
    assertEquals(358, amsterdam.kilometresTo(london), 5);
    assertEquals(16_640, amsterdam.kilometresTo(sydney), 60);
    assertEquals(0, amsterdam.kilometresTo(amsterdam), 1e-6);
    assertNull(Coordinates.parse("91, 0"));
    assertNull(Coordinates.parse("Amsterdam"));
  }

  @Test
  void everythingThatEstimatesRestOnIsThereAndSaysSo() {
    for (Assumption assumption : Assumption.values()) {
      Fact<Long> fact = catalog.assumption(assumption);
      assertNotNull(fact, assumption.key());
      assertTrue(catalog.sources().containsKey(fact.source()), assumption.key());
      assertTrue(!fact.confirmed() || fact.source().equals("RFC"), assumption.key());
    }
  }

  @Test
  void aUsersFileMaySetOthers() {
    CatalogFile.Content content =
        CatalogFile.read(
            """
            {"places": {"our-hill": {"name": "Our Hill", "at": "50.0, 8.0"}},
             "assumptions": {"detourPercent": {"value": 170}}}
            """);
    assertTrue(content.faults().isEmpty(), content.faults().toString());
    Catalog all = catalog.plus(content.catalog());
    assertEquals(170, all.assumption(Assumption.DETOUR_PERCENT).value());
    assertEquals(5000, all.assumption(Assumption.NANOS_PER_KM).value());
    assertNotNull(all.placeNames().in("DC Our Hill"));
    CatalogFile.Content bad =
        CatalogFile.read("{\"places\": {\"x\": {\"name\": \"X\", \"at\": \"here\"}}}");
    assertEquals("places › x › at", bad.faults().getFirst().key());
  }
}
