package mcx.analysis.rule.vpn;

import java.util.List;
import java.util.Objects;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Edits;
import mcx.design.Id;
import mcx.design.Setting;
import mcx.design.VpnConnection;
import org.jspecify.annotations.Nullable;

/**
 * How large packets may be in tunnels with a vendor's gateway at one end: what VPN-04 and VPN-05
 * have in common.
 *
 * @param vendor what people call the vendor
 * @param mtu the greatest IP packet that fits, in bytes
 * @param segment the greatest TCP segment that fits, in bytes
 */
record Segments(String vendor, int mtu, int segment) {

  /** The finding on one connection; null where it is right. */
  @Nullable Finding check(Situation situation, VpnConnection vpn, FindingDraft draft) {
    Integer mtuSet = vpn.settings().number(Setting.MTU);
    Integer clampSet = vpn.settings().number(Setting.MSS_CLAMP);
    boolean fits = (mtuSet != null && mtuSet <= mtu) || (clampSet != null && clampSet <= segment);
    if (fits) {
      return null;
    }
    String name = situation.name(vpn.id());
    Id id = vpn.id();
    draft
        .remedy("Clamp TCP segments in " + name + " to " + segment + " bytes at both ends.")
        .remedy("Set the tunnels' MTU to " + mtu + " bytes.")
        .fix(
            "Clamp TCP segments in " + name + " to " + segment + " bytes",
            (design, catalog) -> {
              var clamped = Edits.set(design, List.of(id), Setting.MSS_CLAMP, segment);
              Integer wide =
                  Objects.requireNonNull(clamped.design().link(id)).settings().number(Setting.MTU);
              return wide == null || wide <= mtu
                  ? clamped
                  : Edits.set(clamped.design(), List.of(id), Setting.MTU, mtu);
            });
    if (mtuSet == null && clampSet == null) {
      return draft
          .undecided()
          .title("Whether large packets pass " + name + " cannot be told")
          .text(
              "The design says neither how the ends clamp TCP segments nor the tunnels' MTU. "
                  + vendor
                  + " needs segments of at most "
                  + segment
                  + " bytes, or an MTU of at most "
                  + mtu
                  + ".")
          .done();
    }
    return draft
        .title(
            name
                + (clampSet != null
                    ? " clamps TCP segments to " + clampSet + " bytes, and "
                    : " has an MTU of " + mtuSet + " bytes, and ")
                + vendor
                + " takes "
                + (clampSet != null ? segment : mtu))
        .text(
            "Packets that do not fit are fragmented after encryption or dropped, and nothing tells"
                + " the sender: small packets pass, large transfers hang.")
        .done();
  }
}
