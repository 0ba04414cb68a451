package mcx.change;

import java.util.ArrayList;
import java.util.List;
import mcx.catalog.Catalog;
import mcx.catalog.Vendor;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/** What can be put on the canvas, and what it brings along. */
public final class Stencils {

  private Stencils() {}

  /** All stencils in the palette's order. */
  public static List<Stencil> all(Catalog catalog) {
    return kinds(catalog).stream().map(Kind::stencil).toList();
  }

  /**
   * Why the stencil cannot stand there, in words with the way out; null where it can.
   *
   * @param holder the element it is dropped into; null for the empty canvas
   */
  public static @Nullable String refusal(
      Design design, Catalog catalog, Stencil stencil, @Nullable Id holder) {
    Element sample = kind(catalog, stencil).sample().of(design, holder);
    if (sample != null) {
      return Nesting.refusal(design, catalog, sample, holder);
    }
    Vendor vendor = Products.vendor(design, catalog, holder);
    Cloud cloud = design.within(holder, Cloud.class);
    if (cloud == null) {
      return Texts.get("refusal.needsCloud", stencil.label());
    }
    return vendor == null
        ? Texts.get("refusal.unknownVendor", cloud.vendor())
        : Texts.get("refusal.noProduct", vendor.name(), stencil.label());
  }

  /**
   * The design with a new element of this kind, complete enough that the analysis has something to
   * say: a cloud arrives with a virtual network and a free address range, a datacenter with a
   * router and a network, a layer-3 provider with a point of presence, two provider edges and a
   * VRF.
   *
   * @throws IllegalArgumentException where {@link #refusal} has a reason
   */
  public static Change place(Design design, Catalog catalog, Stencil stencil, @Nullable Id holder) {
    String refusal = refusal(design, catalog, stencil, holder);
    if (refusal != null) {
      throw new IllegalArgumentException(refusal);
    }
    Draft draft = new Draft(design, catalog);
    Id main = kind(catalog, stencil).place().in(draft, holder);
    return draft.change(main);
  }

  private static Kind kind(Catalog catalog, Stencil stencil) {
    return kinds(catalog).stream()
        .filter(k -> k.stencil().key().equals(stencil.key()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no stencil " + stencil.key()));
  }

  private static List<Kind> kinds(Catalog catalog) {
    List<Kind> kinds = new ArrayList<>();
    kinds.addAll(SiteKinds.all());
    kinds.addAll(ProviderKinds.all());
    kinds.addAll(CloudKinds.clouds(catalog));
    kinds.addAll(CloudKinds.parts(catalog));
    kinds.addAll(ProviderKinds.parts());
    return List.copyOf(kinds);
  }
}
