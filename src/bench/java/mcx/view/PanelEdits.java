package mcx.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mcx.bench.Drawn;
import mcx.catalog.Catalog;
import mcx.change.Joints;
import mcx.design.AccessLink;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.RoutePolicy;
import mcx.diagram.Document;
import mcx.editor.Edit;
import mcx.editor.EditingSession;
import mcx.editor.Edits;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;

/** Edits of the design with 50 sites, as people make them; no two of a kind are alike. */
final class PanelEdits {

  /** What is edited. */
  enum Kind {
    /** A site gets another name. */
    RENAME,
    /** A router prefers what it learns from its provider more, or less. */
    LOCAL_PREFERENCE,
    /** A site has a prefix more. */
    PREFIX,
    /** A second link from a router to a provider edge. */
    ADD_LINK,
    /** That link is deleted again. */
    REMOVE_LINK,
    /** A site is moved: for the panel, nothing. */
    MOVE
  }

  private int turn;
  private Id added = Id.of("none");

  /** Makes one edit, as the editor does; on the JavaFX thread. */
  void make(Kind kind, EditingSession session) {
    turn++;
    int site = 5 + turn % 30;
    Document now = session.document();
    switch (kind) {
      case RENAME -> session.apply(Edits.rename(now, Id.of("site-" + site), "Renamed " + turn));
      case LOCAL_PREFERENCE -> session.apply(changed("Local preference", preferred(now, site)));
      case PREFIX -> session.apply(changed("Prefix", longer(now, site)));
      case ADD_LINK -> {
        Id router = Id.of("ce-" + site + "-1");
        Id edge = Id.of("pe-" + (1 + (site + 5) % 12));
        Catalog catalog = session.catalog();
        Joints.Offer offer =
            Joints.between(now.design(), catalog, router, edge).offers().getFirst();
        session.apply(Edits.join(catalog, router, edge, offer));
        added =
            session.document().design().links().keySet().stream()
                .filter(l -> now.design().link(l) == null)
                .findFirst()
                .orElseThrow();
      }
      case REMOVE_LINK -> session.apply(Edits.delete(now, List.of(added)));
      case MOVE -> session.apply(Edits.move(now, List.of(Id.of("site-" + site)), 16, 8));
    }
  }

  private static Edit changed(String label, Design design) {
    return new Edit(label, document -> document.withDesign(design));
  }

  private Design preferred(Document now, int site) {
    Id id = Id.of("ce-" + site + "-1-access");
    AccessLink link = (AccessLink) Objects.requireNonNull(now.design().link(id));
    AccessLink.Vlan vlan = link.vlans().getFirst();
    BgpEnd end = BgpEnd.DEFAULT.with("importPolicy", RoutePolicy.localPreference(250L + turn % 50));
    AccessLink.Vlan changed =
        new AccessLink.Vlan(
            vlan.tag(),
            vlan.vrf(),
            vlan.subnet(),
            vlan.routing(),
            new BgpSettings(end, vlan.session().b()));
    return Drawn.set(now.design(), id.value(), "vlans", List.of(changed));
  }

  private Design longer(Document now, int site) {
    Id id = Id.of("site-" + site);
    Premises premises = Objects.requireNonNull(now.design().element(id, Premises.class));
    List<PrefixRange> networks = new ArrayList<>(premises.networks());
    networks.add(PrefixRange.of(Prefix.of("10.99." + turn % 256 + ".0/24")));
    return Drawn.set(now.design(), id.value(), "networks", networks);
  }
}
