package mcx.change.fix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import mcx.change.Change;
import mcx.design.BgpEnd;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.RoutePolicy;
import mcx.design.Router;
import mcx.inet.Prefix;

/** Keeps prefixes back from a neighbour that does not take them. */
public final class KeepBack {

  private KeepBack() {}

  /** Whether the speaker is a router whose settings are drawn at an end of this link. */
  public static boolean canFilter(Design design, Id link, Id speaker) {
    return design.element(speaker) instanceof Router
        && Hop.of(design, link).stream()
            .anyMatch(h -> h.a().equals(speaker) || h.b().equals(speaker));
  }

  /**
   * Puts a term before what a router advertises on a link, which denies these prefixes; a default
   * route that it sends of itself it sends no more.
   *
   * @param within whether what lies inside them is denied too; never for a default route
   */
  public static Change on(
      Design design, Id link, Id speaker, Collection<Prefix> prefixes, boolean within) {
    List<RoutePolicy.PrefixMatch> matches =
        prefixes.stream()
            .map(
                p ->
                    new RoutePolicy.PrefixMatch(
                        p, null, within && !p.isDefault() ? p.family().bits() : null))
            .toList();
    RoutePolicy.Term term =
        new RoutePolicy.Term(
            "keep back", matches, List.of(), null, null, false, RoutePolicy.Change.NONE);
    boolean noDefault = prefixes.stream().anyMatch(Prefix::isDefault);
    Design changed = design;
    for (Hop hop : Hop.of(design, link)) {
      changed =
          hop.at(speaker, e -> first(noDefault ? e.with("defaultOriginate", false) : e, term))
              .in(changed);
    }
    return new Change(changed, List.of(), link);
  }

  private static BgpEnd first(BgpEnd end, RoutePolicy.Term term) {
    List<RoutePolicy.Term> terms = new ArrayList<>();
    terms.add(term);
    terms.addAll(end.exportPolicy().terms());
    return end.with("exportPolicy", new RoutePolicy(terms, end.exportPolicy().otherwise()));
  }
}
