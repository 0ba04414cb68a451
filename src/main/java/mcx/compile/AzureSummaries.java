package mcx.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcx.design.Gateway;
import mcx.design.Setting;
import mcx.inet.Prefix;
import mcx.network.Policy.Learned;
import mcx.network.Policy.Match;
import mcx.network.Policy.Statement;
import mcx.network.Propagation;
import mcx.network.Vrf;
import mcx.network.VrfId;

/**
 * What an Azure gateway tells in the place of the single prefixes of its virtual networks, where
 * {@code summarizedGatewayPrefixes} is set of it (ER-GW). The summaries go to the outside only; its
 * own networks know each other's prefixes anyway.
 */
final class AzureSummaries {

  private AzureSummaries() {}

  /** The summaries of a gateway that hold a prefix of its networks, and so are told. */
  static List<Prefix> of(Context c, Gateway gateway) {
    List<Prefix> networks = Served.networks(c, gateway);
    return gateway.settings().prefixes(Setting.SUMMARIZED_GATEWAY_PREFIXES).stream()
        .filter(s -> networks.stream().anyMatch(s::contains))
        .toList();
  }

  /**
   * Summarises what the gateway tells.
   *
   * @param outside the sides that it tells summaries to
   */
  static void compile(Context c, GatewayEnd end, List<Side> outside) {
    Gateway gateway = end.gateway();
    List<Prefix> summaries = of(c, gateway);
    for (Prefix set : gateway.settings().prefixes(Setting.SUMMARIZED_GATEWAY_PREFIXES)) {
      if (!summaries.contains(set)) {
        c.notes.warning(
            "",
            "ER-GW",
            "The summary "
                + set
                + " of "
                + c.label(gateway.id())
                + " holds no prefix of its virtual networks, so it is not told. Correct or remove"
                + " it.",
            gateway.id());
      }
    }
    VrfId at = end.table();
    TableDraft table = c.net.table(at);
    if (summaries.isEmpty() || table == null) {
      return;
    }
    List<Prefix> networks = Served.networks(c, gateway);
    table.aggregate(
        summaries.stream()
            .filter(s -> !networks.contains(s))
            .map(s -> new Vrf.Aggregate(s, false))
            .toList());
    Set<String> told = new LinkedHashSet<>();
    outside.forEach(side -> told.addAll(c.net.exits(at, side)));
    List<Statement> single = List.of(single(c, at, summaries));
    told.forEach(session -> c.net.exportFirst(session, at, single));
    List<Statement> summary =
        List.of(
            Statement.deny(
                "A gateway tells summaries to the outside only, in the place of single prefixes"
                    + " (ER-GW)",
                Learned.AGGREGATE));
    for (Side side : Side.values()) {
      if (!outside.contains(side)) {
        c.net.exits(at, side).forEach(session -> c.net.exportFirst(session, at, summary));
      }
    }
    for (Propagation p : List.copyOf(c.net.propagations())) {
      if (p.from().equals(at)) {
        c.net.sendFirst(p.id(), summary);
      }
    }
  }

  /** Withholds what a summary holds of the gateway's own networks. */
  private static Statement single(Context c, VrfId at, List<Prefix> summaries) {
    List<Match> inside = new ArrayList<>();
    for (Prefix s : summaries) {
      if (s.length() < s.family().bits()) {
        inside.add(new Match(s, s.length() + 1, s.family().bits()));
      }
    }
    return Policies.denyFrom(
        "The gateway tells a summary in its place (summarizedGatewayPrefixes, ER-GW)",
        c.net.entries(at, Side.NETWORK),
        inside);
  }
}
