package mcx.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mcx.compile.VpnAgreement.Term;
import mcx.compile.VpnAgreement.Topic;
import mcx.design.IkeVersion;
import mcx.design.Routing;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import org.jspecify.annotations.Nullable;

/** Tells, point by point, what the ends of a VPN have in common. */
final class VpnAgreements {

  private final Context c;
  private final VpnConnection vpn;
  private final VpnEnd a;
  private final VpnEnd b;

  private VpnAgreements(Context c, VpnConnection vpn, VpnEnd a, VpnEnd b) {
    this.c = c;
    this.vpn = vpn;
    this.a = a;
    this.b = b;
  }

  /**
   * The agreement.
   *
   * @param unusable why an address inside a tunnel will not do; null where all do
   * @param noBgp why BGP does not run although it is drawn; null where it does, or is not drawn
   */
  static VpnAgreement of(
      Context c,
      VpnConnection vpn,
      VpnEnd a,
      VpnEnd b,
      @Nullable String unusable,
      @Nullable String noBgp) {
    VpnAgreements all = new VpnAgreements(c, vpn, a, b);
    return new VpnAgreement(
        vpn.id(),
        vpn.mode() == VpnMode.GRE
            ? List.of(all.gre(), all.addressing(unusable), all.routing(noBgp))
            : List.of(
                all.version(),
                all.mode(),
                all.pfs(),
                all.addressing(unusable),
                all.routing(noBgp)));
  }

  private Term version() {
    Set<IkeVersion> common = EnumSet.allOf(IkeVersion.class);
    common.retainAll(a.versions(vpn.mode()));
    common.retainAll(b.versions(vpn.mode()));
    IkeVersion set = vpn.ike();
    boolean agreed = set != null ? common.contains(set) : !common.isEmpty();
    if (!agreed) {
      String wanted = set == null ? "" : ", and " + set.label() + " is set";
      return new Term(
          Topic.IKE_VERSION, false, speaks(a) + ", " + speaks(b) + wanted + ": none in common.");
    }
    IkeVersion used = set != null ? set : Collections.max(common);
    return new Term(
        Topic.IKE_VERSION,
        true,
        used.label()
            + (set != null ? ", as set; " : ", the newest of both; ")
            + speaks(a)
            + ", "
            + speaks(b)
            + ".");
  }

  private String speaks(VpnEnd end) {
    Set<IkeVersion> versions = end.versions(vpn.mode());
    return c.label(end.id())
        + " speaks "
        + (versions.isEmpty()
            ? "none"
            : versions.stream()
                .sorted()
                .map(IkeVersion::label)
                .collect(Collectors.joining(" and ")));
  }

  private Term gre() {
    List<String> cannot = new ArrayList<>();
    for (VpnEnd end : List.of(a, b)) {
      if (!end.ends(VpnMode.GRE)) {
        cannot.add(c.label(end.id()) + " ends no GRE tunnel");
      }
    }
    return cannot.isEmpty()
        ? new Term(Topic.MODE, true, "GRE without IPsec: nothing is encrypted.")
        : new Term(Topic.MODE, false, String.join(", ", cannot) + ".");
  }

  private Term mode() {
    String mode = vpn.mode() == VpnMode.ROUTE_BASED ? "route-based" : "policy-based";
    List<String> cannot = new ArrayList<>();
    for (VpnEnd end : List.of(a, b)) {
      if (!end.ends(vpn.mode())) {
        cannot.add(c.label(end.id()) + " ends no VPN");
      } else if (!end.can(vpn.mode())) {
        cannot.add(c.label(end.id()) + " cannot do " + mode + " VPN");
      }
    }
    return cannot.isEmpty()
        ? new Term(Topic.MODE, true, "Both do " + mode + " VPN.")
        : new Term(Topic.MODE, false, String.join(", ", cannot) + ".");
  }

  private Term pfs() {
    Set<Integer> offeredA = a.pfsOffered(vpn.pfsGroupsA());
    Set<Integer> offeredB = b.pfsOffered(vpn.pfsGroupsB());
    Set<Integer> acceptedA = a.pfsAccepted(vpn.pfsGroupsA());
    Set<Integer> acceptedB = b.pfsAccepted(vpn.pfsGroupsB());
    String one = start(a, offeredA, acceptedB);
    String other = start(b, offeredB, acceptedA);
    if (one == null && other == null) {
      return new Term(
          Topic.PFS,
          false,
          c.label(a.id())
              + " offers "
              + IkeAgreement.words(offeredA)
              + ", "
              + c.label(b.id())
              + " accepts "
              + IkeAgreement.words(acceptedB)
              + "; "
              + c.label(b.id())
              + " offers "
              + IkeAgreement.words(offeredB)
              + ", "
              + c.label(a.id())
              + " accepts "
              + IkeAgreement.words(acceptedA)
              + ".");
    }
    return new Term(
        Topic.PFS,
        true,
        one != null && other != null && one.startsWith("any") && other.startsWith("any")
            ? "Nothing is stated against any group."
            : (one != null ? one : "")
                + (one != null && other != null ? "; " : "")
                + (other != null ? other : "")
                + ".");
  }

  /** What is agreed on when this end starts; null for nothing. */
  private @Nullable String start(VpnEnd starts, Set<Integer> offered, Set<Integer> accepted) {
    if (!IkeAgreement.fit(offered, accepted)) {
      return null;
    }
    Set<Integer> both = new TreeSet<>(offered);
    if (!accepted.isEmpty() && !offered.isEmpty()) {
      both.retainAll(accepted);
    } else {
      both.addAll(accepted);
    }
    return IkeAgreement.words(both) + " where " + c.label(starts.id()) + " starts";
  }

  private Term addressing(@Nullable String unusable) {
    if (unusable != null) {
      return new Term(Topic.ADDRESSING, false, unusable);
    }
    long drawn = vpn.tunnels().stream().filter(t -> t.inside() != null).count();
    return new Term(
        Topic.ADDRESSING,
        true,
        drawn == vpn.tunnels().size()
            ? "The addresses inside the tunnels are as drawn, and both ends take them."
            : "Addresses inside the tunnels are made where both ends take them.");
  }

  private Term routing(@Nullable String noBgp) {
    if (vpn.routing() == Routing.STATIC) {
      return new Term(
          Topic.ROUTING, true, "Static routes at both ends; a tunnel that fails takes them away.");
    }
    return noBgp == null
        ? new Term(Topic.ROUTING, true, "Both speak BGP over the tunnels.")
        : new Term(Topic.ROUTING, false, noBgp);
  }
}
