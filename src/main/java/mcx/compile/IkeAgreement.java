package mcx.compile;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mcx.design.IkeVersion;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import org.jspecify.annotations.Nullable;

/**
 * Whether the two ends of a VPN can agree on IKE, and what is noted where they cannot. GRE without
 * IPsec needs no more than that both end it.
 */
final class IkeAgreement {

  private final Context c;
  private final VpnConnection vpn;
  private final VpnEnd a;
  private final VpnEnd b;

  IkeAgreement(Context c, VpnConnection vpn, VpnEnd a, VpnEnd b) {
    this.c = c;
    this.vpn = vpn;
    this.a = a;
    this.b = b;
  }

  /** Why the tunnels never come up, in words; null if they can. */
  @Nullable String obstacle() {
    for (VpnEnd end : List.of(a, b)) {
      if (!end.ends(vpn.mode())) {
        boolean gre = vpn.mode() == VpnMode.GRE;
        return error(
            "",
            "",
            c.label(end.id()) + (gre ? " ends no GRE tunnel." : " ends no VPN."),
            "Lead "
                + c.label(vpn.id())
                + (gre
                    ? " to a router, a Transit Gateway of AWS or of IBM, or give it IPsec."
                    : " to a VPN gateway or a router."));
      }
    }
    if (vpn.mode() == VpnMode.GRE) {
      return null;
    }
    Set<IkeVersion> common = EnumSet.allOf(IkeVersion.class);
    common.retainAll(a.versions(vpn.mode()));
    common.retainAll(b.versions(vpn.mode()));
    IkeVersion set = vpn.ike();
    if (set != null ? !common.contains(set) : common.isEmpty()) {
      return noVersion(set);
    }
    IkeVersion agreed = set != null ? set : Collections.max(common);
    for (VpnEnd end : List.of(a, b)) {
      if (!end.can(vpn.mode())) {
        return noMode(end);
      }
    }
    noteOldest();
    if (isAzureWithOracle() && agreed == IkeVersion.IKEV1) {
      return error(
          "VPN-07",
          "OCI-VAZ",
          "Azure and Oracle cannot join by IKEv1.",
          "Set " + c.label(vpn.id()) + " to IKEv2.");
    }
    return pfs();
  }

  private String noVersion(@Nullable IkeVersion set) {
    String only = onlyIkev1();
    String speak =
        only.isEmpty()
            ? "The ends have no IKE version in common: " + speaks(a) + ", " + speaks(b)
            : only + " speaks only IKEv1";
    String reason =
        speak + (set == null ? "" : ", and the connection is set to " + set.label()) + ".";
    String text =
        reason
            + " The tunnels of "
            + c.label(vpn.id())
            + " stay down: it carries nothing, and nothing can fall back to it.";
    for (VpnEnd end : List.of(a, b)) {
      if (end.onlyIkev1() && end.drawnVersions().isEmpty()) {
        // A product that cannot do better is a fact to plan with; the rest is a mistake.
        c.notes.warning("VPN-02", "SEED", text, vpn.id(), end.id());
        return reason;
      }
    }
    c.notes.error("VPN-02", "", text, vpn.id(), a.id(), b.id());
    return reason;
  }

  /** The one end that speaks only IKEv1, where the other speaks something newer; else empty. */
  private String onlyIkev1() {
    Set<IkeVersion> old = EnumSet.of(IkeVersion.IKEV1);
    boolean oldA = a.versions(vpn.mode()).equals(old);
    boolean oldB = b.versions(vpn.mode()).equals(old);
    return oldA == oldB ? "" : c.label(oldA ? a.id() : b.id());
  }

  private String speaks(VpnEnd end) {
    Set<IkeVersion> versions = end.versions(vpn.mode());
    return c.label(end.id())
        + " speaks "
        + (versions.isEmpty()
            ? "none"
            : versions.stream().map(IkeVersion::label).collect(Collectors.joining(" and ")));
  }

  private String noMode(VpnEnd end) {
    String mode = vpn.mode() == VpnMode.ROUTE_BASED ? "route-based" : "policy-based";
    return error(
        end.vendor().equals("azure") ? "VPN-01" : "",
        end.vendor().equals("azure") ? "VPN-FAQ" : "",
        c.label(end.id()) + " cannot do " + mode + " VPN.",
        "Set " + c.label(vpn.id()) + " to the other mode, or choose another gateway.");
  }

  /** An end that speaks only IKEv1 is told of even where the tunnels come up. */
  private void noteOldest() {
    for (VpnEnd end : List.of(a, b)) {
      if (end.onlyIkev1() && !end.vendor().equals("azure")) {
        c.notes.warning(
            "VPN-02",
            "SEED",
            c.label(end.id())
                + " speaks only IKEv1, so "
                + c.label(vpn.id())
                + " cannot use IKEv2. IKEv1 is deprecated (RFC 9395), and new products leave it"
                + " out.",
            vpn.id(),
            end.id());
      }
    }
  }

  private @Nullable String pfs() {
    Set<Integer> offeredA = a.pfsOffered(vpn.pfsGroupsA());
    Set<Integer> offeredB = b.pfsOffered(vpn.pfsGroupsB());
    Set<Integer> acceptedA = a.pfsAccepted(vpn.pfsGroupsA());
    Set<Integer> acceptedB = b.pfsAccepted(vpn.pfsGroupsB());
    if (fit(offeredA, acceptedB) || fit(offeredB, acceptedA)) {
      return null;
    }
    return error(
        isAzureWithOracle() ? "VPN-06" : "",
        isAzureWithOracle() ? "OCI-VAZ" : "RFC",
        "The ends cannot agree on perfect forward secrecy (PFS): "
            + c.label(a.id())
            + " accepts "
            + words(acceptedA)
            + ", "
            + c.label(b.id())
            + " offers "
            + words(offeredB)
            + ".",
        isAzureWithOracle()
            ? "Set group 2, 14 or 24 at Oracle's end."
            : "Choose a group that both ends have.");
  }

  static boolean fit(Set<Integer> offered, Set<Integer> accepted) {
    return offered.isEmpty() || accepted.isEmpty() || !Collections.disjoint(offered, accepted);
  }

  static String words(Set<Integer> groups) {
    if (groups.isEmpty()) {
      return "any group";
    }
    return groups.stream()
        .sorted()
        .map(g -> g == 0 ? "none" : "group " + g)
        .collect(Collectors.joining(", "));
  }

  private boolean isAzureWithOracle() {
    return Set.copyOf(List.of(a.vendor(), b.vendor())).equals(Set.of("azure", "oracle"));
  }

  private String error(String rule, String source, String reason, String remedy) {
    c.notes.error(
        rule,
        source,
        reason + " The tunnels of " + c.label(vpn.id()) + " stay down. " + remedy,
        vpn.id(),
        a.id(),
        b.id());
    return reason;
  }
}
