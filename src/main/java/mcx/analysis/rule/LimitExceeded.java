package mcx.analysis.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mcx.analysis.Analysis;
import mcx.analysis.Finding;
import mcx.analysis.Names;
import mcx.compile.Note.Severity;
import mcx.design.Id;
import mcx.network.Network;
import mcx.network.Origin;
import mcx.network.Session;
import mcx.network.SharedLimit;
import mcx.routing.Tripped;

/** A neighbour was told more prefixes than it takes. */
final class LimitExceeded extends Rule {

  LimitExceeded() {
    super("");
  }

  @Override
  public List<Finding> check(Situation situation) {
    Analysis analysis = situation.analysis();
    Network network = analysis.compiled().network();
    List<Finding> found = new ArrayList<>();
    for (Tripped tripped : analysis.solution().tripped()) {
      found.add(tripped.shared() == null ? single(network, tripped) : shared(tripped));
    }
    return found;
  }

  private static Finding single(Network network, Tripped tripped) {
    Session session = network.session(tripped.session());
    if (session == null) {
      throw new IllegalStateException("no session " + tripped.session());
    }
    String receiver = Names.of(network, tripped.at());
    String sender = Names.of(network, session.other(tripped.at()));
    return finding(
        tripped,
        sender
            + " sends "
            + receiver
            + " "
            + tripped.count()
            + " "
            + tripped.what()
            + "; it takes "
            + tripped.limit().max(),
        "Summarise what " + sender + " sends, or filter it.",
        session.origin());
  }

  private static Finding shared(Tripped tripped) {
    SharedLimit limit = Objects.requireNonNull(tripped.shared());
    return finding(
        tripped,
        limit.label()
            + " has "
            + tripped.count()
            + " "
            + tripped.what()
            + "; the limit is "
            + limit.max(),
        "Summarise or filter what it counts.",
        limit.origin());
  }

  private static Finding finding(Tripped tripped, String title, String remedy, Origin origin) {
    return new Finding(
        "",
        Severity.ERROR,
        title,
        consequence(tripped),
        List.of(remedy, "Raise the limit where the vendor allows it."),
        List.of(Id.of(origin.id())),
        tripped.limit().source());
  }

  private static String consequence(Tripped tripped) {
    if (tripped.aftermath() == Tripped.Aftermath.CYCLE) {
      return "What falls with it comes back, since fewer prefixes come without it, and falls again:"
          + " an outage that repeats itself.";
    }
    return switch (tripped.limit().beyond()) {
      case SESSION_DOWN_AUTO ->
          "The session is dropped, with all routes in both directions, until the count is below the"
              + " limit again.";
      case SESSION_IDLE ->
          "The session is closed, with all routes in both directions, and stays closed until someone"
              + " mends it.";
      case CONNECTION_DOWN ->
          "The whole connection behind the session goes down until the count is below the limit.";
      case DROP_EXCESS_ORDERED ->
          "The session stays up, and the prefixes beyond the limit are dropped without a word: the"
              + " longest first.";
      case DROP_EXCESS ->
          "The session stays up, and the prefixes beyond the limit are dropped without a word.";
      case REJECT_CONFIG -> "The vendor refuses the configuration.";
      case UNKNOWN -> "The vendor does not say what happens then.";
    };
  }
}
