package mcx.change.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import mcx.change.Change;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.VpnConnection;
import mcx.design.VpnConnection.Tunnel;

/** Adds tunnels beside those that are drawn, like them but for their addresses. */
public final class MoreTunnels {

  private MoreTunnels() {}

  /** The design with a second tunnel on the VPN, at the other instance of the gateway. */
  public static Change second(Design design, Id vpn, Id gateway) {
    VpnConnection v = (VpnConnection) Objects.requireNonNull(design.link(vpn));
    Tunnel first = v.tunnels().getFirst();
    List<Tunnel> all = new ArrayList<>(v.tunnels());
    all.add(atOtherInstance(v, first, gateway, key(all)));
    return Change.of(design, Components.with(v, "tunnels", all));
  }

  /**
   * The design with the gateway active-active: each of its VPNs has tunnels at both instances. A
   * gateway of a cloud that takes one address for each connection gets a connection for the other.
   */
  public static Change activeActive(Design design, Id gateway, Set<Id> perAddress) {
    Gateway g = Objects.requireNonNull(design.element(gateway, Gateway.class));
    Design after = design.with(Components.with(g, "activeActive", true));
    List<Id> created = new ArrayList<>();
    for (VpnConnection v : design.allLinks(VpnConnection.class)) {
      if (!v.joins(gateway) || hasBoth(v, gateway)) {
        continue;
      }
      if (perAddress.contains(v.other(gateway))) {
        List<Tunnel> twins = new ArrayList<>();
        v.tunnels().forEach(t -> twins.add(atOtherInstance(v, t, gateway, t.key())));
        VpnConnection twin = Components.with(v, "id", after.freeId(v.id().value()));
        twin = Components.with(twin, "tunnels", twins);
        twin = Components.with(twin, "name", v.name().isBlank() ? "" : v.name() + " 2");
        after = after.with(twin);
        created.add(twin.id());
      } else {
        List<Tunnel> all = new ArrayList<>(v.tunnels());
        v.tunnels().forEach(t -> all.add(atOtherInstance(v, t, gateway, key(all))));
        after = after.with(Components.with(v, "tunnels", all));
      }
    }
    return new Change(after, created, gateway);
  }

  private static boolean hasBoth(VpnConnection v, Id gateway) {
    return v.tunnels().stream()
            .map(t -> v.a().equals(gateway) ? t.instanceA() : t.instanceB())
            .distinct()
            .count()
        > 1;
  }

  private static Tunnel atOtherInstance(VpnConnection v, Tunnel like, Id gateway, String key) {
    boolean a = v.a().equals(gateway);
    return new Tunnel(
        key,
        null,
        a ? null : like.outsideA(),
        a ? like.outsideB() : null,
        a ? 1 - Math.min(1, like.instanceA()) : like.instanceA(),
        a ? like.instanceB() : 1 - Math.min(1, like.instanceB()),
        new BgpSettings(bare(like.session().a()), bare(like.session().b())),
        like.settings());
  }

  private static BgpEnd bare(BgpEnd end) {
    return end.with("address", null);
  }

  private static String key(List<Tunnel> all) {
    Set<String> used = all.stream().map(Tunnel::key).collect(Collectors.toSet());
    int n = 2;
    while (used.contains("tunnel-" + n)) {
      n++;
    }
    return "tunnel-" + n;
  }
}
