package mcx.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mcx.catalog.Catalog;
import mcx.catalog.Product;
import mcx.design.Circuit;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Premises;
import mcx.design.Router;

/** How elements and links are spoken of. */
final class Words {

  private Words() {}

  /** The element's name in quotes; its kind where it has none. */
  static String name(Catalog catalog, Element element) {
    return element.name().isBlank() ? kind(catalog, element) : "“" + element.name() + "”";
  }

  /** What the element is, such as {@code datacenter} or {@code ER gateway}. */
  static String kind(Catalog catalog, Element element) {
    return switch (element) {
      case Circuit c -> product(catalog.of(c), element);
      case Gateway g -> product(catalog.of(g), element);
      case Premises p -> Texts.get("kind.Premises." + p.kind());
      case Router r -> Texts.get("kind.Router." + r.kind());
      default -> Texts.get("kind." + element.getClass().getSimpleName());
    };
  }

  private static String product(@org.jspecify.annotations.Nullable Product known, Element element) {
    return known == null
        ? Texts.get("kind." + element.getClass().getSimpleName())
        : known.shortName();
  }

  /** What came along, in a phrase: {@code ER gateway, 2 circuit connections}. */
  static String list(Catalog catalog, List<?> created) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Object one : created) {
      String key =
          one instanceof Element e
              ? kind(catalog, e)
              : Texts.get("kind." + one.getClass().getSimpleName());
      counts.merge(key, 1, Integer::sum);
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((kind, n) -> parts.add(n == 1 ? kind : n + " × " + kind));
    return String.join(", ", parts);
  }
}
