package mcx.change.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mcx.change.Change;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Setting;
import mcx.design.VirtualNetwork;
import mcx.design.VirtualNetwork.Subnet;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import org.jspecify.annotations.Nullable;

/** Edits of a virtual network's subnets. */
public final class Subnets {

  private Subnets() {}

  /**
   * A block of this length for a subnet inside its network, clear of the other subnets: the one
   * round where it stands, or the first that is free. Null where there is none.
   */
  public static @Nullable Prefix room(VirtualNetwork network, String subnet, int length) {
    List<Prefix> taken = new ArrayList<>();
    List<Prefix> candidates = new ArrayList<>();
    for (Subnet s : network.subnets()) {
      if (s.name().equals(subnet)) {
        candidates.add(Prefix.containing(s.prefix().address(), length));
      } else {
        taken.add(s.prefix());
      }
    }
    for (PrefixRange range : network.prefixes()) {
      for (Prefix space : range.stream().toList()) {
        if (space.length() <= length) {
          long blocks = Math.min(MOST, 1L << Math.min(62, length - space.length()));
          Prefix first = new Prefix(space.address(), length);
          for (long i = 0; i < blocks; i++) {
            candidates.add(first.next(i));
          }
        }
      }
    }
    for (Prefix p : candidates) {
      boolean inside =
          network.prefixes().stream().flatMap(PrefixRange::stream).anyMatch(s -> s.contains(p));
      if (inside && taken.stream().noneMatch(p::overlaps)) {
        return p;
      }
    }
    return null;
  }

  /** How many blocks are tried. */
  private static final int MOST = 4096;

  /** The network with the subnet in a block of this length. */
  public static Change enlarge(Design design, Id network, String subnet, int length) {
    VirtualNetwork drawn = Objects.requireNonNull(design.element(network, VirtualNetwork.class));
    Prefix block = Objects.requireNonNull(room(drawn, subnet, length));
    return edit(design, drawn, subnet, s -> Components.with(s, "prefix", block));
  }

  /** The network with user-defined routes added on a subnet. */
  public static Change addUserRoutes(
      Design design, Id network, String subnet, List<Prefix> routes) {
    VirtualNetwork drawn = Objects.requireNonNull(design.element(network, VirtualNetwork.class));
    return edit(
        design,
        drawn,
        subnet,
        s -> {
          List<Prefix> all = new ArrayList<>(s.settings().prefixes(Setting.USER_ROUTES));
          routes.stream().filter(r -> !all.contains(r)).forEach(all::add);
          return Components.with(s, "settings", s.settings().with(Setting.USER_ROUTES, all));
        });
  }

  private static Change edit(
      Design design,
      VirtualNetwork network,
      String subnet,
      java.util.function.UnaryOperator<Subnet> edit) {
    List<Subnet> subnets = new ArrayList<>();
    for (Subnet s : network.subnets()) {
      subnets.add(s.name().equals(subnet) ? edit.apply(s) : s);
    }
    return Change.of(design, Components.with(network, "subnets", subnets));
  }
}
