package mcx.change.fix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
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

/** Edits of a virtual network's subnets, by their names. */
public final class Subnets {

  private Subnets() {}

  /** A network's subnet of this name; null where it has none. */
  public static @Nullable Subnet named(VirtualNetwork network, String name) {
    return network.subnets().stream().filter(s -> s.name().equals(name)).findFirst().orElse(null);
  }

  /**
   * Room for an IPv4 subnet of this length in a network, clear of its other subnets: around where
   * the subnet of that name stands now, else at the end of the network; null where there is none.
   */
  public static @Nullable Prefix room(VirtualNetwork network, String name, int length) {
    List<Prefix> taken = new ArrayList<>();
    for (Subnet s : network.subnets()) {
      if (!s.name().equals(name)) {
        taken.add(s.prefix());
      }
    }
    List<Prefix> spaces =
        network.prefixes().stream()
            .flatMap(PrefixRange::stream)
            .filter(p -> p.length() <= length && p.family() == Family.V4)
            .sorted(
                Comparator.comparingInt(Prefix::length).thenComparing(Comparator.reverseOrder()))
            .toList();
    Subnet now = named(network, name);
    if (now != null && now.prefix().family() == Family.V4) {
      Prefix around = Prefix.containing(now.prefix().address(), length);
      if (spaces.stream().anyMatch(r -> r.contains(around))
          && taken.stream().noneMatch(around::overlaps)) {
        return around;
      }
    }
    for (Prefix space : spaces) {
      Prefix first = new Prefix(space.address(), length);
      for (long i = (1L << (length - space.length())) - 1; i >= 0; i--) {
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
    if (found == null || named(found, name) != null) {
      return edit(design, network, name, s -> Components.with(s, "prefix", prefix));
    }
    List<Subnet> subnets = new ArrayList<>(found.subnets());
    subnets.add(new Subnet(name, prefix));
    return Change.of(design, Components.with(found, "subnets", subnets));
  }

  /** Frees a subnet from a network security group, from routes by hand, and lets BGP reach it. */
  public static Change clean(Design design, Id network, String name) {
    return set(
        design,
        network,
        name,
        s ->
            s.with(Setting.NETWORK_SECURITY_GROUP, null)
                .with(Setting.USER_ROUTES, null)
                .with(Setting.BGP_PROPAGATION, null));
  }

  /** Adds routes by hand to a subnet. */
  public static Change addUserRoutes(Design design, Id network, String name, List<Prefix> routes) {
    return set(
        design,
        network,
        name,
        s -> {
          List<Prefix> all = new ArrayList<>(s.prefixes(Setting.USER_ROUTES));
          routes.stream().filter(r -> !all.contains(r)).forEach(all::add);
          return s.with(Setting.USER_ROUTES, all);
        });
  }

  private static Change set(
      Design design, Id network, String name, UnaryOperator<Settings> change) {
    return edit(
        design, network, name, s -> Components.with(s, "settings", change.apply(s.settings())));
  }

  private static Change edit(Design design, Id network, String name, UnaryOperator<Subnet> change) {
    VirtualNetwork found = design.element(network, VirtualNetwork.class);
    if (found == null) {
      return new Change(design, List.of(), network);
    }
    List<Subnet> subnets =
        found.subnets().stream().map(s -> s.name().equals(name) ? change.apply(s) : s).toList();
    return Change.of(design, Components.with(found, "subnets", subnets));
  }
}
