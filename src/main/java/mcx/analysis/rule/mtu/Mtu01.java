package mcx.analysis.rule.mtu;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.SitePath;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Edits;
import mcx.design.Id;
import mcx.design.Setting;
import mcx.design.VpnConnection;
import org.jspecify.annotations.Nullable;

/**
 * MTU-01: a site sends larger packets than what carries them on the way. Asked only of sites whose
 * MTU is given: what hosts send is not known otherwise.
 */
final class Mtu01 extends Rule {

  /** IP and TCP headers (RFC 9293 §3.7.1): what a segment is smaller than its packet. */
  private static final int HEADERS = 40;

  /** What every link of an IP network is taken to carry (Ethernet; RFC 894). */
  private static final int ETHERNET = 1500;

  Mtu01() {
    super("MTU-01");
  }

  /** What is on the way of one site's packets. */
  private static final class Case {
    private @Nullable Id narrowest;
    private int mtu;
    private final SortedSet<Id> to = new TreeSet<>();
    private final SortedSet<Id> unknown = new TreeSet<>();

    void narrow(Id at, int carried, Id destination) {
      if (narrowest == null || carried < mtu) {
        narrowest = at;
        mtu = carried;
      }
      to.add(destination);
    }
  }

  @Override
  public List<Finding> check(Situation situation) {
    PacketSizes sizes = new PacketSizes(situation);
    SortedMap<Id, Case> cases = new TreeMap<>();
    for (SitePath path : situation.analysis().separation().paths()) {
      Integer sent = sizes.set(path.from());
      Integer taken = sizes.set(path.to());
      if (sent != null && path.reaches()) {
        int largest = taken == null ? sent : Math.min(sent, taken);
        look(situation, sizes, path, largest, cases);
      }
    }
    List<Finding> found = new ArrayList<>();
    cases.forEach(
        (site, c) -> {
          int sent = java.util.Objects.requireNonNull(sizes.set(site));
          found.add(
              c.narrowest == null
                  ? untold(situation, site, sent, c)
                  : found(situation, site, sent, c, c.narrowest));
        });
    return found;
  }

  private static void look(
      Situation situation,
      PacketSizes sizes,
      SitePath path,
      int largest,
      SortedMap<Id, Case> cases) {
    PacketSizes.Carried carried = sizes.on(path);
    Id narrowest = carried.narrowest();
    if (narrowest != null && carried.mtu() < largest) {
      if (!isClamped(situation, narrowest, carried.mtu())) {
        cases
            .computeIfAbsent(path.from(), k -> new Case())
            .narrow(narrowest, carried.mtu(), path.to());
      }
    } else if (largest > ETHERNET && !carried.unknown().isEmpty()) {
      cases.computeIfAbsent(path.from(), k -> new Case()).unknown.addAll(carried.unknown());
    }
  }

  /** Whether a VPN holds TCP segments small enough. */
  private static boolean isClamped(Situation situation, Id link, int mtu) {
    Integer clamp =
        situation.design().link(link) instanceof VpnConnection vpn
            ? vpn.settings().number(Setting.MSS_CLAMP)
            : null;
    return clamp != null && clamp <= mtu - HEADERS;
  }

  private Finding found(Situation situation, Id site, int sent, Case c, Id narrowest) {
    String name = situation.name(site);
    String others =
        c.to.size() > 2
            ? c.to.size() + " sites"
            : String.join(" and ", c.to.stream().map(situation::name).toList());
    return finding(site)
        .showing(List.of(narrowest))
        .showing(c.to)
        .title(
            name
                + " sends packets of "
                + sent
                + " bytes; "
                + situation.name(narrowest)
                + " carries "
                + c.mtu)
        .text(
            "On the way to "
                + others
                + ", larger packets are fragmented, or lost where that is forbidden: connections"
                + " open, and stall with the first large answer where path MTU discovery is blocked.")
        .remedy("Set the lowest MTU of the way at the hosts: " + c.mtu + " bytes.")
        .remedy("Raise the MTU on the way, where the product allows it.")
        .remedy("Clamp the TCP segment size at the routers to " + (c.mtu - HEADERS) + " bytes.")
        .fix(
            "Set the MTU of " + name + " to " + c.mtu,
            (design, catalog) -> Edits.set(design, List.of(site), Setting.MTU, c.mtu))
        .done();
  }

  private Finding untold(Situation situation, Id site, int sent, Case c) {
    String name = situation.name(site);
    return finding(site)
        .showing(c.unknown)
        .undecided()
        .title("Whether packets of " + sent + " bytes from " + name + " get through cannot be told")
        .text(
            "The MTU of "
                + situation.name(c.unknown.first())
                + (c.unknown.size() > 1 ? " and " + (c.unknown.size() - 1) + " more links" : "")
                + " on the way is not given. Most providers carry "
                + ETHERNET
                + " bytes unless larger frames are ordered.")
        .remedy("Enter the MTU that the provider agreed to.")
        .done();
  }
}
