package mcx.analysis.fallback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.PeeringLocation;
import mcx.design.PointOfPresence;
import org.jspecify.annotations.Nullable;

/**
 * Places that fail together: peering locations with one key of shared risk, and the peering
 * locations and points of presence of one metropolitan area. Each group has an id that nothing in
 * the design has, such as {@code metro/amsterdam} or {@code shared-risk/duct-7}.
 */
public final class Together {

  private final SortedMap<String, String> names = new TreeMap<>();
  private final List<Failable> groups = new ArrayList<>();
  private final Set<Id> ids = new HashSet<>();

  private Together() {}

  /** All groups of a design: those of shared risk, then those of metropolitan areas. */
  public static List<Failable> of(Design design) {
    return of(design, place -> true);
  }

  /** The group with this id; null for none. */
  public static @Nullable Failable of(Design design, Id id) {
    return id.owner().equals(id)
        ? null
        : of(design).stream().filter(g -> g.id().equals(id)).findFirst().orElse(null);
  }

  /** The same ids, with all places of a group in the place of the group. */
  public static SortedSet<Id> expanded(Design design, Collection<Id> failed) {
    SortedSet<Id> down = new TreeSet<>();
    for (Id id : failed) {
      Failable group = of(design, id);
      if (group == null) {
        down.add(id);
      } else {
        down.addAll(group.down());
      }
    }
    return down;
  }

  /** The groups of those places that count. */
  static List<Failable> of(Design design, Predicate<Id> counts) {
    Together all = new Together();
    SortedMap<String, SortedSet<Id>> risks = new TreeMap<>();
    SortedMap<String, SortedSet<Id>> metros = new TreeMap<>();
    for (PeeringLocation location : design.all(PeeringLocation.class)) {
      if (counts.test(location.id())) {
        all.add(risks, location.sharedRisk(), location.id());
        all.add(metros, location.metro(), location.id());
      }
    }
    for (PointOfPresence pop : design.all(PointOfPresence.class)) {
      if (counts.test(pop.id())) {
        all.add(metros, pop.place(), pop.id());
      }
    }
    risks.forEach((key, places) -> all.group(Failable.Kind.SHARED_RISK, key, places));
    metros.forEach((key, places) -> all.group(Failable.Kind.METRO, key, places));
    return List.copyOf(all.groups);
  }

  private void add(SortedMap<String, SortedSet<Id>> found, @Nullable String name, Id place) {
    if (name != null && !name.isBlank()) {
      String key = name.strip().toLowerCase(Locale.ROOT);
      names.putIfAbsent(key, name.strip());
      found.computeIfAbsent(key, k -> new TreeSet<>()).add(place);
    }
  }

  /** One place fails by itself. */
  private void group(Failable.Kind kind, String key, SortedSet<Id> places) {
    if (places.size() < 2) {
      return;
    }
    boolean metro = kind == Failable.Kind.METRO;
    String name = names.getOrDefault(key, key);
    String label = metro ? "All in " + name : "All with the shared risk “" + name + "”";
    groups.add(new Failable(id(metro ? "metro" : "shared-risk", key), label, kind, places, false));
  }

  /** An id from a name; names that differ only in what no id can hold are numbered. */
  private Id id(String what, String key) {
    String part = key.replaceAll("[^a-z0-9._-]+", "-");
    Id id = Id.of(what).part(part);
    for (int n = 2; !ids.add(id); n++) {
      id = Id.of(what).part(part + "-" + n);
    }
    return id;
  }
}
