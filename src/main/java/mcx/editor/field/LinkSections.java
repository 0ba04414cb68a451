package mcx.editor.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mcx.catalog.Catalog;
import mcx.catalog.Product;
import mcx.design.AccessLink;
import mcx.design.BgpPeering;
import mcx.design.BgpSettings;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.CircuitConnection;
import mcx.design.CircuitPeering;
import mcx.design.Cloud;
import mcx.design.CloudInterconnect;
import mcx.design.ConnectionRole;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.IkeVersion;
import mcx.design.Internet;
import mcx.design.Layer3Provider;
import mcx.design.Link;
import mcx.design.NetworkAttachment;
import mcx.design.NetworkPeering;
import mcx.design.PeeringType;
import mcx.design.Port;
import mcx.design.PrivateLink;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import mcx.design.Vrf;
import mcx.diagram.Document;
import mcx.editor.Texts;
import mcx.editor.Words;

/** The sections of links, kind by kind. */
final class LinkSections {

  private LinkSections() {}

  static List<Section> of(Document document, Catalog catalog, Link link) {
    Sheet s = new Sheet(document, catalog, link.id(), link);
    List<Section> sections = new ArrayList<>(ofKind(s, link));
    sections.addAll(SettingFields.section(s));
    return sections;
  }

  private static List<Section> ofKind(Sheet s, Link link) {
    return switch (link) {
      case AccessLink l -> access(s, l);
      case CircuitConnection l -> connection(s, l);
      case CircuitAttachment l -> List.of(main(s, link, s.number("weight", "")));
      case GatewayAssociation l -> List.of(main(s, link, s.prefixes("allowedPrefixes")));
      case NetworkAttachment l -> List.of(main(s, link));
      case NetworkPeering l ->
          List.of(main(s, link, s.toggle("gatewayTransit"), s.toggle("remoteGateway")));
      case CircuitPeering l -> List.of(main(s, link));
      case CloudInterconnect l -> interconnect(s, l);
      case PrivateLink l -> privateLink(s, l);
      case BgpPeering l -> peering(s, l);
      case VpnConnection l -> vpn(s, l);
    };
  }

  private static Section main(Sheet s, Link link, Field... more) {
    return main(s, link, List.of(), more);
  }

  private static Section main(Sheet s, Link link, List<Section.Deed> deeds, Field... more) {
    List<Field> fields = new ArrayList<>();
    fields.add(s.text("name"));
    fields.add(s.readOnly("a", Words.name(s.design(), link.a())));
    fields.add(s.readOnly("b", Words.name(s.design(), link.b())));
    fields.addAll(List.of(more));
    return new Section(
        "main", Sheet.title("kind." + link.getClass().getSimpleName()), fields, deeds, false);
  }

  private static List<Section> access(Sheet s, AccessLink l) {
    List<Section> sections = new ArrayList<>();
    Element far = s.design().element(l.b());
    List<Section.Deed> deeds = new ArrayList<>();
    if (!(far instanceof Internet)) {
      int tag = l.vlans().stream().mapToInt(AccessLink.Vlan::tag).max().orElse(99) + 1;
      deeds.add(
          s.adding(
              "vlan",
              "vlans",
              new AccessLink.Vlan(
                  Math.min(tag, 4094),
                  null,
                  null,
                  far instanceof Port ? Routing.NONE : Routing.BGP,
                  BgpSettings.DEFAULT)));
    }
    sections.add(main(s, l, deeds, s.speed("bandwidthMbps", List.of())));
    for (int i = 0; i < l.vlans().size(); i++) {
      AccessLink.Vlan vlan = l.vlans().get(i);
      String path = "vlans[" + i + "]";
      sections.add(
          new Section(
              path,
              Sheet.title("vlan", vlan.tag()),
              List.of(
                  s.number(path + ".tag", ""),
                  s.reference(path + ".vrf", vrfs(s.design(), l.b()), Texts.get("value.onlyVrf")),
                  s.prefix(path + ".subnet", Texts.get("placeholder.made")),
                  s.oneOf(path + ".routing", Routing.class, null)),
              List.of(s.removing("vlan", path)),
              false));
      if (vlan.routing() == Routing.BGP) {
        sections.addAll(BgpSections.of(s, path + ".session", l.a(), l.b()));
      }
    }
    return sections;
  }

