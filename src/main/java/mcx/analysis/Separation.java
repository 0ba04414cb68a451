package mcx.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mcx.design.Id;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * Who reaches whom, and what each VRF sees.
 *
 * @param sites all sites, in order
 * @param paths for every ordered pair of different sites, by {@code from}, then {@code to}
 * @param vrfs each VRF of each provider, with what it sees
 */
public record Separation(List<Id> sites, List<SitePath> paths, List<VrfView> vrfs) {

  public Separation {
    sites = List.copyOf(sites);
    paths = List.copyOf(paths);
    vrfs = List.copyOf(vrfs);
  }

  public @Nullable SitePath path(Id from, Id to) {
    int row = Collections.binarySearch(sites, from);
    int column = Collections.binarySearch(sites, to);
    if (row < 0 || column < 0 || row == column) {
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
