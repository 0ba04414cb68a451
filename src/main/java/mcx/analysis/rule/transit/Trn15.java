package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.NoteText;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.compile.Note;
import mcx.design.Circuit;
import mcx.design.CloudInterconnect;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/**
 * TRN-15: a site behind the one cloud does not reach the other cloud through the interconnect of
 * Azure and Oracle; and Global Reach into it, of which the two vendors say different things.
 */
final class Trn15 extends PairRule {

  Trn15() {
    super("TRN-15");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Note note : situation.analysis().compiled().notes()) {
      if (note.rule().equals(id())) {
        found.add(ofGlobalReach(note));
      }
    }
    for (CloudInterconnect link : situation.links(CloudInterconnect.class)) {
      Circuit azure = end(situation, link, "azure");
      Circuit oracle = end(situation, link, "oracle");
      if (azure != null && oracle != null) {
        for (Circuit near : List.of(azure, oracle)) {
          ofSites(situation, link, near, near.equals(azure) ? oracle : azure, found);
        }
      }
    }
    return found;
  }

  private static @Nullable Circuit end(Situation situation, CloudInterconnect link, String vendor) {
    for (Id id : List.of(link.a(), link.b())) {
      if (situation.vendor(id).equals(vendor)) {
        return situation.design().element(id, Circuit.class);
      }
    }
    return null;
  }

  private Finding ofGlobalReach(Note note) {
    NoteText text = NoteText.of(note);
    return finding(note.subjects().getFirst())
        .showing(note.subjects())
        .severity(note.severity())
        .title(text.title())
        .text(text.rest())
        .source("OCI-AZ, AZ-OCI")
        .remedy("Give the site a circuit of its own to the other cloud.")
        .done();
  }

  /** The sites behind other circuits at the gateways of the near side, towards the far side. */
  private void ofSites(
      Situation situation, CloudInterconnect link, Circuit near, Circuit far, List<Finding> found) {
    SortedSet<Id> networks = new TreeSet<>();
    situation.sites().gateways(far).forEach(g -> networks.addAll(situation.sites().served(g)));
    SortedMap<Id, SitePairs> missing = new TreeMap<>();
    for (Circuit other : situation.circuits(near.product())) {
      SortedSet<Id> shared = new TreeSet<>(situation.sites().gateways(other));
      shared.retainAll(situation.sites().gateways(near));
      if (!other.equals(near) && !shared.isEmpty()) {
        for (Id site : situation.sites().premisesBehind(other)) {
          SitePairs pairs = missing(situation, List.of(site), networks);
          if (!pairs.isEmpty()) {
            missing.put(site, pairs);
          }
        }
      }
    }
    missing.forEach(
        (site, pairs) ->
            found.add(
                about(pairs, link.id(), site)
                    .title(pairs.names() + " do not reach each other through the interconnect")
                    .text(
                        "The interconnect joins the two clouds' networks. Oracle does not carry"
                            + " traffic of a site behind the one cloud into the other; what"
                            + " Microsoft says of Global Reach into it contradicts that.")
                    .remedy(
                        "Give "
                            + situation.name(site)
                            + " a circuit or VPN of its own to the other cloud.")
                    .done()));
  }
}
