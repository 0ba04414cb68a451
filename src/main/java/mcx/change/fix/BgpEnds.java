package mcx.change.fix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import mcx.design.AccessLink;
import mcx.design.BgpEnd;
import mcx.design.BgpPeering;
import mcx.design.BgpSettings;
import mcx.design.CircuitConnection;
import mcx.design.CloudInterconnect;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.PrivateLink;
import mcx.design.RoutePolicy;
import mcx.design.RoutePolicy.PrefixMatch;
import mcx.design.RoutePolicy.Term;
import mcx.design.VpnConnection;
import mcx.inet.Prefix;

/** Edits of one end of a BGP session, wherever in a link it is drawn. */
public final class BgpEnds {

  private BgpEnds() {}

  /**
   * The design with one end of the session of a link, or of a part of one, changed; of all its
   * sessions where the id is that of a link with several.
   *
   * @param endA whether it is the link's end a
   */
  public static Design edit(Design design, Id session, boolean endA, UnaryOperator<BgpEnd> edit) {
    Link link = design.link(session.owner());
    if (link == null) {
      return design;
    }
    UnaryOperator<BgpSettings> both =
        s ->
            endA
                ? new BgpSettings(edit.apply(s.a()), s.b())
                : new BgpSettings(s.a(), edit.apply(s.b()));
    return switch (link) {
      case CircuitConnection c ->
          design.with(Components.with(c, "session", both.apply(c.session())));
      case PrivateLink p -> design.with(Components.with(p, "session", both.apply(p.session())));
      case BgpPeering p -> design.with(Components.with(p, "session", both.apply(p.session())));
      case AccessLink l ->
          design.with(
              Components.with(
                  l,
                  "vlans",
                  parts(
                      l.vlans(),
                      v -> isMeant(session, l.id().part(v.key())),
                      v -> Components.with(v, "session", both.apply(v.session())))));
      case VpnConnection v ->
          design.with(
              Components.with(
                  v,
                  "tunnels",
                  parts(
                      v.tunnels(),
                      t -> isMeant(session, v.id().part(t.key())),
                      t -> Components.with(t, "session", both.apply(t.session())))));
      case CloudInterconnect i ->
          design.with(
              Components.with(
                  i,
                  "paths",
                  parts(
                      i.paths(),
                      p -> isMeant(session, i.id().part(p.key())),
                      p -> Components.with(p, "session", both.apply(p.session())))));
      default -> design;
    };
  }

  private static boolean isMeant(Id session, Id part) {
    return session.equals(part) || session.equals(part.owner());
  }

  private static <T> List<T> parts(
      List<T> all, java.util.function.Predicate<T> which, UnaryOperator<T> edit) {
    List<T> changed = new ArrayList<>();
    all.forEach(t -> changed.add(which.test(t) ? edit.apply(t) : t));
    return changed;
  }

  /** The policy with these prefixes, and the more specific ones inside them, refused before all. */
  public static RoutePolicy refusing(RoutePolicy policy, String name, Collection<Prefix> prefixes) {
    List<Term> terms = new ArrayList<>();
    terms.add(
        new Term(
            name,
            prefixes.stream().map(p -> new PrefixMatch(p, p.length(), null)).toList(),
            List.of(),
            null,
            null,
            false,
            RoutePolicy.Change.NONE));
    terms.addAll(policy.terms());
    return new RoutePolicy(terms, policy.otherwise());
  }

  /** The policy with the own number prepended this often, on every route that it permits. */
  public static RoutePolicy prepending(RoutePolicy policy, int times) {
    List<Term> terms = new ArrayList<>();
    for (Term t : policy.terms()) {
      RoutePolicy.Change set = t.set();
      terms.add(
          t.permit()
              ? Components.with(t, "set", Components.with(set, "prepend", set.prepend() + times))
              : t);
    }
    if (policy.otherwise()) {
      terms.addAll(RoutePolicy.prepend(times).terms());
    }
    return new RoutePolicy(terms, policy.otherwise());
  }
}