  private static List<Id> vrfs(Design design, Id end) {
    Layer3Provider provider = design.within(end, Layer3Provider.class);
    return design.all(Vrf.class).stream()
        .filter(v -> provider != null && provider.id().equals(v.parent()))
        .map(Vrf::id)
        .toList();
  }

  private static List<Section> connection(Sheet s, CircuitConnection l) {
    Design design = s.design();
    Cloud cloud = design.within(l.a(), Cloud.class);
    List<Id> ports =
        design.all(Port.class).stream()
            .filter(p -> cloud != null && cloud.equals(design.within(p.id(), Cloud.class)))
            .map(Port::id)
            .toList();
    List<Section> sections = new ArrayList<>();
    sections.add(
        main(
            s,
            l,
            s.oneOf("role", ConnectionRole.class, null),
            s.oneOf("peering", PeeringType.class, null),
            s.number("vlan", ""),
            s.reference("vrf", vrfs(design, l.b()), Texts.get("value.onlyVrf")),
            s.prefix("subnet", Texts.get("placeholder.made")),
            s.reference("port", ports, Texts.get("value.noPort"))));
    sections.addAll(BgpSections.of(s, "session", l.a(), l.b()));
    return sections;
  }

  private static List<Section> interconnect(Sheet s, CloudInterconnect l) {
    List<Section> sections = new ArrayList<>();
    List<Section.Deed> deeds = new ArrayList<>();
    Set<ConnectionRole> roles =
        l.paths().stream().map(CloudInterconnect.Path::role).collect(Collectors.toSet());
    for (ConnectionRole role : ConnectionRole.values()) {
      if (!roles.contains(role) && deeds.isEmpty()) {
        deeds.add(
            s.adding("path", "paths", new CloudInterconnect.Path(role, null, BgpSettings.DEFAULT)));
      }
    }
    sections.add(main(s, l, deeds));
    for (int i = 0; i < l.paths().size(); i++) {
      String path = "paths[" + i + "]";
      sections.add(
          new Section(
              path,
              Sheet.title("path", Sheet.enumLabel(l.paths().get(i).role())),
              List.of(
                  s.oneOf(path + ".role", ConnectionRole.class, null),
                  s.prefix(path + ".subnet", Texts.get("placeholder.made"))),
              List.of(s.removing("path", path)),
              false));
      sections.addAll(BgpSections.of(s, path + ".session", l.a(), l.b()));
    }
    return sections;
  }

  private static List<Section> privateLink(Sheet s, PrivateLink l) {
    List<Section> sections = new ArrayList<>();
    sections.add(
        main(
            s,
            l,
            s.oneOf("routing", Routing.class, null),
            s.prefix("subnet", Texts.get("placeholder.made")),
            s.speed("bandwidthMbps", List.of()),
            s.number("igpCost", "")));
    if (l.routing() == Routing.BGP) {
      sections.addAll(BgpSections.of(s, "session", l.a(), l.b()));
    }
    return sections;
  }

  private static List<Section> peering(Sheet s, BgpPeering l) {
    List<Section> sections = new ArrayList<>(List.of(main(s, l)));
    sections.addAll(BgpSections.of(s, "session", l.a(), l.b()));
    return sections;
  }

  private static List<Section> vpn(Sheet s, VpnConnection l) {
    Design design = s.design();
    List<Id> underlays = new ArrayList<>();
    design.all(Internet.class).forEach(i -> underlays.add(i.id()));
    design.all(Circuit.class).forEach(c -> underlays.add(c.id()));
    List<Section> sections = new ArrayList<>();
    List<Field> fields =
        new ArrayList<>(
            List.of(
                s.reference("underlay", underlays, Texts.get("value.internet")),
                s.oneOf("routing", Routing.class, null),
                s.oneOf("mode", VpnMode.class, null)));
    // Without IPsec there is nothing to agree on; what is set all the same is kept.
    boolean ipsec = l.mode() != VpnMode.GRE;
    if (ipsec) {
      fields.add(ike(s, l));
    }
    sections.add(
        main(
            s,
            l,
            List.of(s.adding("tunnel", "tunnels", tunnel(s, l))),
            fields.toArray(Field[]::new)));
    if (ipsec) {
      sections.add(
          new Section(
              "proposals",
              Sheet.title("proposals"),
              List.of(
                  groups(s, "pfsGroupsA", Words.name(design, l.a())),
                  groups(s, "pfsGroupsB", Words.name(design, l.b()))),
              List.of(),
              l.pfsGroupsA().isEmpty() && l.pfsGroupsB().isEmpty()));
    }
    if (l.routing() == Routing.STATIC || !l.networksA().isEmpty() || !l.networksB().isEmpty()) {
      sections.add(
          new Section(
              "networks",
              Sheet.title("networks"),
              List.of(s.prefixes("networksA"), s.prefixes("networksB")),
              List.of(),
              false));
    }
    for (int i = 0; i < l.tunnels().size(); i++) {
      String path = "tunnels[" + i + "]";
      sections.add(
          new Section(
              path,
              Sheet.title("tunnel", l.tunnels().get(i).key()),
              List.of(
                  s.text(path + ".key"),
                  s.prefix(path + ".inside", Texts.get("placeholder.made")),
                  s.address(path + ".outsideA", outside(s, l, l.a())),
                  s.address(path + ".outsideB", outside(s, l, l.b())),
                  s.number(path + ".instanceA", ""),
                  s.number(path + ".instanceB", "")),
              List.of(s.removing("tunnel", path)),
              false));
      if (l.routing() == Routing.BGP) {
        sections.addAll(BgpSections.of(s, path + ".session", l.a(), l.b()));
      }
    }
    return sections;
  }

