package mcx.design;

import java.util.List;
import java.util.Set;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import org.jspecify.annotations.Nullable;

/**
 * A network inside a cloud: VNet, VPC, VCN.
 *
 * @param parent the region, or the cloud for one that spans regions
 * @param prefixes its address space; for a cloud that advertises subnets only (Google), its
 *     subnets'
 * @param regions the regions it spans, where it spans several
 * @param settings what else is set of it
 */
public record VirtualNetwork(
    Id id,
    String name,
    @Nullable Id parent,
    List<PrefixRange> prefixes,
    List<Subnet> subnets,
    Set<Id> regions,
    Settings settings)
    implements Element {

  public VirtualNetwork {
    name = Checks.name(name);
    prefixes = Checks.list(prefixes);
    subnets = Checks.list(subnets);
    regions = Checks.set(regions);
  }

  /** With no further settings. */
  public VirtualNetwork(
      Id id,
      String name,
      @Nullable Id parent,
      List<PrefixRange> prefixes,
      List<Subnet> subnets,
      Set<Id> regions) {
    this(id, name, parent, prefixes, subnets, regions, Settings.NONE);
  }

  public static VirtualNetwork of(Id id, String name, @Nullable Id parent, String... prefixes) {
    return new VirtualNetwork(
        id,
        name,
        parent,
        java.util.Arrays.stream(prefixes).map(PrefixRange::of).toList(),
        List.of(),
        Set.of());
  }

  /**
   * A named part of a virtual network.
   *
   * @param settings what else is set of it, such as a network security group
   */
  public record Subnet(String name, Prefix prefix, Settings settings) {

    /** With no further settings. */
    public Subnet(String name, Prefix prefix) {
      this(name, prefix, Settings.NONE);
    }
  }
}
