package mcx.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Cloud;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Region;
import mcx.design.Setting;
import mcx.design.VirtualNetwork;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/** What Google's networks have of their own: dynamic routing mode, best path mode, regions. */
final class GoogleNetworks {

  private GoogleNetworks() {}

  /** Whether routers of one region serve the whole network, and not their own region only. */
  static boolean isGlobal(Context c, VirtualNetwork network) {
    return !"regional".equals(set(c, network, Setting.DYNAMIC_ROUTING));
  }

  /** Whether it was said if they do. */
  static boolean isModeSet(Context c, VirtualNetwork network) {
    return set(c, network, Setting.DYNAMIC_ROUTING) != null;
  }

  /** Whether the AS path is compared first everywhere, and not within each router only. */
  static boolean isStandard(Context c, VirtualNetwork network) {
    String mode = set(c, network, Setting.BEST_PATH);
    return mode != null && mode.startsWith("standard");
  }

  /** Whether the cost between regions counts as a part of the MED. */
  static boolean addsCost(Context c, VirtualNetwork network) {
    return !"standard".equals(set(c, network, Setting.BEST_PATH));
  }

  /** What is set of a network, or else of a gateway that serves it; null where nothing is. */
  private static @Nullable String set(Context c, VirtualNetwork network, Setting setting) {
    String own = network.settings().text(setting);
    if (own != null) {
      return own;
    }
    for (Served.Joint joint : c.joints()) {
      String set =
          joint.network().id().equals(network.id())
              ? joint.gateway().settings().text(setting)
              : null;
      if (set != null) {
        return set;
      }
    }
    return null;
  }

  /**
   * The capacity of each attachment in Mbit/s, by the id of its segment, where it is known: equally
   * good routes share the traffic in proportion to it (GCP-LRN).
   */
  static SortedMap<String, Integer> attachmentCapacities(Context c) {
    SortedMap<String, Integer> all = new TreeMap<>();
    for (CircuitConnection link : c.design.allLinks(CircuitConnection.class)) {
      Circuit circuit = c.design.element(link.a(), Circuit.class);
      if (circuit != null
          && circuit.bandwidthMbps() > 0
          && c.vendor(circuit.id()).equals("google")) {
        all.put(link.id().value(), circuit.bandwidthMbps());
      }
    }
    return all;
  }

  /** The region that an element is drawn in; null for none. */
  static @Nullable Region region(Context c, Element element) {
    return c.design.within(element.id(), Region.class);
  }

  /**
   * The subnets of a network that are known to be in another region than a gateway; empty where the
   * gateway's own region is not known.
   */
  static List<Prefix> elsewhere(Context c, VirtualNetwork network, Gateway gateway) {
    Region here = region(c, gateway);
    List<Prefix> elsewhere = new ArrayList<>();
    if (here != null) {
      for (Prefix prefix : Served.of(c, network)) {
        Id region = region(c, network, prefix);
        if (region != null && !region.equals(here.id())) {
          elsewhere.add(prefix);
        }
      }
    }
    return elsewhere;
  }

  /** The region of a subnet: as set of it, or else the one that the network is drawn in. */
  private static @Nullable Id region(Context c, VirtualNetwork network, Prefix prefix) {
    for (VirtualNetwork.Subnet subnet : network.subnets()) {
      String named = subnet.settings().text(Setting.SUBNET_REGION);
      if (subnet.prefix().equals(prefix) && named != null) {
        return named(c, network, named);
      }
    }
    Region region = region(c, network);
    return region == null ? null : region.id();
  }

  private static @Nullable Id named(Context c, VirtualNetwork network, String name) {
    Cloud cloud = c.design.within(network.id(), Cloud.class);
    for (Region region : c.elements(Region.class)) {
      boolean meant =
          name.equals(region.code())
              || name.equals(region.name())
              || name.equals(region.id().value());
      if (meant && cloud != null && cloud.equals(c.design.within(region.id(), Cloud.class))) {
        return region.id();
      }
    }
    return null;
  }
}
