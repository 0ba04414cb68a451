package mcx.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mcx.design.Id;
import mcx.design.NaturalOrder;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** Who reaches whom, and what each VRF sees. */
public final class Separation {

  private final List<Id> sites;
  private final List<SitePath> paths;
  private final List<VrfView> vrfs;
  private final Map<Id, Integer> places = new HashMap<>();

  /**
   * @param sites all sites, in {@linkplain NaturalOrder#BY_ID natural order}
   * @param paths for every ordered pair of different sites, by {@code from}, then {@code to}
   * @param vrfs each VRF of each provider, with what it sees
   * @throws IllegalArgumentException if the sites are not in order, or there is not one path for
   *     each pair
   */
  public Separation(List<Id> sites, List<SitePath> paths, List<VrfView> vrfs) {
    this.sites = List.copyOf(sites);
    this.paths = List.copyOf(paths);
    this.vrfs = List.copyOf(vrfs);
    for (int i = 1; i < sites.size(); i++) {
      if (NaturalOrder.BY_ID.compare(sites.get(i - 1), sites.get(i)) >= 0) {
        throw new IllegalArgumentException(sites.get(i) + " stands after " + sites.get(i - 1));
      }
    }
    if (paths.size() != sites.size() * (sites.size() - 1)) {
      throw new IllegalArgumentException(
          paths.size() + " paths are not one for each pair of " + sites.size() + " sites");
    }
    sites.forEach(s -> places.put(s, places.size()));
  }

  /** All sites, in order. */
  public List<Id> sites() {
    return sites;
  }

  /** The path for every ordered pair of different sites, by {@code from}, then {@code to}. */
  public List<SitePath> paths() {
    return paths;
  }

  /** Each VRF of each provider, with what it sees. */
  public List<VrfView> vrfs() {
    return vrfs;
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof Separation s
        && sites.equals(s.sites)
        && paths.equals(s.paths)
        && vrfs.equals(s.vrfs);
  }

  @Override
  public int hashCode() {
    return Objects.hash(sites, paths, vrfs);
  }

  /** How packets of one site go to another; null where one is no site, or both are the same. */
  public @Nullable SitePath path(Id from, Id to) {
    Integer row = places.get(from);
    Integer column = places.get(to);
    if (row == null || column == null || row.equals(column)) {
      return null;
    }
    return paths.get(row * (sites.size() - 1) + (column < row ? column : column - 1));
  }

  /** Both directions between two sites, as seen from the first; null where one is no site. */
  public @Nullable Relation between(Id a, Id b) {
    SitePath there = path(a, b);
    SitePath back = path(b, a);
    return there == null || back == null ? null : new Relation(there, back);
  }

  /** Each pair of different sites once, by the first, then the second. */
  public List<Relation> relations() {
    List<Relation> all = new ArrayList<>();
    for (int i = 0; i < sites.size(); i++) {
      for (int k = i + 1; k < sites.size(); k++) {
        Relation relation = between(sites.get(i), sites.get(k));
        if (relation != null) {
          all.add(relation);
        }
      }
    }
    return all;
  }

  /**
   * What a provider's VRF sees.
   *
   * @param vrf the design element
   * @param label such as {@code VRF-AZ}
   * @param tables its tables on the provider edges
   * @param behind the sites whose routes enter the provider here, in order: a site may be behind
   *     several VRFs
   * @param sites the sites that it has routes to, in order
   * @param clouds the clouds that it has routes to, in order
   * @param prefixes all prefixes in it, in order
   */
  public record VrfView(
      Id vrf,
      String label,
      List<VrfId> tables,
      List<Id> behind,
      List<Id> sites,
      List<Id> clouds,
      List<Prefix> prefixes) {}
}
