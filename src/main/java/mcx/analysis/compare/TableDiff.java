package mcx.analysis.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mcx.analysis.Analysis;
import mcx.analysis.Names;
import mcx.analysis.compare.TableChange.RouteChange;
import mcx.inet.Prefix;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.RibEntry;
import mcx.routing.Route;

/** Finds the tables whose routes in use changed. */
final class TableDiff {

  private TableDiff() {}

  static List<TableChange> changes(Analysis before, Analysis after) {
    SortedSet<VrfId> old = tables(before);
    SortedSet<VrfId> fresh = tables(after);
    SortedSet<VrfId> all = new TreeSet<>(old);
    all.addAll(fresh);
    List<TableChange> changes = new ArrayList<>();
    for (VrfId table : all) {
      Presence presence =
          !old.contains(table)
              ? Presence.ADDED
              : !fresh.contains(table) ? Presence.REMOVED : Presence.CHANGED;
      TableChange change = change(before, after, table, presence);
      if (presence != Presence.CHANGED
          || !change.gained().isEmpty()
          || !change.lost().isEmpty()
          || !change.changed().isEmpty()) {
        changes.add(change);
      }
    }
    return changes;
  }

  private static SortedSet<VrfId> tables(Analysis analysis) {
    SortedSet<VrfId> all = new TreeSet<>();
    for (Node node : analysis.compiled().network().nodes().values()) {
      for (Vrf vrf : node.vrfs()) {
        all.add(vrf.id());
      }
    }
    return all;
  }

  private static TableChange change(
      Analysis before, Analysis after, VrfId table, Presence presence) {
    SortedMap<Prefix, RibEntry> old =
        presence == Presence.ADDED
            ? Collections.unmodifiableSortedMap(new TreeMap<>())
            : before.solution().rib(table);
    SortedMap<Prefix, RibEntry> fresh =
        presence == Presence.REMOVED
            ? Collections.unmodifiableSortedMap(new TreeMap<>())
            : after.solution().rib(table);
    List<Prefix> gained = new ArrayList<>();
    List<Prefix> lost = new ArrayList<>();
    List<RouteChange> changed = new ArrayList<>();
    SortedSet<Prefix> all = new TreeSet<>(old.keySet());
    all.addAll(fresh.keySet());
    for (Prefix prefix : all) {
      RibEntry a = old.get(prefix);
      RibEntry b = fresh.get(prefix);
      if (b == null) {
        lost.add(prefix);
      } else if (a == null) {
        gained.add(prefix);
      } else {
        String was = words(before, a);
        String is = words(after, b);
        if (!was.equals(is)) {
          changed.add(new RouteChange(prefix, was, is));
        }
      }
    }
    Network named = (presence == Presence.REMOVED ? before : after).compiled().network();
    return new TableChange(table, Names.of(named, table), presence, gained, lost, changed);
  }

  /** The routes in use, in words. */
  private static String words(Analysis analysis, RibEntry entry) {
    Network network = analysis.compiled().network();
    Map<String, Integer> ways = new LinkedHashMap<>();
    entry.best().forEach(r -> ways.merge(words(network, r), 1, Integer::sum));
    return ways.entrySet().stream()
        .map(w -> w.getKey() + (w.getValue() > 1 ? " (" + w.getValue() + " ways)" : ""))
        .collect(Collectors.joining(" and "));
  }

  private static String words(Network network, Route r) {
    VrfId next = r.nextHop();
    String to =
        next != null
            ? "to " + Names.of(network, next)
            : r.discard() ? "discarded" : r.isUsable() ? "here" : "next hop unreachable";
    return r.asPath().isEmpty() ? to : to + ", AS path " + r.asPath();
  }
}
