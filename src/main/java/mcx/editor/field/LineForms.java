package mcx.editor.field;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mcx.design.Aggregate;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Layer2Provider.CrossConnect;
import mcx.design.Layer3Provider.IgpCost;
import mcx.design.ListName;
import mcx.design.PrefixListRoute;
import mcx.design.RoutePolicy.PrefixMatch;
import mcx.design.Setting;
import mcx.design.Settings;
import mcx.design.StaticRoute;
import mcx.design.VirtualNetwork.Subnet;
import mcx.editor.Texts;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/** The values that are typed one on each line: how each is written and read. */
final class LineForms {

  private LineForms() {}

  static String print(StaticRoute route) {
    return route.prefix()
        + (route.via() == null ? " discard" : " via " + route.via())
        + (route.distance() == null ? "" : " distance " + route.distance())
        + (route.redistribute() ? " redistribute" : "");
  }

  static StaticRoute staticRoute(Design design, String line) {
    String[] w = words(line);
    boolean redistribute = w[w.length - 1].equals("redistribute");
    int count = redistribute ? w.length - 1 : w.length;
    Integer distance = null;
    if (count >= 4 && w[count - 2].equals("distance")) {
      distance = number(w[count - 1], "lines.staticRoute", line);
      count -= 2;
    }
    if (count == 2 && w[1].equals("discard")) {
      return new StaticRoute(Prefix.of(w[0]), null, distance, redistribute);
    }
    if (count >= 3 && w[1].equals("via")) {
      String name = String.join(" ", List.of(w).subList(2, count));
      return new StaticRoute(Prefix.of(w[0]), thing(design, name), distance, redistribute);
    }
    throw new IllegalArgumentException(Texts.get("lines.staticRoute", line));
  }

  static String print(PrefixListRoute route) {
    return route.list() + (route.via() == null ? " discard" : " via " + route.via());
  }

  static PrefixListRoute prefixListRoute(Design design, String line) {
    String[] w = words(line);
    if (w.length == 2 && w[1].equals("discard")) {
      return new PrefixListRoute(new ListName(w[0]), null);
    }
    if (w.length >= 3 && w[1].equals("via")) {
      String name = String.join(" ", List.of(w).subList(2, w.length));
      return new PrefixListRoute(new ListName(w[0]), thing(design, name));
    }
    throw new IllegalArgumentException(Texts.get("lines.prefixListRoute", line));
  }

  static String print(Aggregate aggregate) {
    return aggregate.prefix() + (aggregate.summaryOnly() ? " summary-only" : "");
  }

  static Aggregate aggregate(String line) {
    String[] w = words(line);
    if (w.length == 1 || (w.length == 2 && w[1].equals("summary-only"))) {
      return new Aggregate(Prefix.of(w[0]), w.length == 2);
    }
    throw new IllegalArgumentException(Texts.get("lines.aggregate", line));
  }

  static String print(IgpCost cost) {
    return cost.a() + " " + cost.b() + " " + cost.cost();
  }

  static IgpCost igpCost(Design design, String line) {
    String[] w = words(line);
    if (w.length != 3) {
      throw new IllegalArgumentException(Texts.get("lines.igpCost", line));
    }
    return new IgpCost(
        thing(design, w[0]), thing(design, w[1]), number(w[2], "lines.igpCost", line));
  }

  static String print(CrossConnect c) {
    return c.portA() + " " + c.vlanA() + " – " + c.portB() + " " + c.vlanB();
  }

  static CrossConnect crossConnect(Design design, String line) {
    String[] w = words(line.replace("–", " ").replace(" - ", " "));
    if (w.length != 4) {
      throw new IllegalArgumentException(Texts.get("lines.crossConnect", line));
    }
    return new CrossConnect(
        thing(design, w[0]),
        number(w[1], "lines.crossConnect", line),
        thing(design, w[2]),
        number(w[3], "lines.crossConnect", line));
  }

  static String print(Subnet subnet) {
    StringBuilder line = new StringBuilder(subnet.name().isBlank() ? "" : subnet.name() + " ");
    line.append(subnet.prefix());
    subnet
        .settings()
        .values()
        .forEach(
            (setting, value) -> {
              String text =
                  setting.kind().form() == Setting.Kind.Form.PREFIXES
                      ? subnet.settings().prefixes(setting).stream()
                          .map(Prefix::toString)
                          .collect(Collectors.joining(","))
                      : value.toString();
              line.append(' ').append(setting.key()).append('=').append(text);
            });
    return line.toString();
  }

  /** A name, a prefix, and settings such as {@code networkSecurityGroup=true}. */
  static Subnet subnet(String line) {
    List<String> w = new ArrayList<>(List.of(words(line)));
    Settings settings = Settings.NONE;
    Subnet any = new Subnet("", Prefix.of("0.0.0.0/0"));
    while (w.size() > 1 && w.getLast().contains("=")) {
      String typed = w.removeLast();
      int equals = typed.indexOf('=');
      Setting setting =
          Setting.of(any).stream()
              .filter(s -> s.key().equals(typed.substring(0, equals)))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalArgumentException(Texts.get("lines.subnetSetting", typed)));
      settings = settings.with(setting, setting.kind().parse(setting, typed.substring(equals + 1)));
    }
    Prefix prefix = Prefix.of(w.removeLast());
    return new Subnet(String.join(" ", w), prefix, settings);
  }

  static String print(PrefixMatch match) {
    return match.prefix()
        + (match.ge() == null ? "" : " ge " + match.ge())
        + (match.le() == null ? "" : " le " + match.le());
  }

  static PrefixMatch prefixMatch(String line) {
    String[] w = words(line);
    Integer ge = null;
    Integer le = null;
    if (w.length % 2 == 0) {
      throw new IllegalArgumentException(Texts.get("lines.prefixMatch", line));
    }
    for (int i = 1; i < w.length; i += 2) {
      int value = number(w[i + 1], "lines.prefixMatch", line);
      switch (w[i]) {
        case "ge" -> ge = value;
        case "le" -> le = value;
        default -> throw new IllegalArgumentException(Texts.get("lines.prefixMatch", line));
      }
    }
    return new PrefixMatch(Prefix.of(w[0]), ge, le);
  }

  private static String[] words(String line) {
    return line.strip().split("\\s+");
  }

  private static int number(String text, String form, String line) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(Texts.get(form, line), e);
    }
  }

  /** The element or link of this id, or the only one of this name. */
  private static Id thing(Design design, String text) {
    Id byId = known(design, text);
    if (byId != null) {
      return byId;
    }
    List<Id> named =
        java.util.stream.Stream.concat(
                design.elements().values().stream()
                    .filter(e -> e.name().equals(text))
                    .map(mcx.design.Element::id),
                design.links().values().stream()
                    .filter(l -> l.name().equals(text))
                    .map(mcx.design.Link::id))
            .toList();
    if (named.size() == 1) {
      return named.getFirst();
    }
    throw new IllegalArgumentException(
        Texts.get(named.isEmpty() ? "lines.unknown" : "lines.ambiguous", text));
  }

  private static @Nullable Id known(Design design, String text) {
    try {
      Id id = new Id(text);
      return design.elements().containsKey(id) || design.links().containsKey(id.owner())
          ? id
          : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
