package mcx.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
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
import mcx.network.VrfId;
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

  /**
   * A part of a network with a route table of its own: instances in one region look up routes as
   * they stand there (GCP-LRN).
   *
   * @param table the part's table; of the first part the network's own
   * @param name what the region is called; empty for the network's own table
   * @param prefixes its subnets'; those of no known region stand in the first part
   */
  record Part(VrfId table, String name, List<Prefix> prefixes) {}

  /**
   * The parts of a network; one for all where its subnets lie in one region, or in another cloud.
   */
  static List<Part> parts(Context c, VirtualNetwork network) {
    List<Prefix> own = new ArrayList<>();
    SequencedMap<Id, List<Prefix>> elsewhere = new LinkedHashMap<>();
    Id home = home(c, network);
    for (Prefix prefix : Served.of(c, network)) {
      Id region = home == null ? null : region(c, network, prefix);
      (region == null || region.equals(home)
              ? own
              : elsewhere.computeIfAbsent(region, r -> new ArrayList<>()))
          .add(prefix);
    }
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(VrfId.of(network.id().value()), "", own));
    elsewhere.forEach(
        (region, prefixes) -> {
          String name = region.value();
          VrfId table =
              new VrfId(network.id().value(), name.equals(VrfId.DEFAULT) ? name + "-" : name);
          Region drawn = c.design.element(region, Region.class);
          parts.add(new Part(table, drawn == null ? name : c.name(drawn), prefixes));
        });
    return parts;
  }

  /** The tables of a network, one for each part. */
  static List<VrfId> tables(Context c, VirtualNetwork network) {
    return parts(c, network).stream().map(Part::table).toList();
  }

  /** The region whose routes a table of a network has; null where that is not known. */
  static @Nullable Id region(Context c, VirtualNetwork network, VrfId table) {
    if (table.vrf().equals(VrfId.DEFAULT)) {
      return home(c, network);
    }
    String name = table.vrf();
    return c.design.element(Id.of(name)) != null
        ? Id.of(name)
        : Id.of(name.substring(0, name.length() - 1));
  }

  /**
   * The region of a network's own table: the one that it is drawn in, else that of the first of its
   * subnets; null where neither is known.
   */
  private static @Nullable Id home(Context c, VirtualNetwork network) {
    if (!c.vendor(network.id()).equals("google")) {
      return null;
    }
    Region drawn = region(c, network);
    if (drawn != null) {
      return drawn.id();
    }
    for (Prefix prefix : Served.of(c, network)) {
      Id region = region(c, network, prefix);
      if (region != null) {
        return region;
      }
    }
    return null;
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
