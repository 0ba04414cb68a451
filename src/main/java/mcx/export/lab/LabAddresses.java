package mcx.export.lab;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mcx.inet.Community;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Network;
import mcx.network.Policy;
import mcx.network.Session;
import mcx.network.Vrf;

/** Gives out what a lab needs and no part of the network uses: addresses, a community number. */
final class LabAddresses {

  /** Where to take addresses of links from; the first that the network leaves alone. */
  private static final List<Prefix> POOLS =
      Stream.of("198.18.0.0/15", "100.126.0.0/15", "172.30.0.0/15", "10.254.0.0/15", "11.0.0.0/15")
          .map(Prefix::of)
          .toList();

  private static final List<Prefix> POOLS6 =
      Stream.of("2001:db8:6c61::/48", "2001:db8:6c62::/48", "fd6c:6162:1::/48")
          .map(Prefix::of)
          .toList();

  /** Links take the lower half of the pool, loopbacks and cores a quarter each. */
  private static final long LOOPBACKS = 0x1_0000;

  private static final long CORES = 0x1_8000;

  static final int CORE_LENGTH = 17;

  private final Prefix pool;
  private final Prefix pool6;
  private final long tagAdmin;
  private long pairs;
  private long pairs6;
  private long loopbacks;
  private long loopbacks6;
  private long cores;

  LabAddresses(Network network) {
    Set<Prefix> used = new HashSet<>();
    network
        .nodes()
        .values()
        .forEach(
            n -> {
              used.add(new Prefix(n.routerId(), n.routerId().family().bits()));
              n.vrfs().forEach(v -> prefixes(v).filter(p -> !p.isDefault()).forEach(used::add));
            });
    pool = free(POOLS, used);
    pool6 = free(POOLS6, used);
    Set<Long> admins = new HashSet<>();
    for (Session s : network.sessions()) {
      for (Session.End end : List.of(s.atA(), s.atB())) {
        admins(end.importPolicy(), admins);
        admins(end.exportPolicy(), admins);
      }
    }
    network.propagations().forEach(p -> admins(p.policy(), admins));
    // The greatest number, so that it stands last wherever communities are sorted.
    long admin = 4_294_967_294L;
    while (admins.contains(admin)) {
      admin--;
    }
    tagAdmin = admin;
  }

  private static void admins(Policy policy, Set<Long> all) {
    for (Policy.Statement s : policy.statements()) {
      Stream.of(s.communities(), s.set().add(), s.set().remove())
          .flatMap(Set::stream)
          .map(Community::global)
          .forEach(all::add);
    }
  }

  /** All prefixes that a table may bring into the network. */
  static Stream<Prefix> prefixes(Vrf v) {
    return Stream.of(
            v.originated().stream(),
            v.statics().stream().map(Vrf.StaticRoute::prefix),
            v.aggregates().stream().map(Vrf.Aggregate::prefix),
            v.connected().stream().map(Vrf.Connected::prefix))
        .flatMap(s -> s);
  }

  private static Prefix free(List<Prefix> pools, Set<Prefix> used) {
    return pools.stream()
        .filter(p -> used.stream().noneMatch(p::overlaps))
        .findFirst()
        .orElse(pools.getFirst());
  }

  /** The lower address of a network of two that nobody has yet. */
  IpAddress pair() {
    pairs += 2;
    return pool.host(pairs);
  }

  IpAddress pair6() {
    pairs6 += 2;
    return pool6.host(pairs6);
  }

  IpAddress loopback() {
    loopbacks++;
    return pool.host(LOOPBACKS + loopbacks);
  }

  /** An address in the one network that joins all provider edges; it has {@link #CORE_LENGTH}. */
  IpAddress core() {
    cores++;
    return pool.host(CORES + cores);
  }

  IpAddress loopback6() {
    loopbacks6++;
    return pool6.host((1L << 40) + loopbacks6);
  }

  long tagAdmin() {
    return tagAdmin;
  }
}
