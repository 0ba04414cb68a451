package mcx.change.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mcx.catalog.Catalog;
import mcx.change.Change;
import mcx.change.Joints;
import mcx.change.Stencils;
import mcx.design.AccessLink;
import mcx.design.CircuitConnection;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Layer2Provider;
import mcx.design.Port;
import mcx.design.Premises;
import mcx.design.PrivateLink;
import mcx.design.Router;
import org.jspecify.annotations.Nullable;

/**
 * Leads a circuit's connection to a second router of the same premises: one that stands there
 * already with the same AS number, or a new one beside it.
 */
public final class SecondRouter {

  private SecondRouter() {}

  /** Whether the connection can be led to another router than this. */
  public static boolean isPossible(Design design, Id connection, Id router) {
    if (!(design.link(connection) instanceof CircuitConnection c)
        || design.within(router, Premises.class) == null) {
      return false;
    }
    Layer2Way way = Layer2Way.from(design, c.b(), c.vlan());
    return c.b().equals(router) || (way != null && way.cross() != null);
  }

  /** The router of the premises that would be used; null where a new one is made. */
  public static @Nullable Router other(Design design, Id router) {
    Router one = Objects.requireNonNull(design.element(router, Router.class));
    Premises premises = design.within(router, Premises.class);
    return design.all(Router.class).stream()
        .filter(r -> !r.id().equals(router))
        .filter(r -> r.kind() == one.kind())
        .filter(r -> one.asn() != null && one.asn().equals(r.asn()))
        .filter(r -> Objects.equals(premises, design.within(r.id(), Premises.class)))
        .findFirst()
        .orElse(null);
  }

  /** The design with the connection led from this router to the other. */
  public static Change lead(Design design, Catalog catalog, Id connection, Id router) {
    List<Id> created = new ArrayList<>();
    Router found = other(design, router);
    Design after = design;
    if (found == null) {
      Change placed = placed(design, catalog, router);
      after = placed.design();
      created.addAll(placed.created());
      found = Objects.requireNonNull(after.element(placed.main(), Router.class));
    }
    CircuitConnection c = Objects.requireNonNull((CircuitConnection) after.link(connection));
    if (c.b().equals(router)) {
      after = after.with(direct(after, c, found.id()));
    } else {
      Layer2Way way = Objects.requireNonNull(Layer2Way.from(after, c.b(), c.vlan()));
      AccessLink access = access(after, found.id(), way.provider());
      if (access == null) {
        Joints.Offer offer =
            Joints.between(after, catalog, found.id(), way.provider().id()).offers().stream()
                .filter(o -> o.key().equals("access"))
                .findFirst()
                .orElseThrow();
        Change joined = Joints.join(after, catalog, found.id(), way.provider().id(), offer);
        created.addAll(joined.created());
        after = joined.design();
        access = Objects.requireNonNull(access(after, found.id(), way.provider()));
      }
      after = way.ledTo(after, access);
    }
    return new Change(after, created, created.isEmpty() ? connection : created.getFirst());
  }

  private static CircuitConnection direct(Design design, CircuitConnection c, Id to) {
    Set<Integer> used =
        design.allLinks(CircuitConnection.class).stream()
            .filter(l -> l.b().equals(to) && Objects.equals(l.port(), c.port()))
            .map(CircuitConnection::vlan)
            .collect(Collectors.toCollection(TreeSet::new));
    int tag = c.vlan();
    while (tag > 0 && used.contains(tag)) {
      tag = tag % 4094 + 1;
    }
    return Components.with(Components.with(c, "b", to), "vlan", tag);
  }

  private static @Nullable AccessLink access(Design design, Id router, Layer2Provider provider) {
    return design.allLinks(AccessLink.class).stream()
        .filter(l -> l.a().equals(router))
        .filter(
            l ->
                design.element(l.b(), Port.class) != null
                    && provider.equals(design.within(l.b(), Layer2Provider.class)))
        .findFirst()
        .orElse(null);
  }

  /** A new router of the kind in the premises, joined to this one, and named after it. */
  static Change placed(Design design, Catalog catalog, Id router) {
    Router one = Objects.requireNonNull(design.element(router, Router.class));
    Id premises = Objects.requireNonNull(design.within(router, Premises.class)).id();
    Change placed =
        Stencils.place(
            design,
            catalog,
            Stencils.all(catalog).stream()
                .filter(s -> s.key().equals("router"))
                .findFirst()
                .orElseThrow(),
            premises);
    Router made = Objects.requireNonNull(placed.design().element(placed.main(), Router.class));
    Router alike = Components.with(made, "name", name(design, one));
    alike = Components.with(alike, "kind", one.kind());
    alike = Components.with(alike, "asn", one.asn());
    Design after = placed.design().with(alike);
    List<Id> created = new ArrayList<>(placed.created());
    boolean joined =
        after.allLinks(PrivateLink.class).stream()
            .anyMatch(l -> l.joins(made.id()) && l.joins(router));
    if (!joined) {
      Joints.Offer offer =
          Joints.between(after, catalog, router, made.id()).offers().stream()
              .filter(o -> o.key().equals("private-link"))
              .findFirst()
              .orElseThrow();
      Change linked = Joints.join(after, catalog, router, made.id(), offer);
      created.addAll(linked.created());
      after = linked.design();
    }
    return new Change(after, created, made.id());
  }

  /** {@code CE 2} after {@code CE} or {@code CE 1}. */
  private static String name(Design design, Router one) {
    Set<String> names =
        design.elements().values().stream()
            .map(Element::name)
            .collect(Collectors.toCollection(TreeSet::new));
    String stem = one.name().replaceAll("\\s*\\d+$", "");
    int n = 2;
    while (names.contains(stem + " " + n)) {
      n++;
    }
    return stem + " " + n;
  }
}
