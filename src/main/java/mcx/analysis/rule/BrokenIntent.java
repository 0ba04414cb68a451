package mcx.analysis.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mcx.analysis.Finding;
import mcx.analysis.Names;
import mcx.analysis.SitePath;
import mcx.analysis.intent.Counterexample;
import mcx.analysis.intent.IntentResult;
import mcx.analysis.intent.IntentText;
import mcx.analysis.intent.LeakFix;
import mcx.analysis.intent.Leaks;
import mcx.compile.Note.Severity;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.Intent.IntentKind;
import mcx.design.Premises;
import mcx.design.VirtualNetwork;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/** An intent does not hold. */
final class BrokenIntent extends Rule {

  BrokenIntent() {
    super(new RuleTable.Row("INTENT", Severity.ERROR, "the design's intents"));
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (IntentResult result : situation.analysis().intents()) {
      Counterexample shown = result.counterexample();
      if (shown != null) {
        found.add(found(situation, result, shown));
      }
    }
    return found;
  }

  private Finding found(Situation situation, IntentResult result, Counterexample shown) {
    Intent intent = result.intent();
    String sentence = IntentText.print(situation.design(), intent);
    List<Id> evidence = new ArrayList<>(shown.failed());
    if (shown.at() != null) {
      evidence.addFirst(shown.at());
    }
    drawn(shown.there(), evidence);
    drawn(shown.back(), evidence);
    FindingDraft draft =
        finding(List.copyOf(intent.things()))
            .toldApartBy(Id.of("intent").part(intent.id().value()))
            .showing(evidence)
            .title(
                "Broken intent: "
                    + (intent.name().isBlank() ? sentence : intent.name() + " (" + sentence + ")"))
            .text(result.text());
    if (intent.kind() == IntentKind.ISOLATE) {
      stop(situation, result, shown, draft);
    } else if (!shown.failed().isEmpty() && isPlainReach(intent)) {
      backUp(situation, intent, draft);
    }
    return draft.remedy("Mend the design where the path goes wrong, or change the intent.").done();
  }

  /** Says at which session a leak could be stopped, and offers the filter. */
  private static void stop(
      Situation situation, IntentResult result, Counterexample shown, FindingDraft draft) {
    Intent intent = result.intent();
    Leaks.Stop stop = Leaks.stop(situation.analysis(), intent, shown);
    if (stop == null) {
      return;
    }
    String sender = Names.of(situation.network(), stop.sender());
    String receiver = Names.of(situation.network(), stop.receiver());
    String session = situation.name(stop.place().part());
    String what = stop.prefixes().stream().map(Prefix::toString).collect(Collectors.joining(", "));
    String where =
        stop.outbound()
            ? "what " + sender + " tells " + receiver
            : "what " + receiver + " takes from " + sender;
    draft
        .showing(List.of(stop.place().part()))
        .text(
            result.text()
                + " The routes come over "
                + session
                + ", where "
                + sender
                + " tells "
                + receiver
                + " of "
                + what
                + ": a filter there stops them.")
        .remedy("Filter " + what + " out of " + where + ".")
        .fix(
            "Keep " + apart(situation, intent) + " apart by filters, first on " + where,
            (design, catalog) -> LeakFix.apply(design, catalog, intent));
  }

  /** Whether it asks no more than to reach, so that any way will do. */
  private static boolean isPlainReach(Intent intent) {
    return intent.kind() == IntentKind.REACH
        && intent.survives() == 1
        && !intent.privateOnly()
        && intent.latencyMillis() == null
        && intent.bandwidthMbps() == null
        && intent.through().isEmpty()
        && intent.avoiding().isEmpty();
  }

  /** Offers a VPN where a site of the customer's and a virtual network have one way only. */
  private static void backUp(Situation situation, Intent intent, FindingDraft draft) {
    boolean forth = situation.design().element(intent.from(), Premises.class) != null;
    Id premises = forth ? intent.from() : intent.to();
    Id network = forth ? intent.to() : intent.from();
    SitePath there = situation.path(premises, network);
    SitePath back = situation.path(network, premises);
    if (situation.design().element(premises, Premises.class) == null
        || situation.design().element(network, VirtualNetwork.class) == null
        || there == null
        || back == null
        || !there.reaches()
        || !back.reaches()) {
      return;
    }
    Set<Id> shared = new HashSet<>(there.allDrawn());
    shared.addAll(back.allDrawn());
    new BackupOffer(situation, new Circuitry(situation)).between(premises, network, shared, draft);
  }

  private static String apart(Situation situation, Intent intent) {
    return situation.name(intent.from()) + " and " + situation.name(intent.to());
  }

  private static void drawn(@Nullable SitePath path, List<Id> evidence) {
    if (path != null && path.reaches()) {
      evidence.addAll(path.allDrawn());
    }
  }
}
