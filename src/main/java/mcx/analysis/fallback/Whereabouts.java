package mcx.analysis.fallback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcx.catalog.Catalog;
import mcx.catalog.Coordinates;
import mcx.catalog.Place;
import mcx.catalog.PlaceNames;
import mcx.design.Circuit;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.PeeringLocation;
import mcx.design.PointOfPresence;
import mcx.design.Premises;
import mcx.design.ProviderEdge;
import mcx.design.Region;
import mcx.design.Setting;
import org.jspecify.annotations.Nullable;

/**
 * Where elements stand: by the coordinates set of them or of what holds them, else by the town, the
 * metropolitan area or the region that is named, as far as the catalog knows it.
 */
final class Whereabouts {

  private final Design design;
  private final Catalog catalog;
  private final PlaceNames names;
  private final Map<Id, Optional<Coordinates>> known = new HashMap<>();

  Whereabouts(Design design, Catalog catalog) {
    this.design = design;
    this.catalog = catalog;
    this.names = catalog.placeNames();
  }

  /** Where the element stands; null where that is not known. */
  synchronized @Nullable Coordinates of(Id element) {
    Optional<Coordinates> found = known.get(element);
    if (found == null) {
      // A circuit asks for its location, so this may be entered again.
      found = Optional.ofNullable(find(element));
      known.put(element, found);
    }
    return found.orElse(null);
  }

  private @Nullable Coordinates find(Id id) {
    Element element = design.element(id);
    if (element instanceof Circuit circuit) {
      // A circuit's edge stands where it meets the provider, not where its cloud is.
      Coordinates set = set(circuit);
      Id location = circuit.peeringLocation();
      return set != null || location == null ? set : of(location);
    }
    if (element == null) {
      return null;
    }
    List<Element> around = new ArrayList<>(List.of(element));
    around.addAll(design.ancestors(id));
    for (Element e : around) {
      Coordinates at = set(e);
      if (at == null) {
        at = named(e);
      }
      if (at != null) {
        return at;
      }
    }
    return null;
  }

  private static @Nullable Coordinates set(Element element) {
    String text = element.settings().text(Setting.COORDINATES);
    return text == null ? null : Coordinates.parse(text);
  }

  private @Nullable Coordinates named(Element element) {
    Place place =
        switch (element) {
          case Premises p -> first(p.place(), p.name());
          case PointOfPresence p -> first(p.place(), p.name());
          case PeeringLocation p -> first(p.metro(), p.facility(), p.name());
          case ProviderEdge p -> first(p.name());
          case Region r -> region(r);
          case Cloud c -> first(c.name());
          default -> null;
        };
    return place == null ? null : place.at();
  }

  private @Nullable Place region(Region region) {
    Cloud cloud = design.within(region.id(), Cloud.class);
    String code = region.code();
    Place place =
        cloud == null || code == null ? null : catalog.placeOfRegion(cloud.vendor(), code);
    return place != null ? place : first(region.name());
  }

  private @Nullable Place first(@Nullable String... texts) {
    for (String text : texts) {
      Place place = text == null ? null : names.in(text);
      if (place != null) {
        return place;
      }
    }
    return null;
  }
}
