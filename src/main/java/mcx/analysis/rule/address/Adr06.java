package mcx.analysis.rule.address;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.SessionFlow;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.fix.KeepBack;
import mcx.compile.Note.Severity;
import mcx.design.Id;
import mcx.design.PeeringType;
import mcx.inet.Prefix;
import mcx.inet.PrivateAddresses;
import mcx.routing.Advertisement;

/** ADR-06: private addresses on Microsoft peering, between its ends or in what is advertised. */
final class Adr06 extends Rule {

  private static final int SHOWN = 3;

  Adr06() {
    super("ADR-06");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (CircuitLine line : CircuitLine.all(situation, "azure.expressroute")) {
      if (line.link().peering() != PeeringType.MICROSOFT) {
        continue;
      }
      Id link = line.link().id();
      Prefix subnet = line.subnet();
      if (subnet == null) {
        found.add(unknown(situation, link));
      } else if (PrivateAddresses.contain(subnet)) {
        found.add(ends(situation, link, subnet));
      }
      for (SessionFlow flow : situation.flows(link)) {
        if (line.circuit().id().equals(situation.elementOf(flow.to()))) {
          SortedSet<Prefix> bad = bad(flow);
          Id speaker = situation.elementOf(flow.from());
          if (!bad.isEmpty() && speaker != null) {
            found.add(advertised(situation, link, speaker, bad));
          }
        }
      }
    }
    return found;
  }

  private static SortedSet<Prefix> bad(SessionFlow flow) {
    SortedSet<Prefix> bad = new TreeSet<>();
    for (Advertisement a : flow.routes()) {
      if (a.outcome().sent() && (a.prefix().isDefault() || PrivateAddresses.contain(a.prefix()))) {
        bad.add(a.prefix());
      }
    }
    return bad;
  }

  private Finding unknown(Situation situation, Id link) {
    return finding(link)
        .undecided()
        .title("Whether " + situation.name(link) + " has public addresses cannot be told")
        .text(
            "Microsoft peering runs between public addresses that are registered to you or your"
                + " provider. The design names no block for this connection.")
        .remedy("Enter the block of public addresses.")
        .done();
  }

  private Finding ends(Situation situation, Id link, Prefix subnet) {
    return finding(link)
        .title(
            situation.name(link)
                + " is Microsoft peering and runs between private addresses, "
                + subnet)
        .text(
            "Microsoft takes only public addresses here that a registry holds for you or your"
                + " provider; it validates them and refuses the peering otherwise.")
        .remedy("Enter a /30 of your registered public addresses, or of your provider's.")
        .done();
  }

  private Finding advertised(Situation situation, Id link, Id speaker, SortedSet<Prefix> prefixes) {
    List<String> shown = prefixes.stream().limit(SHOWN).map(Prefix::toString).toList();
    FindingDraft draft =
        finding(link, speaker)
            .severity(Severity.WARNING)
            .title(
                situation.name(speaker)
                    + " advertises "
                    + Phrases.list(shown)
                    + (prefixes.size() > SHOWN ? " and others" : "")
                    + " on Microsoft peering")
            .text(
                "Microsoft rejects default routes and private prefixes there, and traffic from such"
                    + " addresses gets no answer.")
            .remedy("Advertise registered public prefixes only, and translate to them (NAT).");
    if (KeepBack.canFilter(situation.design(), link, speaker)) {
      List<Prefix> denied = new ArrayList<>(PrivateAddresses.RFC_1918);
      prefixes.stream()
          .filter(p -> denied.stream().noneMatch(d -> d.contains(p)))
          .forEach(denied::add);
      draft.fix(
          "Let " + situation.name(speaker) + " keep private prefixes back there",
          (before, catalog) -> KeepBack.on(before, link, speaker, denied, true));
    }
    return draft.done();
  }
}
