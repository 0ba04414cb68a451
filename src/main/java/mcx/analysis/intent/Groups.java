package mcx.analysis.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Separation;
import mcx.analysis.WhatIf;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.PremisesKind;

/**
 * The sites of a design in as few groups as an architect would speak of: those of one cloud, those
 * behind one VRF where these are many, and each of the customer's other places by itself.
 */
final class Groups {

  /** With more places of one kind behind a VRF than this, they are spoken of as one. */
  private static final int MOST_ALONE = 3;

  private Groups() {}

  /**
   * Sites that are spoken of as one.
   *
   * @param id the element that stands for them
   * @param sites the sites
   * @param rank how likely an architect speaks of them: the less the sooner
   */
  record Group(Id id, SortedSet<Id> sites, int rank) {}

  static List<Group> of(WhatIf network) {
    Design design = network.design();
    SortedMap<Id, SortedSet<Id>> clouds = new TreeMap<>();
    SortedSet<Id> premises = new TreeSet<>();
    for (Id site : network.sites()) {
      Cloud cloud = design.within(site, Cloud.class);
      if (cloud != null) {
        clouds.computeIfAbsent(cloud.id(), k -> new TreeSet<>()).add(site);
      } else {
        premises.add(site);
      }
    }
    List<Group> groups = new ArrayList<>();
    clouds.forEach((cloud, sites) -> groups.add(new Group(cloud, sites, 0)));
    SortedSet<Id> left = new TreeSet<>(premises);
    for (Separation.VrfView view : network.base().vrfs()) {
      SortedSet<Id> places = new TreeSet<>(view.behind());
      places.retainAll(left);
      if (places.size() > MOST_ALONE) {
        groups.add(new Group(view.vrf(), new TreeSet<>(view.behind()), 1));
        left.removeAll(places);
      }
    }
    for (Id site : left) {
      Premises place = design.element(site, Premises.class);
      boolean branch = place != null && place.kind() == PremisesKind.BRANCH;
      groups.add(new Group(site, new TreeSet<>(List.of(site)), branch ? 3 : 2));
    }
    return groups;
  }
}
