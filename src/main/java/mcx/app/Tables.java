package mcx.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Analysis;
import mcx.analysis.Names;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Vrf;
import mcx.network.VrfId;

/**
 * The routing tables of a design by what people call them: a table as listed, a router, a VRF, the
 * element that it stands for; and a site also by what it is in, such as its cloud.
 */
final class Tables {

  private final Directory<VrfId> directory = new Directory<>();
  private final Failable things;
  private final SortedSet<VrfId> all = new TreeSet<>();

  Tables(Analysis analysis) {
    Design design = analysis.design();
    Network network = analysis.compiled().network();
    things = new Failable(design, network);
    for (Node node : network.nodes().values()) {
      for (Vrf vrf : node.vrfs()) {
        all.add(vrf.id());
        List<String> ids = new ArrayList<>(List.of(vrf.id().toString(), node.id()));
        ids.add(vrf.id().vrf());
        Set<String> names = new LinkedHashSet<>();
        names.add(node.name());
        names.add(vrf.label());
        names.add(Names.of(network, vrf.id()));
        Id element = Id.of(node.element().id());
        VrfId site = analysis.compiled().sites().get(element);
        if (site == null || site.equals(vrf.id())) {
          called(design, element, ids, names);
        }
        if (vrf.element() != null) {
          called(design, Id.of(vrf.element().id()), ids, names);
        }
        if (vrf.id().equals(site)) {
          for (Element around : design.ancestors(element)) {
            called(design, around.id(), ids, names);
          }
        }
        directory.add(vrf.id(), ids, Names.of(network, vrf.id()), names);
      }
    }
  }

  private static void called(Design design, Id id, List<String> ids, Set<String> names) {
    ids.add(id.value());
    names.addAll(Failable.names(design, id));
  }

  SortedSet<VrfId> all() {
    return all;
  }

  /**
   * All tables that are called so, at least one.
   *
   * @throws BadInputException if there is none
   */
  List<VrfId> find(String text) {
    check(text);
    List<VrfId> found = directory.all(text);
    return found.isEmpty() ? List.of(one(text)) : found;
  }

  /**
   * The one table that is called so.
   *
   * @throws BadInputException if there is none, or several
   */
  VrfId one(String text) {
    check(text);
    return directory.one(text, none(text));
  }

  /** Refuses what is there, but has no table; a table that is called nearly so is not meant. */
  private void check(String text) {
    if (!directory.knows(text) && things.knows(text)) {
      throw new BadInputException("“" + text + "” has no routing table.");
    }
  }

  private String none(String text) {
    List<String> some = all.stream().limit(12).map(VrfId::toString).toList();
    int more = all.size() - some.size();
    return "the design has no table “"
        + text
        + "”. It has "
        + String.join(", ", some)
        + (more > 0 ? " and " + more + " more" : "")
        + ".";
  }
}
