package mcx.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcx.design.AccessLink;
import mcx.design.BgpEnd;
import mcx.design.CircuitConnection;
import mcx.design.CloudInterconnect;
import mcx.design.Design;
import mcx.design.Link;
import mcx.design.PrivateLink;
import mcx.design.VpnConnection;
import mcx.inet.Family;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * The addresses between two routers: as drawn, else made from the link's id, so that they stay when
 * the design is edited elsewhere.
 */
final class Addressing {

  /** Link-local addresses (RFC 3927), the upper half: clouds' own tunnels use the lower. */
  static final Pool USUAL = new Pool(List.of(Prefix.of("169.254.128.0/17")), List.of());

  private static final int BLOCK_LENGTH = 30;

  private final Set<Prefix> taken = new HashSet<>();
  private final List<Prefix> drawnWide = new ArrayList<>();
  private final Map<String, Prefix> subnets = new HashMap<>();

  /**
   * Where addresses may be made.
   *
   * @param ranges the ranges, each IPv4 and no longer than a block of two hosts
   * @param reserved what must not be used in them
   */
  record Pool(List<Prefix> ranges, List<Prefix> reserved) {

    /** Whether addresses can be made in a range. */
    static boolean holds(Prefix range) {
      return range.family() == Family.V4 && range.length() <= BLOCK_LENGTH;
    }

    private int blocks() {
      return ranges.stream().mapToInt(r -> 1 << (BLOCK_LENGTH - r.length())).sum();
    }

    private Prefix block(int slot) {
      int left = slot;
      for (Prefix range : ranges) {
        int here = 1 << (BLOCK_LENGTH - range.length());
        if (left < here) {
          return new Prefix(range.host((long) left << (32 - BLOCK_LENGTH)), BLOCK_LENGTH);
        }
        left -= here;
      }
      throw new IllegalArgumentException("no block " + slot + " in " + ranges);
    }
  }

  Addressing(Design design) {
    for (Link link : design.links().values()) {
      switch (link) {
        case AccessLink l -> l.vlans().forEach(v -> take(v.subnet()));
        case CircuitConnection l -> take(l.subnet());
        case CloudInterconnect l -> l.paths().forEach(p -> take(p.subnet()));
        case PrivateLink l -> take(l.subnet());
        case VpnConnection l -> l.tunnels().forEach(t -> take(t.inside()));
        default -> {}
      }
    }
  }

  private void take(@Nullable Prefix drawn) {
    if (drawn != null && drawn.family() == Family.V4) {
      if (drawn.length() >= BLOCK_LENGTH) {
        taken.add(Prefix.containing(drawn.address(), BLOCK_LENGTH));
      } else {
        drawnWide.add(drawn);
      }
    }
  }

  /** The addresses of the two ends of a link. */
  record Pair(IpAddress a, IpAddress b) {}

  /**
   * The addresses of the two ends.
   *
   * @param link the id of the link or part
   * @param subnet what was drawn; null to make one
   * @param atA what was drawn at end a
   * @param atB what was drawn at end b
   * @param hostA which host of the subnet end a has where it names none, counted from 0
   * @param hostB the same for end b
   */
  Pair pair(String link, @Nullable Prefix subnet, BgpEnd atA, BgpEnd atB, int hostA, int hostB) {
    return pair(link, subnet, atA, atB, hostA, hostB, USUAL);
  }

  /** As above, with made addresses from this pool. */
  Pair pair(
      String link,
      @Nullable Prefix subnet,
      BgpEnd atA,
      BgpEnd atB,
      int hostA,
      int hostB,
      Pool pool) {
    Prefix block = subnet != null && holdsTwo(subnet) ? subnet : made(link, pool);
    subnets.put(link, block);
    // The two addresses of a point-to-point block (RFC 3021) are its hosts 0 and 1.
    int shift = block.length() == block.family().bits() - 1 ? Math.min(hostA, hostB) : 0;
    IpAddress a = block.host(hostA - shift);
    IpAddress b = block.host(hostB - shift);
    IpAddress drawnA = atA.address();
    IpAddress drawnB = atB.address();
    if (drawnA != null) {
      b = drawnB != null || !drawnA.equals(b) ? b : a;
      a = drawnA;
    }
    if (drawnB != null) {
      a = drawnA != null || !drawnB.equals(a) ? a : b;
      b = drawnB;
    }
    return new Pair(a, b);
  }

  /**
   * The network that an interface with this address lies in: the link's, or the address alone where
   * it was drawn outside.
   *
   * @param link the id of the link or part
   */
  Prefix network(String link, IpAddress address) {
    Prefix subnet = subnets.get(link);
    return subnet != null && subnet.contains(address)
        ? subnet
        : new Prefix(address, address.family().bits());
  }

  private static boolean holdsTwo(Prefix subnet) {
    return subnet.length() < subnet.family().bits();
  }

  private Prefix made(String link, Pool pool) {
    int blocks = pool.blocks();
    int slot = slot(link, blocks);
    for (int i = 0; i < blocks; i++) {
      Prefix block = pool.block(slot);
      if (isFree(block, pool) && taken.add(block)) {
        return block;
      }
      slot = (slot + 1) % blocks;
    }
    // More links than blocks: addresses repeat, which is harmless, for they only meet in pairs.
    return pool.block(slot);
  }

  private boolean isFree(Prefix block, Pool pool) {
    return pool.reserved().stream().noneMatch(block::overlaps)
        && drawnWide.stream().noneMatch(block::overlaps);
  }

  /** A place from 0 to {@code size} - 1 that depends on the id only, well spread. */
  static int slot(String id, int size) {
    int h = id.hashCode() * 0x9E3779B9;
    return Math.floorMod(h ^ h >>> 15, size);
  }
}
