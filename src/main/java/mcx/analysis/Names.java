package mcx.analysis;

import mcx.design.AccessLink;
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
import mcx.design.PrivateLink;
import mcx.design.VpnConnection;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Vrf;
import mcx.network.VrfId;

/** What elements, links, parts of links and tables are called, for reading. */
public final class Names {

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
    return name + ", " + part;
  }

  /** An element's name; one in a cloud is told apart by the cloud's. */
  private static String ofElement(Design design, Element element) {
    String name = element.name().isBlank() ? element.id().value() : element.name();
    Cloud cloud = design.within(element.parent(), Cloud.class);
    if (cloud == null || cloud.name().isBlank() || name.contains(cloud.name())) {
      return name;
    }
    return cloud.name() + " " + name;
  }

  private static String ofLink(Design design, Link link) {
    if (!link.name().isBlank()) {
      return link.name();
    }
    String a = end(design, link.a());
    String b = end(design, link.b());
    return switch (link) {
      case CircuitConnection c ->
          a + (c.role() == ConnectionRole.PRIMARY ? ", primary connection" : ", secondary connection");
      case AccessLink l -> "Access link " + a + " – " + b;
      case CircuitAttachment l -> "Attachment " + a + " – " + b;
      case GatewayAssociation l -> "Association " + a + " – " + b;
      case NetworkAttachment l -> "Attachment " + a + " – " + b;
      case NetworkPeering l -> "Peering " + a + " – " + b;
      case CircuitPeering l -> "Circuit peering " + a + " – " + b;
      case CloudInterconnect l -> "Interconnect " + a + " – " + b;
      case PrivateLink l -> "Link " + a + " – " + b;
      case VpnConnection l -> "VPN " + a + " – " + b;
    };
  }

  private static String end(Design design, Id id) {
    Element element = design.element(id);
    return element == null ? id.toString() : ofElement(design, element);
  }
}
