package mcx.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mcx.inet.AsPath;
import mcx.inet.Community;
import mcx.inet.RouteTarget;
import mcx.network.Network;
import mcx.network.Policy.Learned;
import mcx.network.Propagation;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.Route;

/**
 * Says how a route came to a table, from where it began: table by table how it got there, and what
 * was done to it on the way beyond what BGP itself does.
 */
final class Passages {

  /** What a router shows for routes on which nothing set a distance. */
  private static final Set<Integer> USUAL_DISTANCES = Set.of(20, 200);

  private final Network network;
  private final Crossings crossings;

  Passages(Network network, Crossings crossings) {
    this.network = network;
    this.crossings = crossings;
  }

  /** The way of the route, where it began first. */
  List<Elimination.Passage> of(Route route) {
    List<Elimination.Passage> way = new ArrayList<>();
    for (Route r = route; r != null; r = r.from()) {
      way.add(passage(r));
    }
    Collections.reverse(way);
    return way;
  }

  private Elimination.Passage passage(Route r) {
    Route from = r.from();
    if (from == null) {
      return new Elimination.Passage(r, "", null, beginning(r));
    }
    List<String> what = new ArrayList<>(List.of(how(r, from)));
    what.addAll(path(r, from));
    what.addAll(changes(r, from));
    return new Elimination.Passage(r, crossings.name(r.via()), r.via(), String.join(", ", what));
  }

  private String beginning(Route r) {
    return switch (r.learned()) {
      case LOCAL -> isHeld(r) ? "holds it" : "sends it of its own accord";
      case CONNECTED -> "has an interface in it";
      case AGGREGATE -> "makes it as a summary";
      case STATIC -> {
        VrfId next = r.nextHop();
        yield next == null
            ? "has it by hand, to nowhere"
            : "has it by hand, to " + Names.of(network, next);
      }
      case EXTERNAL, INNER, VPN, PROPAGATED -> "has it";
    };
  }

  /** Whether the table holds it; a default route may be sent without being held. */
  private boolean isHeld(Route r) {
    Vrf vrf = network.vrf(r.table());
    return vrf == null || !r.prefix().isDefault() || vrf.originated().contains(r.prefix());
  }

  private String how(Route r, Route from) {
    return switch (r.learned()) {
      case EXTERNAL -> "eBGP";
      case INNER -> r.reflection() == null ? "iBGP" : "iBGP, reflected";
      case VPN -> "by route target" + shared(from.table(), r.table());
      case PROPAGATED -> "handed over";
      case LOCAL, CONNECTED, STATIC, AGGREGATE -> "its own";
    };
  }

  private String shared(VrfId from, VrfId to) {
    Vrf sender = network.vrf(from);
    Vrf receiver = network.vrf(to);
    if (sender == null || receiver == null) {
      return "";
    }
    Set<RouteTarget> both = new HashSet<>(sender.exports());
    both.retainAll(receiver.imports());
    return both.stream()
        .map(RouteTarget::toString)
        .sorted()
        .map(t -> " " + t)
        .findFirst()
        .orElse("");
  }

  /** What was done to the AS path, where that is not simply the sender's number before it. */
  private List<String> path(Route r, Route from) {
    AsPath now = r.asPath();
    AsPath before = from.asPath();
    Session session = crossings.session(r.via());
    AsPath usual =
        r.learned() == Learned.EXTERNAL && session != null
            ? before.prepend(session.at(from.table()).asn())
            : before;
    if (now.equals(usual)) {
      return List.of();
    }
    int added = now.length() - before.length();
    boolean kept =
        added > 0
            && LongStream.range(0, before.length())
                .allMatch(i -> before.get((int) i).equals(now.get((int) i + added)));
    if (!kept) {
      return List.of("AS path " + words(usual) + " becomes " + words(now));
    }
    String numbers =
        now.stream().limit(added).mapToObj(Long::toString).collect(Collectors.joining(" "));
    return List.of("prepends " + numbers);
  }

  private static String words(AsPath path) {
    return path.isEmpty() ? "empty" : path.toString();
  }

  private List<String> changes(Route r, Route from) {
    List<String> all = new ArrayList<>();
    boolean outer = r.learned() == Learned.EXTERNAL;
    long preference = outer ? Route.DEFAULT_LOCAL_PREFERENCE : from.localPreference();
    if (r.localPreference() != preference) {
      all.add("sets local preference " + r.localPreference());
    }
    if (r.med() != (outer ? 0 : from.med())) {
      all.add("sets MED " + r.med());
    }
    if (r.weight() != 0) {
      all.add("sets weight " + r.weight());
    }
    if (isUnusual(r)) {
      all.add("sets distance " + r.distance());
    }
    Set<Community> added = new TreeSet<>(r.communities());
    added.removeAll(from.communities());
    if (!added.isEmpty()) {
      all.add("adds " + communities(added));
    }
    Set<Community> removed = new TreeSet<>(from.communities());
    removed.removeAll(r.communities());
    if (!removed.isEmpty()) {
      all.add("takes off " + communities(removed));
    }
    return all;
  }

  private boolean isUnusual(Route r) {
    Propagation propagation = crossings.propagation(r.via());
    return propagation == null
        ? !USUAL_DISTANCES.contains(r.distance())
        : r.distance() != propagation.distance();
  }

  private static String communities(Set<Community> all) {
    return (all.size() == 1 ? "community " : "communities ")
        + all.stream().map(Community::toString).collect(Collectors.joining(", "));
  }
}
