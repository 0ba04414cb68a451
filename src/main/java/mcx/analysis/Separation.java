package mcx.analysis;

import java.util.List;
import mcx.design.Id;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * Who reaches whom, and what each VRF sees.
 *
 * @param sites all sites, in order
 * @param paths for each ordered pair of different sites, by {@code from}, then {@code to}
 * @param vrfs each VRF of each provider, with what it sees
 */
public record Separation(List<Id> sites, List<SitePath> paths, List<VrfView> vrfs) {

  public Separation {
    sites = List.copyOf(sites);
    paths = List.copyOf(paths);
    vrfs = List.copyOf(vrfs);
  }

  public @Nullable SitePath path(Id from, Id to) {
    for (SitePath p : paths) {
      if (p.from().equals(from) && p.to().equals(to)) {
        return p;
      }
    }
    return null;
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
