package mcx.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mcx.design.BgpSettings;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Internet;
import mcx.design.VpnConnection;
import mcx.design.VpnConnection.Tunnel;
import org.jspecify.annotations.Nullable;

/** A site-to-site VPN over the Internet between two sites, clouds or gateways. */
final class Vpn implements Joint {

  @Override
  public List<Way> ways(Pair pair) {
    End a = End.of(pair, pair.a());
    End b = End.of(pair, pair.b());
    if (a == null || b == null || Joining.sameCloud(pair)) {
      return List.of();
    }
    return List.of(
        new Way("vpn", Texts.get("joint.vpn"), warning(pair, a, b), draft -> make(draft, a, b)));
  }

  /**
   * One side: a customer's, or a cloud's.
   *
   * @param customer the customer's side; null where it is a cloud's
   * @param cloud the cloud's side; null where it is a customer's
   */
  private record End(@Nullable CustomerEnd customer, @Nullable CloudEnd cloud) {

    static @Nullable End of(Pair pair, Element element) {
      CustomerEnd customer = CustomerEnd.of(pair.design(), element);
      if (customer != null) {
        return new End(customer, null);
      }
      CloudEnd cloud = CloudEnd.of(pair.design(), element);
      if (cloud == null || cloud.circuit() != null) {
        return null;
      }
      Draft look = new Draft(pair.design(), pair.catalog());
      return new CloudParts(look).vpnGateway(cloud).isPresent() ? new End(null, cloud) : null;
    }

    /** The endpoint; made where there is none. */
    Element endpoint(Draft draft) {
      if (customer != null) {
        return customer.router(draft);
      }
      Optional<Gateway> gateway =
          cloud == null ? Optional.empty() : new CloudParts(draft).vpnGateway(cloud);
      return gateway.orElseThrow();
    }
  }

  /** The two endpoints, made where there are none. */
  private record Ends(Element from, Element to, VpnTerms terms) {

    static Ends of(Draft draft, End a, End b) {
      Element from = a.endpoint(draft);
      Element to = b.endpoint(draft);
      from = new CloudParts(draft).fitting(from, to);
      to = new CloudParts(draft).fitting(to, from);
      return new Ends(from, to, VpnTerms.between(draft.catalog(), from, to));
    }
  }

  private static String warning(Pair pair, End a, End b) {
    Ends ends = Ends.of(new Draft(pair.design(), pair.catalog()), a, b);
    Element from = ends.from();
    Element to = ends.to();
    VpnTerms terms = ends.terms();
    if (!terms.possible()) {
      return Texts.get(
          "warning.noCommonIke",
          Words.name(pair.catalog(), from),
          terms.speaks(from),
          Words.name(pair.catalog(), to),
          terms.speaks(to));
    }
    if (terms.sameAsn()) {
      return Texts.get(
          "warning.sameAsn", Words.name(pair.catalog(), from), Words.name(pair.catalog(), to));
    }
    if (terms.refusesA()) {
      return refused(pair, to, from);
    }
    return terms.refusesB() ? refused(pair, from, to) : "";
  }

  private static String refused(Pair pair, Element by, Element whose) {
    return Texts.get(
        "warning.peerAsnRefused",
        Words.name(pair.catalog(), by),
        Words.name(pair.catalog(), whose));
  }

  private static Id make(Draft draft, End a, End b) {
    Ends ends = Ends.of(draft, a, b);
    Element from = ends.from();
    Element to = ends.to();
    VpnTerms terms = ends.terms();
    List<Internet> internets = draft.design().all(Internet.class);
    Internet underlay =
        internets.isEmpty() ? ProviderKinds.internet(draft, null) : internets.getFirst();
    if (!terms.pfsB().isEmpty()) {
      remarkPfs(draft, to, terms.pfsB());
    }
    if (!terms.pfsA().isEmpty()) {
      remarkPfs(draft, from, terms.pfsA());
    }
    return draft
        .add(
            new VpnConnection(
                draft.id(from.id() + "-" + to.id()),
                "",
                from.id(),
                to.id(),
                underlay.id(),
                null,
                terms.mode(),
                terms.pfsA(),
                terms.pfsB(),
                terms.routing(),
                List.of(),
                List.of(),
                tunnels(terms)))
        .id();
  }

  private static void remarkPfs(Draft draft, Element end, Set<Integer> groups) {
    draft.remark(
        Texts.get(
            "remark.pfs", groups.iterator().next().toString(), Words.name(draft.catalog(), end)));
  }

  /** The tunnels, so that each instance of both ends has one at least. */
  private static List<Tunnel> tunnels(VpnTerms terms) {
    List<Tunnel> tunnels = new ArrayList<>();
    for (int i = 0; i < terms.tunnels(); i++) {
      int instanceA = i % terms.instancesA();
      // Where there are as many tunnels as pairs of instances, every pair has one.
      int instanceB =
          terms.tunnels() > Math.max(terms.instancesA(), terms.instancesB())
              ? i / terms.instancesA() % terms.instancesB()
              : i % terms.instancesB();
      tunnels.add(new Tunnel("tunnel-" + (i + 1), null, instanceA, instanceB, BgpSettings.DEFAULT));
    }
    return tunnels;
  }
}
