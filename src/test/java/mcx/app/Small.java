package mcx.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.PrivateLink;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.design.StaticRoute;
import mcx.diagram.Document;
import mcx.format.McxFiles;
import mcx.inet.Asn;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import org.jspecify.annotations.Nullable;

/** A small design of bare routers, written to a file. */
final class Small {

  private final List<Element> elements = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();

  /** A router that holds these prefixes; its name is its id in capitals. */
  Small router(String id, long asn, String... prefixes) {
    Router router = Router.of(Id.of(id), id.toUpperCase(java.util.Locale.ROOT), null, Asn.of(asn));
    return add(
        Components.with(router, "networks", Arrays.stream(prefixes).map(PrefixRange::of).toList()));
  }

  Small add(Element element) {
    elements.add(element);
    return this;
  }

  /** Gives the router drawn last a component, named as in its record. */
  Small with(String component, Object value) {
    elements.add(Components.with(elements.removeLast(), component, value));
    return this;
  }

  /** Gives the router drawn last a route by hand; {@code via} null to discard. */
  Small byHand(String prefix, @Nullable String via) {
    return with(
        "staticRoutes",
        List.of(new StaticRoute(Prefix.of(prefix), via == null ? null : Id.of(via), false)));
  }

  Small link(String id, String a, String b) {
    return link(id, a, b, BgpEnd.DEFAULT, BgpEnd.DEFAULT);
  }

  Small link(String id, String a, String b, BgpEnd atA, BgpEnd atB) {
    links.add(
        new PrivateLink(
            Id.of(id),
            "",
            Id.of(a),
            Id.of(b),
            null,
            1000,
            1,
            Routing.BGP,
            new BgpSettings(atA, atB)));
    return this;
  }

  /** Writes it, and says where. */
  String in(Path folder) throws IOException {
    Path file = folder.resolve("small.mcx");
    Design design = Design.of("Small", elements, links, List.of());
    McxFiles.save(Document.EMPTY.withDesign(design), file);
    return file.toString();
  }
}
