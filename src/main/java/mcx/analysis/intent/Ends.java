package mcx.analysis.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Separation;
import mcx.analysis.WhatIf;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Intent;

/** The sites that the ends of intents stand for, as long as nothing has failed. */
final class Ends {

  private final WhatIf network;

  Ends(WhatIf network) {
    this.network = network;
  }

  /** Two sites, in the order of the intent. */
  record Pair(Id a, Id b) {}

  /**
   * The sites that an element stands for: a site for itself, a VRF for those behind it, anything
   * else for those in it; and what stands in a site, for that.
   */
  SortedSet<Id> sites(Id end) {
    SortedSet<Id> found = new TreeSet<>();
    add(end, found);
    network.design().descendants(end).forEach(e -> add(e, found));
    if (found.isEmpty()) {
      for (Element above : network.design().ancestors(end)) {
        if (network.sites().contains(above.id())) {
          return new TreeSet<>(List.of(above.id()));
        }
      }
    }
    return found;
  }

  private void add(Id element, SortedSet<Id> found) {
    if (network.sites().contains(element)) {
      found.add(element);
    }
    for (Separation.VrfView view : network.base().vrfs()) {
      if (view.vrf().equals(element)) {
        found.addAll(view.behind());
      }
    }
  }

  /** Each site of the one end with each of the other; none with itself, none twice. */
  List<Pair> pairs(Intent intent) {
    SortedSet<Id> from = sites(intent.from());
    SortedSet<Id> to = sites(intent.to());
    List<Pair> pairs = new ArrayList<>();
    for (Id a : from) {
      for (Id b : to) {
        boolean seen = from.contains(b) && to.contains(a) && b.compareTo(a) < 0;
        if (!a.equals(b) && !seen) {
          pairs.add(new Pair(a, b));
        }
      }
    }
    return pairs;
  }
}
