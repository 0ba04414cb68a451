package mcx.editor.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import mcx.catalog.Product;
import mcx.catalog.Timers;
import mcx.design.BgpEnd;
import mcx.design.BgpPeering;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.ListName;
import mcx.design.LocalAs;
import mcx.design.PrefixLimitAction;
import mcx.design.PrivateAs;
import mcx.design.RoutePolicy;
import mcx.design.RoutePolicy.PrefixMatch;
import mcx.design.Router;
import mcx.editor.Texts;
import mcx.editor.Words;
import mcx.inet.Asn;
import org.jspecify.annotations.Nullable;

/** The two ends of a BGP session. */
final class BgpSections {

  /** Stands before the name of a prefix list. */
  private static final String LIST = "list";

  /** Stands behind the key of an end, for the section with the rest of its settings. */
  private static final String MORE = ".more";

  private BgpSections() {}

  /**
   * The sections of both ends of a session.
   *
   * @param path where the settings are in the link, such as {@code vlans[0].session}
   */
  static List<Section> of(Sheet sheet, String path, Id a, Id b) {
    List<Section> sections = new ArrayList<>();
    sections.addAll(end(sheet, path + ".a", a, b));
    sections.addAll(end(sheet, path + ".b", b, a));
    return sections;
  }

  /** What most sessions get by with, and a section with the rest. */
  private static List<Section> end(Sheet sheet, String path, Id own, Id other) {
    BgpEnd end = (BgpEnd) sheet.value(path);
    if (end == null) {
      throw new IllegalArgumentException("no session at " + path);
    }
    Product product = Warnings.product(sheet.design(), sheet.catalog, own);
    Product facing = Warnings.product(sheet.design(), sheet.catalog, other);
    List<Field> fields = new ArrayList<>();
    fields.add(
        sheet.asn(
            path + ".asn",
            asnByDefault(sheet, own, product),
            asn ->
                facing == null
                    ? Warnings.asn(asn, java.util.Set.of())
                    : Warnings.asn(asn, java.util.Set.of(facing))));
    fields.add(sheet.address(path + ".address", addressByDefault(sheet, own)));
    fields.addAll(quick(sheet, path + ".importPolicy", end.importPolicy(), true));
    fields.addAll(quick(sheet, path + ".exportPolicy", end.exportPolicy(), false));
    fields.add(policy(sheet, path + ".importPolicy", end.importPolicy()));
    fields.add(policy(sheet, path + ".exportPolicy", end.exportPolicy()));
    fields.add(sheet.tristate(path + ".bfd", Texts.get("value.catalog")));
    BgpEnd rest = rest(end);
    String at = Words.name(sheet.design(), own);
    return List.of(
        new Section(path, Sheet.title("bgp", at), fields, List.of(), end.equals(rest)),
        new Section(
            path + MORE,
            Sheet.title("bgpMore", at),
            more(sheet, path, end, product),
            List.of(),
            rest.equals(BgpEnd.DEFAULT)));
  }

  /** The end without what the first of its sections has. */
  private static BgpEnd rest(BgpEnd end) {
    return end.with("asn", null)
        .with("address", null)
        .with("importPolicy", RoutePolicy.PERMIT_ALL)
        .with("exportPolicy", RoutePolicy.PERMIT_ALL)
        .with("bfd", null);
  }

  private static List<Field> more(Sheet sheet, String path, BgpEnd end, @Nullable Product product) {
    List<Field> fields = new ArrayList<>();
    fields.add(sheet.oneOf(path + ".localAs", LocalAs.class, null));
    fields.add(
        sheet.number(
            path + ".prefixLimit",
            Texts.get("unit.prefixes"),
            Texts.get("placeholder.catalog"),
            List.of()));
    fields.add(sheet.oneOf(path + ".prefixLimitAction", PrefixLimitAction.class, null));
    Timers timers = product == null ? null : product.timers();
    fields.add(
        sheet.number(
            path + ".keepaliveSeconds",
            Texts.get("unit.seconds"),
            timers == null
                ? Texts.get("placeholder.catalog")
                : String.valueOf(timers.keepaliveSeconds()),
            List.of()));
    fields.add(
        sheet.number(
            path + ".holdSeconds",
            Texts.get("unit.seconds"),
            timers == null
                ? Texts.get("placeholder.catalog")
                : String.valueOf(timers.holdSeconds()),
            List.of()));
    fields.add(sheet.number(path + ".allowAsIn", Texts.get("unit.times")));
    fields.add(sheet.toggle(path + ".asOverride"));
    fields.add(sheet.oneOf(path + ".privateAs", PrivateAs.class, null));
    fields.add(sheet.toggle(path + ".holdBackNeighborAs"));
    fields.add(sheet.toggle(path + ".nextHopSelf"));
    fields.add(sheet.toggle(path + ".routeReflectorClient"));
    fields.add(sheet.toggle(path + ".defaultOriginate"));
    fields.add(
        sheet.lines(
            path + ".defaultWhen",
            LineForms::print,
            LineForms::prefixMatch,
            Texts.get("placeholder.always")));
    fields.add(sheet.toggle(path + ".bilateralPeer"));
    fields.addAll(SettingFields.of(sheet, path + ".settings", end, null));
    return fields;
  }

