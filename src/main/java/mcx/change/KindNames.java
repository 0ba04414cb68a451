package mcx.change;

import mcx.catalog.Catalog;
import mcx.design.Element;
import mcx.design.Link;

/** What kinds of elements and links are called, in the middle of a sentence. */
public final class KindNames {

  private KindNames() {}

  /** What the element is, such as {@code datacenter} or {@code ER gateway}. */
  public static String of(Catalog catalog, Element element) {
    return Words.kind(catalog, element);
  }

  /** What the link is, such as {@code access link}. */
  public static String of(Link link) {
    return Texts.get("kind." + link.getClass().getSimpleName());
  }
}
