package mcx.editor.field;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import mcx.catalog.Catalog;
import mcx.catalog.Product;
import mcx.catalog.Vendor;
import mcx.design.Circuit;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.IkeVersion;
import mcx.design.Internet;
import mcx.design.Layer2Provider;
import mcx.design.Layer3Provider;
import mcx.design.Link;
import mcx.design.PeeringLocation;
import mcx.design.PointOfPresence;
import mcx.design.Port;
import mcx.design.Premises;
import mcx.design.PremisesKind;
import mcx.design.ProviderEdge;
import mcx.design.Region;
import mcx.design.RouteTable;
import mcx.design.Router;
import mcx.design.RouterKind;
import mcx.design.VirtualNetwork;
import mcx.design.Vrf;
import mcx.diagram.Document;
import mcx.editor.Edit;
import mcx.editor.Edits;
import mcx.editor.Texts;
import mcx.editor.Words;
import mcx.inet.IpAddress;
import mcx.inet.RouteTarget;
import org.jspecify.annotations.Nullable;

/** The sections of elements, kind by kind. */
final class ElementSections {

  private ElementSections() {}

  static List<Section> of(Document document, Catalog catalog, Element element) {
    Sheet s = new Sheet(document, catalog, element.id(), element);
    List<Section> sections = new ArrayList<>(ofKind(s, element));
    sections.addAll(SettingFields.section(s));
    return sections;
  }

  private static List<Section> ofKind(Sheet s, Element element) {
    Design design = s.design();
    return switch (element) {
      case Premises p ->
          List.of(
              main(
                  s,
                  s.text("name"),
                  s.oneOf("kind", PremisesKind.class, null),
                  s.optionalText("place"),
                  s.ranges("networks", r -> Warnings.overlap(design, p.id(), r))));
      case Router r -> router(s, r);
      case Layer3Provider p -> provider(s, p);
      case PointOfPresence p -> List.of(main(s, s.text("name"), s.optionalText("place")));
      case ProviderEdge e -> List.of(main(s, s.text("name")));
      case Vrf v -> List.of(vrf(s, v));
      case Layer2Provider p ->
          List.of(
              main(
                  s,
                  s.text("name"),
                  s.lines(
                      "crossConnects",
                      LineForms::print,
                      line -> LineForms.crossConnect(design, line))));
      case Port p -> List.of(main(s, s.text("name"), s.speed("speedMbps", List.of())));
      case PeeringLocation l ->
          List.of(
              main(
                  s,
                  s.text("name"),
                  s.optionalText("metro"),
                  s.optionalText("facility"),
                  s.optionalText("sharedRisk")));
      case Cloud c -> List.of(main(s, s.text("name"), vendor(s)));
      case Region r -> List.of(main(s, s.text("name"), code(s, r)));
      case VirtualNetwork n -> network(s, n);
      case Circuit c -> circuit(s, c);
      case Gateway g -> gateway(s, g);
      case RouteTable t -> routeTable(s, t);
      case Internet i -> List.of(main(s, s.text("name")));
    };
  }

  private static Section main(Sheet s, Field... fields) {
    return section(s, "main", false, fields);
  }

  private static Section section(Sheet s, String key, boolean expert, Field... fields) {
    String title =
        key.equals("main")
            ? Sheet.title("kind." + s.root.getClass().getSimpleName())
            : Sheet.title(key);
    return new Section(key, title, List.of(fields), List.of(), expert);
  }

  private static List<Section> router(Sheet s, Router r) {
    Design design = s.design();
    return List.of(
        main(
            s,
            s.text("name"),
            s.oneOf("kind", RouterKind.class, null),
            s.asn(
                "asn",
                Texts.get("placeholder.noBgp"),
                asn -> Warnings.asn(design, s.catalog, r.id(), asn)),
            s.ranges("networks", n -> Warnings.overlap(design, holder(r), n))),
        section(
            s,
            "routes",
            r.staticRoutes().isEmpty()
                && r.aggregates().isEmpty()
                && !r.redistributeConnected()
                && !r.multipath()
                && !r.alwaysCompareMed(),
            s.lines("staticRoutes", LineForms::print, line -> LineForms.staticRoute(design, line)),
            s.lines("aggregates", LineForms::print, LineForms::aggregate),
            s.toggle("redistributeConnected"),
            s.toggle("multipath"),
            s.toggle("alwaysCompareMed"),
            s.address("routerId", Texts.get("placeholder.made"))),
        section(
            s,
            "vpn",
            true,
            s.address("publicAddress", Texts.get("placeholder.noConcern")),
            s.someOf("ikeVersions", IkeVersion.class)));
  }

