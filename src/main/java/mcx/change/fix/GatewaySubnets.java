package mcx.change.fix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mcx.change.Change;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Setting;
import mcx.design.Settings;
import mcx.design.VirtualNetwork;
import mcx.design.VirtualNetwork.Subnet;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import org.jspecify.annotations.Nullable;

/** The subnets that gateways stand in. */
public final class GatewaySubnets {

  private GatewaySubnets() {}

  /** A network's subnet of this name; null where it has none. */
  public static @Nullable Subnet named(VirtualNetwork network, String name) {
    return network.subnets().stream().filter(s -> s.name().equals(name)).findFirst().orElse(null);
  }

  /**
   * Room for a subnet of this length in a network: around where the subnet of that name stands now,
   * else at the end; null where there is none.
   */
  public static @Nullable Prefix room(VirtualNetwork network, String name, int length) {
    List<Prefix> taken = new ArrayList<>();
    for (Subnet s : network.subnets()) {
      if (!s.name().equals(name)) {
        taken.add(s.prefix());
      }
    }
    List<Prefix> ranges =
        network.prefixes().stream()
            .map(PrefixRange::last)
            .filter(p -> p.length() <= length && p.family() == Family.V4)
            .sorted(Comparator.comparingInt(Prefix::length))
            .toList();
    Subnet now = named(network, name);
    if (now != null && now.prefix().family() == Family.V4) {
      Prefix around = Prefix.containing(now.prefix().address(), length);
      if (ranges.stream().anyMatch(r -> r.contains(around))
          && taken.stream().noneMatch(around::overlaps)) {
        return around;
      }
    }
    for (Prefix range : ranges) {
      Prefix first = new Prefix(range.address(), length);
      for (long i = (1L << (length - range.length())) - 1; i >= 0; i--) {
        Prefix block = first.next(i);
        if (taken.stream().noneMatch(block::overlaps)) {
          return block;
        }
      }
    }
    return null;
  }

  /** Gives a network the subnet, in the place of the one with its name. */
  public static Change put(Design design, Id network, String name, Prefix prefix) {
    VirtualNetwork found = design.element(network, VirtualNetwork.class);
    if (found == null) {
      return new Change(design, List.of(), network);
    }
    List<Subnet> subnets = new ArrayList<>();
    boolean replaced = false;
    for (Subnet s : found.subnets()) {
      replaced |= s.name().equals(name);
      subnets.add(s.name().equals(name) ? new Subnet(name, prefix, s.settings()) : s);
    }
    if (!replaced) {
      subnets.add(new Subnet(name, prefix));
    }
    return Change.of(design, Components.with(found, "subnets", subnets));
  }

  /** Frees a subnet from a network security group, from routes by hand, and lets BGP reach it. */
  public static Change clean(Design design, Id network, String name) {
    VirtualNetwork found = design.element(network, VirtualNetwork.class);
    if (found == null) {
      return new Change(design, List.of(), network);
    }
    List<Subnet> subnets =
        found.subnets().stream()
            .map(s -> s.name().equals(name) ? new Subnet(name, s.prefix(), clean(s.settings())) : s)
            .toList();
    return Change.of(design, Components.with(found, "subnets", subnets));
  }

  private static Settings clean(Settings settings) {
    return settings
        .with(Setting.NETWORK_SECURITY_GROUP, null)
        .with(Setting.USER_ROUTES, null)
        .with(Setting.BGP_PROPAGATION, null);
  }
}
