package mcx.change;

import java.util.List;
import mcx.design.BgpPeering;
import mcx.design.Id;
import mcx.design.Router;
import mcx.inet.Asn;

/** A BGP session between the loopbacks of two routers, whatever links lie between them. */
final class RouterPeering implements Joint {

  @Override
  public List<Way> ways(Pair pair) {
    if (!(pair.a() instanceof Router a)
        || !(pair.b() instanceof Router b)
        || Joining.joined(pair, BgpPeering.class)) {
      return List.of();
    }
    return List.of(
        new Way(
            "bgp-peering",
            Texts.get("joint.bgpPeering"),
            warning(pair),
            draft -> make(draft, a, b)));
  }

  private static Id make(Draft draft, Router a, Router b) {
    Asn asn = a.asn();
    draft.remark(
        asn != null && asn.equals(b.asn())
            ? Texts.get("remark.innerPeering", asn.toString())
            : Texts.get("remark.outerPeering"));
    return draft
        .add(
            new BgpPeering(
                draft.id(a.id() + "-" + b.id() + "-bgp"),
                "",
                a.id(),
                b.id(),
                PrivateLinks.session(a, b)))
        .id();
  }

  /** Without a number at each end there is no session. */
  private static String warning(Pair pair) {
    for (var element : List.of(pair.a(), pair.b())) {
      if (element instanceof Router router && router.asn() == null) {
        return Texts.get("warning.noAsn", Words.name(pair.catalog(), router));
      }
    }
    return "";
  }
}