  /** Whose own addresses a router's networks may repeat. */
  private static Id holder(Router r) {
    Id parent = r.parent();
    return parent == null ? r.id() : parent;
  }

  private static List<Section> provider(Sheet s, Layer3Provider p) {
    Design design = s.design();
    List<Section> sections = new ArrayList<>();
    sections.add(
        main(
            s,
            s.text("name"),
            s.asn(
                "asn",
                Texts.get("placeholder.notKnown"),
                asn -> Warnings.asn(design, s.catalog, p.id(), asn)),
            s.lines("igpCosts", LineForms::print, line -> LineForms.igpCost(design, line))));
    for (Element child : design.children(p.id())) {
      if (child instanceof Vrf v) {
        sections.add(vrf(new Sheet(s.document, s.catalog, v.id(), v), v));
      }
    }
    sections.add(new Section("vrfs", Sheet.title("vrfs"), List.of(), List.of(addVrf(p)), false));
    return sections;
  }

  // A VRF has no box on the canvas: it is edited, added and removed at its provider.
  private static Section.Deed addVrf(Layer3Provider p) {
    String label = Texts.get("edit.add", Texts.get("part.vrf"), p.name());
    return new Section.Deed(
        Texts.get("deed.add", Texts.get("part.vrf")),
        new Edit(
            label,
            document -> {
              Design d = document.design();
              long count = d.children(p.id()).stream().filter(Vrf.class::isInstance).count();
              String name = Texts.get("name.vrf", count + 1);
              return document.withDesign(
                  d.with(Vrf.of(d.freeId(p.id().value() + "-" + name), name, p.id())));
            }));
  }

  private static Section vrf(Sheet s, Vrf v) {
    List<Field> fields =
        List.of(
            s.text("name"),
            s.routeTarget("distinguisher", Texts.get("placeholder.made")),
            s.lines("imports", RouteTarget::toString, RouteTarget::of, true, x -> ""),
            s.lines("exports", RouteTarget::toString, RouteTarget::of, true, x -> ""),
            s.asn(
                "asn",
                Texts.get("placeholder.provider"),
                asn -> Warnings.asn(s.design(), s.catalog, v.id(), asn)),
            s.number("allowAsIn", Texts.get("unit.times")),
            s.toggle("asOverride"));
    return new Section(
        "vrf:" + v.id(),
        Sheet.title("vrf", Words.name(s.design(), v.id())),
        fields,
        List.of(
            new Section.Deed(
                Texts.get("deed.remove", Texts.get("part.vrf")),
                Edits.delete(s.document, List.of(v.id())))),
        false);
  }

  private static Field vendor(Sheet s) {
    List<Choice> choices =
        s.catalog.vendors().values().stream().map(v -> new Choice(v.key(), v.name())).toList();
    return s.choice("vendor", choices, typed -> typed);
  }

  private static Field code(Sheet s, Region r) {
    Field plain = s.optionalText("code");
    Cloud cloud = s.design().within(r.id(), Cloud.class);
    Vendor vendor = cloud == null ? null : s.catalog.vendor(cloud.vendor());
    return vendor == null
        ? plain
        : suggesting(plain, vendor.regions().stream().map(c -> new Choice(c, c)).toList());
  }

  private static Field suggesting(Field plain, List<Choice> choices) {
    return new Field(
        plain.subject(),
        plain.path(),
        plain.label(),
        plain.kind(),
        plain.text(),
        plain.placeholder(),
        plain.unit(),
        plain.help(),
        choices,
        plain.checker(),
        plain.setter());
  }

