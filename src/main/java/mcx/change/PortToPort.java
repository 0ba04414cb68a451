package mcx.change;

import java.util.List;
import mcx.design.Layer2Provider;
import mcx.design.Layer2Provider.CrossConnect;
import mcx.design.Port;

/** Carries a VLAN between two ports of one layer-2 provider. */
final class PortToPort implements Joint {

  @Override
  public List<Way> ways(Pair pair) {
    Layer2Provider provider = pair.design().within(pair.a().id(), Layer2Provider.class);
    if (!(pair.a() instanceof Port a)
        || !(pair.b() instanceof Port b)
        || provider == null
        || !provider.equals(pair.design().within(b.id(), Layer2Provider.class))) {
      return List.of();
    }
    return List.of(
        new Way(
            "cross-connect",
            Texts.get("joint.crossConnect"),
            "",
            draft -> {
              int tag = Spare.vlan(draft.design(), a.id(), b.id());
              CrossConnects.addCross(
                  draft, provider.id(), new CrossConnect(a.id(), tag, b.id(), tag));
              draft.remark(Texts.get("remark.crossConnect", Integer.toString(tag)));
              return provider.id();
            }));
  }
}
