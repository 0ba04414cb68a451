package mcx.export.lab;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mcx.network.Network;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.SharedLimit;
import mcx.routing.SessionState;
import mcx.routing.Solution;
import mcx.routing.Tripped;
import org.jspecify.annotations.Nullable;

/**
 * What is down in a solution for reasons that no daemon knows of, and is therefore not in the lab:
 * a limit over several sessions or a whole connection was exceeded, or the ends of a tunnel do not
 * reach each other. A session that exceeds a limit of its own is in the lab, where its daemon ends
 * it.
 *
 * @param segments the ids of the segments
 * @param sessions the ids of the sessions
 * @param reasons a line for each of them, with why
 */
record LeftOut(Set<String> segments, Set<String> sessions, List<String> reasons) {

  static final LeftOut NOTHING = new LeftOut(Set.of(), Set.of(), List.of());

  LeftOut {
    segments = Set.copyOf(segments);
    sessions = Set.copyOf(sessions);
    reasons = List.copyOf(reasons);
  }

  /**
   * What to leave out.
   *
   * @param up what would be up as far as wires and inner routing decide
   * @param solution null for what daemons do by themselves
   */
  static LeftOut of(Network network, LabState up, @Nullable Solution solution) {
    if (solution == null) {
      return NOTHING;
    }
    Set<String> own =
        solution.tripped().stream()
            .filter(t -> t.shared() == null)
            .map(Tripped::session)
            .collect(Collectors.toSet());
    Set<String> segments = new TreeSet<>();
    Set<String> sessions = new TreeSet<>();
    List<String> reasons = new ArrayList<>();
    Set<String> explained = new HashSet<>();
    for (Session s : network.sessions()) {
      SessionState state = solution.session(s.id());
      if (up.sessions().contains(s.id()) && !state.up() && !own.contains(s.id())) {
        sessions.add(s.id());
        reasons.add("Session “" + s.id() + "”: " + state.reason());
        if (s.segment() != null) {
          explained.add(s.segment());
        }
      }
    }
    for (Segment s : network.segments()) {
      boolean carries =
          network.sessions().stream()
              .anyMatch(x -> s.id().equals(x.segment()) && own.contains(x.id()));
      if (up.segments().contains(s.id()) && !solution.isSegmentUp(s.id()) && !carries) {
        segments.add(s.id());
        if (!explained.contains(s.id())) {
          reasons.add("Link “" + s.id() + "”: it is down in the network for want of a way to it.");
        }
      }
    }
    return new LeftOut(segments, sessions, reasons);
  }

  /** What a lab of the network does not do by itself when something fails in it, in words. */
  static List<String> notes(Network network) {
    List<String> notes = new ArrayList<>();
    if (!network.limits().isEmpty()) {
      notes.add(
          "No daemon has a limit that counts over several sessions or a table. The lab is as such"
              + " limits leave the network when it is written; what fails in it later does not make"
              + " them act, so export again with --fail: "
              + network.limits().stream()
                  .map(SharedLimit::label)
                  .distinct()
                  .collect(Collectors.joining("; "))
              + ".");
    }
    List<String> balancing =
        network.nodes().values().stream()
            .flatMap(n -> n.vrfs().stream())
            .filter(v -> v.sharing().byLink() || !v.sharing().devices().isEmpty())
            .map(v -> v.id().toString())
            .toList();
    if (!balancing.isEmpty()) {
      notes.add(
          "Daemons count equally good routes one by one, whatever link or device they come by: "
              + String.join("; ", balancing)
              + " may use more of them, or fewer, than their vendor would.");
    }
    List<String> tunnels =
        network.segments().stream().filter(s -> s.underlay() != null).map(Segment::id).toList();
    if (!tunnels.isEmpty()) {
      notes.add(
          "A tunnel is a wire in the lab. One whose ends do not reach each other is left out when"
              + " the lab is written; what fails in it later takes no tunnel down that needed it as"
              + " its way, so export again with --fail: "
              + String.join("; ", tunnels)
              + ".");
    }
    return notes;
  }
}
