package mcx.analysis;

import java.util.ArrayList;
import java.util.List;
import mcx.compile.Note.Severity;
import mcx.design.Id;
import mcx.network.Network;
import mcx.network.Session;
import mcx.routing.Tripped;

/** A neighbour was told more prefixes than it takes. */
final class LimitExceeded implements Rule {

  @Override
  public List<Finding> check(Analysis analysis) {
    Network network = analysis.compiled().network();
    List<Finding> found = new ArrayList<>();
    for (Tripped tripped : analysis.solution().tripped()) {
      Session session = network.session(tripped.session());
      if (session == null) {
        continue;
      }
      String receiver = Names.of(network, tripped.at());
      String sender = Names.of(network, session.other(tripped.at()));
      found.add(
          new Finding(
              "",
              Severity.ERROR,
              sender
                  + " sends "
                  + receiver
                  + " "
                  + tripped.count()
                  + " "
                  + tripped.family().label()
                  + " prefixes; it takes "
                  + tripped.limit().max(),
              consequence(tripped),
              List.of(
                  "Summarise what " + sender + " sends, or filter it.",
                  "Raise the limit where the vendor allows it."),
              List.of(Id.of(session.origin().id())),
              tripped.limit().source()));
    }
    return found;
  }

  private static String consequence(Tripped tripped) {
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
