package mcx.routing;

import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.network.Policy.Statement;
import mcx.network.PrefixLimit;
import mcx.network.Vrf;
import org.jspecify.annotations.Nullable;

/** Says in words why a route was not accepted. */
final class Reasons {

  private Reasons() {}

  static String of(Edge edge, Prefix prefix, Draft draft) {
    String from = edge.from.label();
    String to = edge.to.label();
    Statement by = draft.statement;
    return switch (draft.why) {
      case NOTHING -> "";
      case EXPORT_POLICY -> policy(by, from, "does not let it out");
      case IMPORT_POLICY -> policy(by, to, "does not let it in");
      case SUMMARISED ->
          from + " sends the summary " + summary(edge.from.vrf, prefix) + " instead.";
      case NO_EXPORT -> "It carries the community no-export (RFC 1997).";
      case NO_ADVERTISE -> "It carries the community no-advertise (RFC 1997).";
      case NO_PEER -> "It carries the community no-peer, and " + to + " is a peer (RFC 3765).";
      case NEIGHBOR_AS ->
          from + " holds it back, because AS " + receiverAsn(edge) + " is in its path already.";
      case INNER_TO_INNER ->
          from + " learned it inside its AS, and does not tell others inside (RFC 4271 §9.2.1).";
      case OWN_AS -> to + " finds its own AS " + ownAsn(edge, draft) + " in the path.";
      case OWN_ORIGINATOR -> to + " finds itself to be the originator (RFC 4456 §8).";
      case OWN_CLUSTER -> to + " finds its own cluster in the list (RFC 4456 §8).";
      case LIMIT -> to + " keeps " + limit(edge, prefix) + " and drops this one.";
    };
  }

  private static String policy(@Nullable Statement by, String whose, String does) {
    String reason = by == null ? null : by.reason();
    if (reason == null) {
      return "The policy of " + whose + " " + does + ".";
    }
    return reason.endsWith(".") ? reason : reason + ".";
  }

  private static String summary(Vrf vrf, Prefix prefix) {
    for (Vrf.Aggregate a : vrf.aggregates()) {
      if (a.summaryOnly() && a.prefix().contains(prefix)) {
        return a.prefix().toString();
      }
    }
    return "";
  }

  private static String receiverAsn(Edge edge) {
    return edge instanceof SessionEdge s ? s.receiver.asn().toString() : "";
  }

  private static String ownAsn(Edge edge, Draft draft) {
    if (!(edge instanceof SessionEdge s)) {
      return "";
    }
    return draft.received.count(s.receiver.asn().value()) > s.receiver.allowAsIn()
            || s.to.vrf.asn() == null
        ? s.receiver.asn().toString()
        : s.to.vrf.asn().toString();
  }

  private static String limit(Edge edge, Prefix prefix) {
    PrefixLimit limit = edge instanceof SessionEdge s ? s.limit(prefix.family()) : null;
    return limit == null
        ? "no more"
        : limit.max() + (prefix.family() == Family.V4 ? " IPv4" : " IPv6") + " prefixes";
  }
}
