package mcx.analysis.rule.address;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Hop;
import mcx.design.AccessLink;
import mcx.design.BgpEnd;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Layer2Provider;
import mcx.design.Port;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Segment;
import org.jspecify.annotations.Nullable;

/**
 * A connection of a circuit with the addresses at its ends, across a layer-2 provider too.
 *
 * @param link the connection
 * @param circuit its circuit
 * @param far where the customer's end is drawn: the connection itself, or the VLAN that it is
 *     carried to
 * @param subnet the block that is drawn, or that a drawn address tells; null where it is made
 * @param cloud the address of the cloud's end; null where there is none
 * @param customer the address of the other end; null where there is none
 */
record CircuitLine(
    CircuitConnection link,
    Circuit circuit,
    Hop far,
    @Nullable Prefix subnet,
    @Nullable IpAddress cloud,
    @Nullable IpAddress customer) {

  private static final int USUAL_LENGTH = 30;

  /** All connections of a product's circuits. */
  static List<CircuitLine> all(Situation situation, String product) {
    List<CircuitLine> all = new ArrayList<>();
    for (CircuitConnection link : situation.links(CircuitConnection.class)) {
      Circuit circuit = situation.design().element(link.a(), Circuit.class);
      Segment segment = situation.network().segment(link.id().value());
      if (circuit != null && circuit.product().equals(product) && segment != null) {
        Hop own = Hop.of(situation.design(), link.id()).getFirst();
        Hop far = far(situation.design(), link, segment, own);
        all.add(
            new CircuitLine(
                link, circuit, far, subnet(link, far), segment.addressA(), segment.addressB()));
      }
    }
    return all;
  }

  private static Hop far(Design design, CircuitConnection link, Segment segment, Hop own) {
    if (!(design.element(link.b()) instanceof Port) || !link.session().b().equals(BgpEnd.DEFAULT)) {
      return own;
    }
    for (var origin : segment.drawn()) {
      AccessLink access =
          design.link(Id.of(origin.id()).owner()) instanceof AccessLink l ? l : null;
      if (access != null) {
        int tag = tag(design, link.b(), link.vlan(), access.b());
        for (AccessLink.Vlan vlan : access.vlans()) {
          if (vlan.tag() == tag) {
            return Hop.of(design, access.id().part(vlan.key())).getFirst();
          }
        }
      }
    }
    return own;
  }

  /** The tag with which frames come out at another port. */
  private static int tag(Design design, Id port, int tag, Id out) {
    for (Layer2Provider provider : design.all(Layer2Provider.class)) {
      for (Layer2Provider.CrossConnect c : provider.crossConnects()) {
        if (c.portA().equals(port) && c.vlanA() == tag && c.portB().equals(out)) {
          return c.vlanB();
        }
        if (c.portB().equals(port) && c.vlanB() == tag && c.portA().equals(out)) {
          return c.vlanA();
        }
      }
    }
    return tag;
  }

  private static @Nullable Prefix subnet(CircuitConnection link, Hop far) {
    if (link.subnet() != null) {
      return link.subnet();
    }
    if (far.subnet() != null) {
      return far.subnet();
    }
    IpAddress cloud = link.session().a().address();
    IpAddress customer = customerEnd(link, far).address();
    IpAddress drawn = cloud != null ? cloud : customer;
    return drawn == null || drawn.family() != mcx.inet.Family.V4
        ? null
        : Prefix.containing(drawn, USUAL_LENGTH);
  }

  private static BgpEnd customerEnd(CircuitConnection link, Hop far) {
    return far.id().equals(link.id()) ? link.session().b() : far.session().a();
  }

  /** The design with this connection over a block, its ends on these addresses of it. */
  Design on(Design design, Prefix block, IpAddress atCloud, IpAddress atCustomer) {
    Hop own = Hop.of(design, link.id()).getFirst();
    boolean same = far.id().equals(link.id());
    boolean onFar = !same && link.subnet() == null && far.subnet() != null;
    Design changed =
        own.over(onFar ? null : block)
            .at(link.a(), e -> e.with("address", atCloud))
            .at(link.b(), e -> same ? e.with("address", atCustomer) : e)
            .in(design);
    if (same) {
      return changed;
    }
    Hop vlan = Hop.of(changed, far.id()).getFirst();
    return vlan.over(onFar ? block : vlan.subnet())
        .at(far.a(), e -> e.with("address", atCustomer))
        .in(changed);
  }
}