  private static String addressByDefault(Sheet sheet, Id own) {
    if (!(sheet.root instanceof BgpPeering)) {
      return Texts.get("placeholder.made");
    }
    Router router = sheet.design().element(own, Router.class);
    return router == null || router.routerId() == null
        ? Texts.get("placeholder.loopback")
        : Texts.get("placeholder.routerId", router.routerId().toString());
  }

  private static String asnByDefault(Sheet sheet, Id own, @Nullable Product product) {
    Element element = sheet.design().element(own);
    Asn asn =
        switch (element) {
          case Router r -> r.asn();
          case mcx.design.Gateway g -> g.asn();
          case mcx.design.ProviderEdge p -> {
            var provider = sheet.design().within(own, mcx.design.Layer3Provider.class);
            yield provider == null ? null : provider.asn();
          }
          case null, default -> null;
        };
    if (asn != null) {
      return asn.toString();
    }
    return product == null || product.asn() == null
        ? Texts.get("placeholder.element")
        : Texts.get("placeholder.product", product.asn().value().toString(), product.shortName());
  }

  /** The settings that most sessions get by with, as long as the policy says no more than these. */
  private static List<Field> quick(Sheet sheet, String path, RoutePolicy policy, boolean incoming) {
    SimplePolicy simple = SimplePolicy.of(policy);
    if (simple == null) {
      return List.of();
    }
    Field only =
        sheet.facet(
            path,
            incoming ? "importOnly" : "exportOnly",
            Field.Kind.LINES,
            printed(simple),
            Texts.get("placeholder.all"),
            typed -> passing(simple, typed).policy());
    if (incoming) {
      return List.of(
          number(
              sheet,
              path,
              "localPreference",
              simple.localPreference(),
              "100",
              n -> simple.withLocalPreference(n).policy()),
          only);
    }
    return List.of(
        number(
            sheet,
            path,
            "prepend",
            simple.prepend() == 0 ? null : (long) simple.prepend(),
            "0",
            n -> simple.withPrepend(n == null ? 0 : (int) Math.min(n, 1000)).policy()),
        number(sheet, path, "med", simple.med(), "0", n -> simple.withMed(n).policy()),
        only);
  }

  /** What passes, one prefix or list on each line. */
  private static String printed(SimplePolicy policy) {
    List<String> lines = new ArrayList<>();
    policy.only().forEach(m -> lines.add(LineForms.print(m)));
    policy.lists().forEach(name -> lines.add(LIST + " " + name));
    return String.join("\n", lines);
  }

  private static SimplePolicy passing(SimplePolicy policy, String typed) {
    List<PrefixMatch> only = new ArrayList<>();
    Set<ListName> lists = new TreeSet<>();
    for (String line : typed.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      if (line.startsWith(LIST + " ")) {
        lists.add(new ListName(line.substring(LIST.length()).strip()));
      } else {
        only.add(LineForms.prefixMatch(line));
      }
    }
    return policy.withOnly(only, lists);
  }

  private static Field number(
      Sheet sheet,
      String path,
      String key,
      @Nullable Long now,
      String placeholder,
      Function<@Nullable Long, RoutePolicy> wrap) {
    return sheet.facet(
        path,
        key,
        Field.Kind.NUMBER,
        now == null ? "" : now.toString(),
        placeholder,
        typed -> {
          if (typed.isBlank()) {
            return wrap.apply(null);
          }
          try {
            return wrap.apply(Long.parseLong(typed.strip()));
          } catch (NumberFormatException e) {
            throw new IllegalArgumentException(Texts.get("check.number", typed), e);
          }
        });
  }

  private static Field policy(Sheet sheet, String path, RoutePolicy policy) {
    return sheet.field(
        path,
        Field.Kind.LINES,
        PolicyText.print(policy),
        Texts.get("placeholder.permitAll"),
        "",
        typed -> Check.good(PolicyText.parse(typed)));
  }
}