  /** The address that a tunnel ends at where it is not set. */
  private static String outside(Sheet s, VpnConnection l, Id end) {
    Router router = s.design().element(end, Router.class);
    boolean internet = s.design().element(l.underlay(), Circuit.class) == null;
    return router == null || router.publicAddress() == null || !internet
        ? Texts.get("placeholder.unknown")
        : Texts.get("placeholder.publicAddress", router.publicAddress().toString());
  }

  /** One more tunnel, on the instances that end the fewest. */
  private static VpnConnection.Tunnel tunnel(Sheet s, VpnConnection l) {
    Set<String> keys =
        l.tunnels().stream().map(VpnConnection.Tunnel::key).collect(Collectors.toSet());
    int n = 1;
    while (keys.contains("tunnel-" + n)) {
      n++;
    }
    int count = l.tunnels().size();
    return new VpnConnection.Tunnel(
        "tunnel-" + n,
        null,
        count % instances(s, l.a()),
        count % instances(s, l.b()),
        BgpSettings.DEFAULT);
  }

  private static int instances(Sheet s, Id end) {
    Product product = Warnings.product(s.design(), s.catalog, end);
    return product == null ? 1 : Math.max(1, product.connections());
  }

  private static Field ike(Sheet s, VpnConnection l) {
    Field plain = s.oneOf("ike", IkeVersion.class, Texts.get("value.newestIke"));
    return new Field(
        plain.subject(),
        plain.path(),
        plain.label(),
        plain.kind(),
        plain.text(),
        plain.placeholder(),
        plain.unit(),
        plain.help(),
        plain.choices(),
        typed -> {
          Check check = plain.check(typed);
          return check.ok() && check.value() instanceof IkeVersion version
              ? check.warn(Warnings.ike(s.design(), s.catalog, l, version))
              : check;
        },
        plain.setter());
  }

  private static Field groups(Sheet s, String path, String end) {
    Collection<?> now = (Collection<?>) s.value(path);
    String text =
        now == null
            ? ""
            : now.stream()
                .map(g -> g.equals(0) ? Texts.get("value.noPfs") : g.toString())
                .collect(Collectors.joining(", "));
    Field plain =
        s.field(
            path,
            Field.Kind.TEXT,
            text,
            Texts.get("placeholder.catalog"),
            "",
            typed -> Check.good(groups(typed)));
    return new Field(
        plain.subject(),
        path,
        Texts.get("field.pfsGroups", end),
        plain.kind(),
        text,
        plain.placeholder(),
        "",
        plain.help(),
        List.of(),
        plain.checker(),
        plain.setter());
  }

  private static Set<Integer> groups(String typed) {
    Set<Integer> groups = new TreeSet<>();
    for (String one : Arrays.asList(typed.split("[,\\s]+"))) {
      if (one.isBlank()) {
        continue;
      }
      if (one.equals(Texts.get("value.noPfs"))) {
        groups.add(0);
        continue;
      }
      try {
        int group = Integer.parseInt(one);
        if (group >= 0 && group <= 65535) {
          groups.add(group);
          continue;
        }
      } catch (NumberFormatException e) {
        // Falls through to the one message.
      }
      throw new IllegalArgumentException(Texts.get("check.group", one));
    }
    return groups;
  }
}
