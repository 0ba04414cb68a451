package mcx.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import mcx.design.BgpSettings;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.Premises;
import mcx.design.PremisesKind;
import mcx.design.PrivateLink;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.geometry.Rect;

/** Documents of routers and datacenters for tests. */
final class Drawings {

  private Drawings() {}

  static Router router(String id, String holder) {
    return Router.of(Id.of(id), id, holder == null ? null : Id.of(holder), null);
  }

  static Premises datacenter(String id) {
    return new Premises(Id.of(id), id, null, PremisesKind.DATACENTER, null, List.of());
  }

  static PrivateLink link(String id, String a, String b) {
    return new PrivateLink(
        Id.of(id), "", Id.of(a), Id.of(b), null, 0, 1, Routing.BGP, BgpSettings.DEFAULT);
  }

  /** A document of bare routers at these places, named {@code a}, {@code b} and so on. */
  static Document routers(List<Rect> places, List<PrivateLink> links) {
    List<Element> elements = new ArrayList<>();
    TreeMap<Id, Rect> bounds = new TreeMap<>();
    for (int i = 0; i < places.size(); i++) {
      String name = String.valueOf((char) ('a' + i));
      elements.add(router(name, null));
      bounds.put(Id.of(name), places.get(i));
    }
    return Document.EMPTY
        .withDesign(Design.of("", elements, links, List.of()))
        .withDiagram(Diagram.EMPTY.withBounds(bounds));
  }

  /** Routers on a loose grid, some of them in datacenters, joined at random. */
  static Document random(long seed, int columns, int rows, int links) {
    Random random = new Random(seed);
    List<Element> elements = new ArrayList<>();
    TreeMap<Id, Rect> bounds = new TreeMap<>();
    List<String> routers = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      for (int r = 0; r < rows; r++) {
        double x = c * 260 + random.nextInt(6) * 10;
        double y = r * 200 + random.nextInt(4) * 10;
        String id = "r" + c + "-" + r;
        boolean held = random.nextInt(3) == 0;
        if (held) {
          elements.add(datacenter("d" + id));
          bounds.put(Id.of("d" + id), new Rect(x - 30, y - 50, 160, 140));
        }
        elements.add(router(id, held ? "d" + id : null));
        bounds.put(Id.of(id), new Rect(x, y, 90, 60));
        routers.add(id);
      }
    }
    List<Link> all = new ArrayList<>();
    for (int i = 0; i < links; i++) {
      String a = routers.get(random.nextInt(routers.size()));
      String b = routers.get(random.nextInt(routers.size()));
      if (!a.equals(b)) {
        all.add(link("l" + i, a, b));
      }
    }
    return Document.EMPTY
        .withDesign(Design.of("", elements, all, List.of()))
        .withDiagram(Diagram.EMPTY.withBounds(bounds));
  }
}
