package mcx.analysis.rule.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.fix.FreeBlocks;
import mcx.change.fix.NetworkAddresses;
import mcx.design.Id;
import mcx.design.VirtualNetwork;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import org.jspecify.annotations.Nullable;

/**
 * ADR-01: sites with overlapping addresses. An error for two that an intent joins; information for
 * the rest, unless the intents keep them apart.
 */
final class Adr01 extends Rule {

  /** How many sites of one heap are looked at in pairs. */
  private static final int MOST = 40;

  private static final int SHOWN = 4;

  Adr01() {
    super("ADR-01");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Overlaps.Heap heap : Overlaps.of(situation.design())) {
      List<Id> sites = heap.sites().stream().limit(MOST).toList();
      Set<Id> open = new TreeSet<>();
      for (int i = 0; i < sites.size(); i++) {
        for (int j = i + 1; j < sites.size(); j++) {
          Id a = sites.get(i);
          Id b = sites.get(j);
          PrefixRange shared = heap.shared(a, b);
          if (shared == null || situation.isolates(a, b)) {
            continue;
          }
          if (situation.expects(a, b)) {
            found.add(pair(situation, a, b, shared));
          } else {
            open.add(a);
            open.add(b);
          }
        }
      }
      if (!open.isEmpty()) {
        found.add(heap(situation, List.copyOf(open), heap));
      }
    }
    return found;
  }

  private Finding pair(Situation situation, Id a, Id b, PrefixRange shared) {
    FindingDraft draft =
        finding(a, b)
            .title(situation.name(a) + " and " + situation.name(b) + " both use " + shared)
            .text(
                "The two shall reach each other, but inside each the own network always wins, so"
                    + " packets for the other never leave. Between them routes are ambiguous.");
    remedies(draft);
    offer(draft, situation, a, b);
    return draft.done();
  }

  private Finding heap(Situation situation, List<Id> sites, Overlaps.Heap heap) {
    List<String> names = sites.stream().limit(SHOWN).map(situation::name).toList();
    FindingDraft draft =
        finding(sites)
            .infoIf(true)
            .title(
                (sites.size() > SHOWN
                        ? String.join(", ", names) + " and " + (sites.size() - SHOWN) + " more"
                        : Phrases.list(names))
                    + " overlap in "
                    + heap.first())
            .text(
                "Inside each the own network always wins, so they cannot reach each other, and"
                    + " whoever learns of both takes one. No intent asks that they do.");
    remedies(draft);
    if (sites.size() == 2) {
      offer(draft, situation, sites.getFirst(), sites.getLast());
    }
    return draft.done();
  }

  private static void remedies(FindingDraft draft) {
    draft
        .remedy("Renumber one of them, while that is still cheap.")
        .remedy("Or translate addresses between them (NAT), in both directions.");
  }

  /** Offers to move a virtual network, which is the easier to renumber; the later one of two. */
  private static void offer(FindingDraft draft, Situation situation, Id a, Id b) {
    for (Id id : List.of(b, a)) {
      VirtualNetwork network = situation.design().element(id, VirtualNetwork.class);
      Prefix old = network == null ? null : Overlaps.only(situation.design(), network);
      Prefix free = old == null ? null : free(situation, old);
      if (old != null && free != null) {
        draft.fix(
            "Move " + situation.name(id) + " from " + old + " to " + free,
            (before, catalog) -> NetworkAddresses.move(before, id, old, free));
        return;
      }
    }
  }

  private static @Nullable Prefix free(Situation situation, Prefix old) {
    return FreeBlocks.forNetwork(situation.design(), situation.catalog(), old.length());
  }
}
