package mcx.change;

import java.util.List;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Internet;
import mcx.design.Layer2Provider;
import mcx.design.Layer3Provider;
import mcx.design.PeeringLocation;
import mcx.design.PointOfPresence;
import mcx.design.Port;
import mcx.design.ProviderEdge;
import mcx.design.Vrf;
import org.jspecify.annotations.Nullable;

/** Providers, peering locations and the Internet, and what stands in a provider. */
final class ProviderKinds {

  private static final Id SAMPLE = Id.of("sample");
  private static final long FIRST_ASN = 64900;
  private static final int PORT_MBPS = 10_000;

  private ProviderKinds() {}

  static List<Kind> all() {
    return List.of(
        new Kind(
            stencil("layer3-provider", "group.providers"),
            (design, holder) -> new Layer3Provider(SAMPLE, "", holder, null, List.of()),
            (draft, holder) -> {
              String name = draft.numbered(Texts.get("stencil.layer3-provider"));
              Id id = draft.id("provider" + SiteKinds.number(name));
              draft.add(new Layer3Provider(id, name, holder, draft.asn(FIRST_ASN), List.of()));
              Id pop = pointOfPresence(draft, id);
              edge(draft, pop);
              edge(draft, pop);
              vrf(draft, id);
              return id;
            }),
        new Kind(
            stencil("layer2-provider", "group.providers"),
            (design, holder) -> new Layer2Provider(SAMPLE, "", holder, List.of()),
            (draft, holder) -> {
              String name = draft.numbered(Texts.get("stencil.layer2-provider"));
              Id id = draft.id("exchange" + SiteKinds.number(name));
              draft.add(new Layer2Provider(id, name, holder, List.of()));
              port(draft, id);
              port(draft, id);
              return id;
            }),
        simple(
            "peering-location",
            "group.providers",
            (id, name, holder) -> new PeeringLocation(id, name, holder, null, null, null)),
        new Kind(
            stencil("internet", "group.providers"),
            (design, holder) -> new Internet(SAMPLE, "", holder),
            (draft, holder) -> internet(draft, holder).id()));
  }

  static List<Kind> parts() {
    return List.of(
        new Kind(
            stencil("pop", "group.inProvider"),
            (design, holder) -> new PointOfPresence(SAMPLE, "", holder, null),
            (draft, holder) -> {
              Id pop = pointOfPresence(draft, java.util.Objects.requireNonNull(holder));
              edge(draft, pop);
              return pop;
            }),
        new Kind(
            stencil("provider-edge", "group.inProvider"),
            (design, holder) -> new ProviderEdge(SAMPLE, "", holder),
            (draft, holder) -> edge(draft, java.util.Objects.requireNonNull(holder)).id()),
        new Kind(
            stencil("vrf", "group.inProvider"),
            (design, holder) ->
                new Vrf(
                    SAMPLE,
                    "",
                    holder,
                    null,
                    java.util.Set.of(),
                    java.util.Set.of(),
                    null,
                    0,
                    false),
            (draft, holder) -> vrf(draft, java.util.Objects.requireNonNull(holder)).id()),
        new Kind(
            stencil("port", "group.inProvider"),
            (design, holder) -> new Port(SAMPLE, "", holder, PORT_MBPS),
            (draft, holder) -> port(draft, java.util.Objects.requireNonNull(holder)).id()));
  }

  private interface Maker {
    Element of(Id id, String name, @Nullable Id holder);
  }

  private static Kind simple(String key, String group, Maker maker) {
    return new Kind(
        stencil(key, group),
        (design, holder) -> maker.of(SAMPLE, "", holder),
        (draft, holder) -> {
          String name = draft.numbered(Texts.get("stencil." + key));
          return draft.add(maker.of(draft.id(Stems.of(name)), name, holder)).id();
        });
  }

  private static Stencil stencil(String key, String group) {
    return new Stencil(key, Texts.get(group), Texts.get("stencil." + key), key);
  }

  /** A new Internet element. */
  static Internet internet(Draft draft, @Nullable Id holder) {
    return draft.add(
        new Internet(draft.id("internet"), draft.named(Texts.get("stencil.internet")), holder));
  }

  private static Id pointOfPresence(Draft draft, Id provider) {
    String name = draft.numbered(Texts.get("name.pop"));
    return draft
        .add(new PointOfPresence(draft.id("pop" + SiteKinds.number(name)), name, provider, null))
        .id();
  }

  /** A new provider edge in a provider or point of presence. */
  static ProviderEdge edge(Draft draft, Id holder) {
    String name = draft.numbered(Texts.get("name.edge"));
    return draft.add(new ProviderEdge(draft.id("pe" + SiteKinds.number(name)), name, holder));
  }

  /** A new VRF of a provider. */
  static Vrf vrf(Draft draft, Id provider) {
    String name = draft.numbered(Texts.get("name.vrf"));
    return draft.add(Vrf.of(draft.id("vrf" + SiteKinds.number(name)), name, provider));
  }

  /** A new port in a layer-2 provider, cloud or peering location. */
  static Port port(Draft draft, Id holder) {
    String name = draft.numbered(Texts.get("name.port"));
    return draft.add(new Port(draft.id("port" + SiteKinds.number(name)), name, holder, PORT_MBPS));
  }
}
