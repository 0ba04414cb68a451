package mcx.analysis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mcx.design.AccessLink;
import mcx.design.BgpPeering;
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
import mcx.design.Link;
import mcx.design.NetworkAttachment;
import mcx.design.NetworkPeering;
import mcx.design.Port;
import mcx.design.PrivateLink;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** What elements, links, parts of links and tables are called, for reading. */
public final class Names {

  /** An id between quotation marks, as the network's own texts have it. */
  private static final Pattern QUOTED =
      Pattern.compile("“([A-Za-z0-9._-]{1,100}(?:/[A-Za-z0-9._-]{1,99})?)”");

  private Names() {}

  /** The name of a table: its router's, and the VRF's where it has several. */
  public static String of(Network network, VrfId table) {
    Node node = network.node(table.node());
    if (node == null) {
      return table.toString();
    }
    Vrf vrf = network.vrf(table);
    return table.vrf().equals(VrfId.DEFAULT) || vrf == null
        ? node.name()
        : node.name() + " · " + vrf.label();
  }

  /** A text about a network with names in the place of the ids that it quotes. */
  public static String inText(Design design, String text) {
    return QUOTED
        .matcher(text)
        .replaceAll(
            quoted -> {
              Id id = Id.of(quoted.group(1));
              boolean known = design.element(id.owner()) != null || design.link(id.owner()) != null;
              return Matcher.quoteReplacement(known ? of(design, id) : quoted.group());
            });
  }

  /** The name of an element, a link, or a part of one. */
  public static String of(Design design, Id id) {
    Id owner = id.owner();
    String name;
    Element element = design.element(owner);
    Link link = design.link(owner);
    if (element != null) {
      name = ofElement(design, element);
    } else if (link != null) {
      name = ofLink(design, link);
    } else {
      return id.toString();
    }
    if (owner.equals(id)) {
      return name;
    }
    String part = id.value().substring(owner.value().length() + 1).replace('-', ' ');
    return name + ", " + part.replaceFirst("^vlan ", "VLAN ");
  }

  /** An element's name; one in a cloud is told apart by the cloud's, a port by its holder's. */
  private static String ofElement(Design design, Element element) {
    String name = plain(element, element.id());
    if (element instanceof mcx.design.Vrf) {
      return name.regionMatches(true, 0, "VRF", 0, 3) ? name : "VRF " + name;
    }
    Element holder = design.element(element.parent());
    if (element instanceof Port && holder != null && !holder.name().isBlank()) {
      return holder.name() + " " + name;
    }
    Cloud cloud = design.within(element.parent(), Cloud.class);
    if (cloud == null || cloud.name().isBlank() || name.contains(cloud.name())) {
      return name;
    }
    return inCloud(cloud, name);
  }

  /** The cloud's name before another; a word that ends the one and begins the other stands once. */
  private static String inCloud(Cloud cloud, String name) {
    String holder = cloud.name().strip();
    String last = holder.substring(holder.lastIndexOf(' ') + 1);
    boolean twice = name.startsWith(last + " ") && !last.equals(holder);
    return holder + (twice ? name.substring(last.length()) : " " + name);
  }

  private static String ofLink(Design design, Link link) {
    if (!link.name().isBlank()) {
      return link.name();
    }
    Element ea = design.element(link.a());
    Element eb = design.element(link.b());
    Cloud cloud = ea == null || eb == null ? null : design.within(ea.id(), Cloud.class);
    boolean oneCloud =
        cloud != null && eb != null && cloud.equals(design.within(eb.id(), Cloud.class));
    String ends =
        oneCloud
            ? plain(ea, link.a()) + " – " + plain(eb, link.b())
            : end(design, link.a()) + " – " + end(design, link.b());
    String within = oneCloud && cloud != null && !cloud.name().isBlank() ? cloud.name() + " " : "";
    return switch (link) {
      case CircuitConnection c ->
          end(design, link.a())
              + (c.role() == ConnectionRole.PRIMARY
                  ? ", primary connection"
                  : ", secondary connection");
      case AccessLink l -> "Access link " + ends;
      case CircuitAttachment l -> within + "attachment " + ends;
      case GatewayAssociation l -> within + "association " + ends;
      case NetworkAttachment l -> within + "attachment " + ends;
      case NetworkPeering l -> within + "peering " + ends;
      case CircuitPeering l -> within + "circuit peering " + ends;
      case CloudInterconnect l -> "Interconnect " + ends;
      case PrivateLink l -> "Link " + ends;
      case BgpPeering l -> "BGP session " + ends;
      case VpnConnection l -> (l.mode() == VpnMode.GRE ? "GRE tunnel " : "VPN ") + ends;
    };
  }

  /** The element's own name. */
  static String plain(Element element) {
    return plain(element, element.id());
  }

  private static String plain(@Nullable Element element, Id id) {
    return element == null || element.name().isBlank() ? id.value() : element.name();
  }

  private static String end(Design design, Id id) {
    Element element = design.element(id);
    return element == null ? id.toString() : ofElement(design, element);
  }
}