  private static List<Section> network(Sheet s, VirtualNetwork n) {
    Cloud cloud = s.design().within(n.id(), Cloud.class);
    List<Id> regions =
        s.design().all(Region.class).stream()
            .filter(r -> cloud != null && cloud.equals(s.design().within(r.id(), Cloud.class)))
            .map(Region::id)
            .toList();
    return List.of(
        main(
            s,
            s.text("name"),
            s.ranges("prefixes", r -> Warnings.overlap(s.design(), n.id(), r)),
            s.lines("subnets", LineForms::print, LineForms::subnet),
            s.references("regions", regions)));
  }

  private static List<Section> circuit(Sheet s, Circuit c) {
    Product product = s.catalog.of(c);
    List<Id> locations = ids(s.design().all(PeeringLocation.class));
    return List.of(
        main(
            s,
            s.text("name"),
            product(s, c.id(), c.product(), Product.Kind.CIRCUIT),
            sku(s, product),
            s.speed("bandwidthMbps", product == null ? List.of() : product.speedsMbps()),
            s.reference("peeringLocation", locations, Texts.get("value.notGiven"))));
  }

  private static List<Section> gateway(Sheet s, Gateway g) {
    Product product = s.catalog.of(g);
    String asnDefault =
        product == null || product.asn() == null
            ? Texts.get("placeholder.notKnown")
            : Texts.get(
                "placeholder.product", product.asn().value().toString(), product.shortName());
    Field asn =
        product != null && product.asnFixed()
            ? s.readOnly("asn", asnDefault)
            : s.asn("asn", asnDefault, a -> Warnings.asn(s.design(), s.catalog, g.id(), a));
    return List.of(
        main(
            s,
            s.text("name"),
            product(s, g.id(), g.product(), Product.Kind.GATEWAY),
            sku(s, product),
            asn,
            s.toggle("activeActive")),
        section(
            s,
            "routes",
            g.advertised().isEmpty() && g.bgpAddresses().isEmpty(),
            s.ranges("advertised", r -> ""),
            s.lines("bgpAddresses", IpAddress::toString, IpAddress::of, true, x -> "")),
        section(s, "vpn", true, s.someOf("ikeVersions", IkeVersion.class)));
  }

  /** The products of the element's cloud; of all clouds where it stands in none. */
  private static Field product(Sheet s, Id id, String now, Product.Kind kind) {
    Cloud cloud = s.design().within(id, Cloud.class);
    Predicate<Product> fits =
        p ->
            p.kind() == kind
                && (cloud == null || p.vendor().equals(cloud.vendor()) || p.key().equals(now));
    List<Choice> choices =
        s.catalog.products().values().stream()
            .filter(fits)
            .map(p -> new Choice(p.key(), p.name()))
            .toList();
    return s.choice("product", choices, typed -> typed);
  }

  private static Field sku(Sheet s, @Nullable Product product) {
    List<String> skus = product == null ? List.of() : product.skus();
    List<Choice> choices = new ArrayList<>();
    choices.add(
        new Choice(
            "",
            skus.isEmpty()
                ? Texts.get("value.noVariants")
                : Texts.get("value.default", skus.getFirst())));
    skus.forEach(k -> choices.add(new Choice(k, k)));
    return s.choice("sku", choices, typed -> typed.isEmpty() ? null : typed);
  }

  private static List<Section> routeTable(Sheet s, RouteTable t) {
    Design design = s.design();
    Cloud cloud = design.within(t.id(), Cloud.class);
    List<Id> candidates = new ArrayList<>();
    for (Element e : design.elements().values()) {
      if ((e instanceof VirtualNetwork || e instanceof Gateway)
          && cloud != null
          && cloud.equals(design.within(e.id(), Cloud.class))) {
        candidates.add(e.id());
      }
    }
    for (Link link : design.links().values()) {
      if (candidates.contains(link.a()) || candidates.contains(link.b())) {
        candidates.add(link.id());
      }
    }
    return List.of(
        main(
            s,
            s.text("name"),
            s.references("associations", candidates),
            s.references("propagations", candidates),
            s.lines("routes", LineForms::print, line -> LineForms.staticRoute(design, line)),
            s.lines(
                "listRoutes", LineForms::print, line -> LineForms.prefixListRoute(design, line))));
  }

  private static List<Id> ids(Collection<? extends Element> elements) {
    return elements.stream().map(Element::id).toList();
  }
}
