package mcx.analysis.fallback;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcx.analysis.Names;
import mcx.analysis.SitePath;
import mcx.compile.Compiled;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.VpnConnection;
import mcx.network.Segment;
import mcx.routing.Trace;

/** Finds the tunnels on the ways there and back. */
public final class Tunnels {

  private final Design design;
  private final Compiled compiled;
  private final Hops hops;

  public Tunnels(Design design, Compiled compiled) {
    this.design = design;
    this.compiled = compiled;
    this.hops = new Hops(compiled.network());
  }

  /** The tunnels, in the order of the ways there, then of the ways back; of lost ones none. */
  public List<TunnelUse> on(SitePath there, SitePath back) {
    Set<Segment> forth = tunnels(there);
    Set<Segment> home = tunnels(back);
    Set<Segment> all = new LinkedHashSet<>(forth);
    all.addAll(home);
    List<TunnelUse> uses = new ArrayList<>();
    for (Segment segment : all) {
      Id id = Id.of(segment.origin().id());
      boolean alone =
          design.link(id.owner()) instanceof VpnConnection vpn && vpn.tunnels().size() == 1;
      int mbps = segment.bandwidthMbps();
      uses.add(
          new TunnelUse(
              id,
              Names.of(design, alone ? id.owner() : id),
              mbps > 0 ? Integer.valueOf(mbps) : null,
              hops.sessionOver(segment.id()) != null,
              forth.contains(segment),
              home.contains(segment),
              compiled.vpns().get(id.owner())));
    }
    return uses;
  }

  private Set<Segment> tunnels(SitePath path) {
    Set<Segment> found = new LinkedHashSet<>();
    if (path.reaches()) {
      for (Trace.Hop hop : path.hops()) {
        Segment segment = hops.segment(hop.segment());
        if (segment != null && segment.kind() == Segment.Kind.TUNNEL) {
          found.add(segment);
        }
      }
    }
    return found;
  }
}
