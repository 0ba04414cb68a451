package mcx.export.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mcx.inet.Asn;
import mcx.inet.IpAddress;
import mcx.inet.RouteTarget;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.Session;
import mcx.network.VpnDomain;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * What a lab consists of: its routers with their daemons and addresses, and the wires between them.
 *
 * @param name unique among the labs that run on a machine: letters and digits, at most 20
 * @param network the network it stands for
 * @param failures what was taken as failed when it was written, and is therefore not in it
 * @param routers in order
 * @param wires in order
 * @param v6 whether it carries IPv6
 * @param tagAdmin the first number of the large communities that routers mark routes with for
 *     themselves; none of them leaves its router
 * @param injections routes that are put in by hand
 * @param leftOut what is not in it although no wire is missing, each with why
 * @param notes what the lab does not show as the network has it, in words
 */
public record LabPlan(
    String name,
    Network network,
    Failures failures,
    List<Router> routers,
    List<Wire> wires,
    boolean v6,
    long tagAdmin,
    List<Injection> injections,
    List<String> leftOut,
    List<String> notes) {

  /** The last number for private use (RFC 6996), which no design is likely to take. */
  private static final String TARGETS = "4294967294";

  public LabPlan {
    routers = List.copyOf(routers);
    wires = List.copyOf(wires);
    injections = List.copyOf(injections);
    leftOut = List.copyOf(leftOut);
    notes = List.copyOf(notes);
  }

  /** This plan with routes put in by hand. */
  LabPlan withInjections(List<Injection> all) {
    return new LabPlan(name, network, failures, routers, wires, v6, tagAdmin, all, leftOut, notes);
  }

  /** The injections at a table. */
  List<Injection> injectedAt(VrfId table) {
    return injections.stream().filter(i -> i.table().equals(table)).toList();
  }

  /**
   * A router of the lab: one network namespace. It is one table of the network, or a whole provider
   * edge with its VRFs.
   *
   * @param key its short name: {@code r} and a number
   * @param label the name that people know it by
   * @param tables the tables on it
   * @param asn the number that its BGP speaks with; null where it speaks none
   * @param loopback the address of its loopback, which is its router id wherever that is free
   * @param loopback6 the same for IPv6
   * @param core its address in the core of a VPN domain; null where it is in none
   * @param ports where wires end
   * @param peerings its ends of BGP sessions
   */
  public record Router(
      String key,
      String label,
      LabDaemon daemon,
      List<Vrf> tables,
      @Nullable Asn asn,
      IpAddress routerId,
      IpAddress loopback,
      IpAddress loopback6,
      @Nullable IpAddress core,
      List<Port> ports,
      List<Peering> peerings) {

    public Router {
      tables = List.copyOf(tables);
      ports = List.copyOf(ports);
      peerings = List.copyOf(peerings);
    }

    /** The one table of a plain router; the first of a provider edge. */
    Vrf table() {
      return tables.getFirst();
    }

    /** Whether inner routing runs on it. */
    boolean hasIgp() {
      return ports.stream().anyMatch(p -> p.cost() > 0);
    }

    Asn number() {
      return Objects.requireNonNull(asn);
    }
  }

  /**
   * The session between two provider edges of a VPN domain.
   *
   * @param key its short name: {@code m} and a number
   * @param domain the id of the domain
   */
  record Mesh(String key, String domain, Router a, Router b) {}

  /** The sessions between provider edges: every edge with every other. */
  List<Mesh> meshes() {
    List<Mesh> all = new ArrayList<>();
    for (int i = 0; i < routers.size(); i++) {
      for (int j = i + 1; j < routers.size(); j++) {
        VpnDomain d = domain(routers.get(i), routers.get(j));
        if (d != null) {
          all.add(new Mesh("m" + (all.size() + 1), d.id(), routers.get(i), routers.get(j)));
        }
      }
    }
    return all;
  }

  private @Nullable VpnDomain domain(Router a, Router b) {
    if (a.core() == null || b.core() == null) {
      return null;
    }
    for (VpnDomain d : network.vpnDomains()) {
      if (!failures.hits(Set.of(d.origin()))
          && a.tables().stream().anyMatch(v -> d.vrfs().contains(v.id()))
          && b.tables().stream().anyMatch(v -> d.vrfs().contains(v.id()))) {
        return d;
      }
    }
    return null;
  }

  /**
   * The route distinguisher of a VRF on a provider edge of the lab, the same for all that give each
   * other their routes.
   */
  public String distinguisher(Router router, Vrf vrf) {
    List<Vrf> all = new ArrayList<>();
    for (VpnDomain d : network.vpnDomains()) {
      d.vrfs().stream()
          .sorted()
          .forEach(
              id -> {
                Vrf v = network.vrf(id);
                if (v != null) {
                  all.add(v);
                }
              });
    }
    int number = all.indexOf(vrf);
    if (vrf.exports().stream().anyMatch(vrf.imports()::contains)) {
      for (int i = 0; i < all.size(); i++) {
        Vrf other = all.get(i);
        // Two VRFs of one node need two of them.
        boolean first =
            router.tables().stream()
                .filter(v -> v.imports().equals(vrf.imports()))
                .filter(v -> v.exports().equals(vrf.exports()))
                .findFirst()
                .orElseThrow()
                .equals(vrf);
        if (first
            && other.imports().equals(vrf.imports())
            && other.exports().equals(vrf.exports())) {
          number = i;
          break;
        }
      }
    }
    return "64999:" + (number + 1);
  }

  /**
   * A route target of the lab's own, for a VRF that does not take what it exports itself; null for
   * others. GoBGP tells a VRF's neighbours only what the VRF imports, so without it they would not
   * hear of each other.
   */
  @Nullable RouteTarget ownTarget(Router router, Vrf vrf) {
    if (vrf.exports().stream().anyMatch(vrf.imports()::contains)) {
      return null;
    }
    String number = distinguisher(router, vrf).replaceFirst(".*:", "");
    return RouteTarget.of(TARGETS + ":" + number);
  }

  /**
   * One end of a wire.
   *
   * @param name the interface, the same at both ends: {@code w} and a number
   * @param table the table it belongs to
   * @param addresses its IPv4 addresses, each in a network of two, one for each session on the wire
   * @param address6 its IPv6 address, in a network of two
   * @param cost its cost in inner routing; 0 for none
   * @param passive whether the neighbour takes no part in inner routing
   */
  public record Port(
      String name,
      VrfId table,
      List<IpAddress> addresses,
      IpAddress address6,
      int cost,
      boolean passive) {
    public Port {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * A wire between two routers.
   *
   * @param port its interfaces' name
   * @param segment the segment it stands for; null for one that carries a session which runs over
   *     whatever routes there are
   * @param a the key of the router at one end
   * @param b the key of the router at the other
   */
  public record Wire(String port, @Nullable String segment, String a, String b) {}

  /**
   * One end of a session.
   *
   * @param key its short name: {@code s} and a number, the same at both ends
   * @param number that number
   * @param session the session
   * @param table the table that has this end
   * @param local the address it speaks from
   * @param remote the address it speaks to
   * @param local6 the next hop that it gives for IPv6
   * @param port the port it runs over; null between loopbacks
   */
  public record Peering(
      String key,
      int number,
      Session session,
      VrfId table,
      IpAddress local,
      IpAddress remote,
      IpAddress local6,
      @Nullable String port) {

    Session.End mine() {
      return session.at(table);
    }

    Session.End theirs() {
      return session.at(session.other(table));
    }

    boolean inner() {
      return session.isInner();
    }

    /** Whether a prefix limit at either end may take it down. */
    public boolean mayTrip() {
      return session.atA().limitV4() != null
          || session.atA().limitV6() != null
          || session.atB().limitV4() != null
          || session.atB().limitV6() != null;
    }
  }
}
