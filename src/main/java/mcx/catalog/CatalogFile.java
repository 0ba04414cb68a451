package mcx.catalog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import mcx.catalog.Entry.Malformed;
import mcx.catalog.PrefixLimitFact.Direction;
import mcx.catalog.PrefixLimitFact.Scope;
import mcx.design.IkeVersion;
import mcx.inet.Community;
import mcx.inet.Family;
import mcx.inet.Prefix;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of a catalog file: JSON with {@code sources}, {@code vendors}, {@code products}, {@code
 * places} and {@code assumptions}, each an object by key. An entry that cannot be read is left out
 * and told; the others stand.
 */
final class CatalogFile {

  /**
   * What a file holds.
   *
   * @param catalog what could be read
   * @param faults what could not
   */
  record Content(Catalog catalog, List<Fault> faults) {}

  /** Something wrong in a file; the components are those of {@link CatalogLoader.Problem}. */
  record Fault(String key, String reason, String wayOut) {}

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9._-]*");
  private static final Pattern SOURCE_KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private final List<Fault> faults = new ArrayList<>();

  private CatalogFile() {}

  /** Reads a file's text; never throws for what it holds. */
  static Content read(String text) {
    return new CatalogFile().content(text);
  }

  private Content content(String text) {
    SortedMap<String, Vendor> vendors = new TreeMap<>();
    SortedMap<String, Product> products = new TreeMap<>();
    SortedMap<String, Source> sources = new TreeMap<>();
    SortedMap<String, Place> places = new TreeMap<>();
    Map<Assumption, Fact<Long>> assumptions = new EnumMap<>(Assumption.class);
    try {
      JsonNode tree = JSON.readTree(text);
      Entry root = Entry.of(tree, "");
      section(root, "sources", SOURCE_KEY, sources, CatalogFile::source);
      section(root, "vendors", KEY, vendors, CatalogFile::vendor);
      section(root, "products", KEY, products, CatalogFile::product);
      section(root, "places", KEY, places, CatalogFile::place);
      assumptions.putAll(
          root.byChoice(
              "assumptions",
              Assumption.class,
              Assumption::key,
              f -> longFact(f, Integer.MAX_VALUE)));
      root.unread().forEach(this::unknown);
    } catch (JacksonException e) {
      String where =
          e.getLocation() == null
              ? ""
              : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
      faults.add(
          new Fault(
              where,
              "this is not JSON: " + e.getOriginalMessage(),
              "Mend the text at this place."));
    } catch (Malformed e) {
      faults.add(fault(e));
    }
    return new Content(
        new Catalog(vendors, products, sources, places, assumptions), List.copyOf(faults));
  }

  private interface Reader<T> {
    T of(String key, Entry entry) throws Malformed;
  }

  private <T> void section(
      Entry root, String name, Pattern keys, SortedMap<String, T> into, Reader<T> reader) {
    try {
      Entry section = root.objectOrNull(name);
      if (section == null) {
        return;
      }
      for (String key : new TreeSet<>(toList(section.keys()))) {
        try {
          Entry entry = section.object(key);
          if (!keys.matcher(key).matches()) {
            throw new Malformed(
                entry.path(),
                "“" + key + "” cannot be a key",
                "Use small letters, digits, dot, dash and underscore.");
          }
          T value = reader.of(key, entry);
          into.put(key, value);
        } catch (Malformed e) {
          faults.add(fault(e));
          // What stands below a fault was not read to its end; unread keys in it mean nothing.
          unreadable.add(name + " › " + key);
        }
      }
    } catch (Malformed e) {
      faults.add(fault(e));
      unreadable.add(name);
    }
  }

  private final Set<String> unreadable = new TreeSet<>();

  private void unknown(String key) {
    if (unreadable.stream().noneMatch(u -> key.startsWith(u + " › "))) {
      faults.add(
          new Fault(key, "the program knows no such key", "Check its spelling or remove it."));
    }
  }

  private static Fault fault(Malformed e) {
    return new Fault(e.key(), e.reason(), e.wayOut());
  }

  private static List<String> toList(Iterable<String> all) {
    List<String> list = new ArrayList<>();
    all.forEach(list::add);
    return list;
  }

  private static Source source(String key, Entry e) throws Malformed {
    return new Source(key, e.text("title"), e.text("location", ""));
  }

  private static Place place(String key, Entry e) throws Malformed {
    String text = e.text("at");
    Coordinates at = Coordinates.parse(text);
    if (at == null) {
      throw new Malformed(
          e.path() + " › at",
          "“" + text + "” is no place on the Earth",
          "Write degrees of latitude and longitude, as in 52.37, 4.90.");
    }
    return new Place(
        key, e.text("name"), at, e.texts("also"), e.texts("regions"), e.text("source", ""));
  }

  private static Vendor vendor(String key, Entry e) throws Malformed {
    String name = e.text("name");
    String color = e.text("color", "#57606a");
    if (!COLOR.matcher(color).matches()) {
      throw new Malformed(
          e.path() + " › color", "“" + color + "” is no colour", "Write it as #rrggbb.");
    }
    String prefix = e.text("defaultPrefix");
    return new Vendor(
        key,
        name,
        e.text("shortName", name),
        e.text("networkName", "Network"),
        color,
        Entry.parsed(prefix, e.path() + " › defaultPrefix", Prefix::of).toString(),
        e.text("usualCircuit", ""),
        e.text("usualCircuitGateway", ""),
        e.text("usualVpnGateway", ""),
        e.texts("interconnects"),
        e.text("circuitPeering", ""),
        e.flag("gatewayTransit", false),
        e.texts("regions"),
        e.objects("notes", CatalogFile::wordsFact));
  }

  private static Product product(String key, Entry e) throws Malformed {
    String name = e.text("name");
    Entry asn = e.objectOrNull("asn");
    List<Integer> speeds = e.numbers("speedsMbps", 1, 10_000_000);
    return new Product(
        key,
        e.text("vendor"),
        e.choice("kind", Product.Kind.class, Enum::name),
        name,
        e.text("shortName", name),
        e.text("behaviour", key),
        e.choices("roles", GatewayRole.class, Enum::name),
        e.texts("skus"),
        asn == null ? null : longFact(asn, 0xffff_ffffL),
        e.flag("asnFixed", false),
        e.objects("refusedPeerAsns", CatalogFile::asnRange),
        e.objects("limits", CatalogFile::limit),
        e.objectOrNull("timers", CatalogFile::timers),
        e.objects("ike", CatalogFile::ike),
        speeds,
        e.text("speedsSource", ""),
        e.number("connections", 1, 2, 1),
        e.objectOrNull("transit", CatalogFile::wordsFact),
        e.objects("notes", CatalogFile::wordsFact),
        e.byChoice("numbers", Quantity.class, Quantity::key, f -> longFact(f, Integer.MAX_VALUE)),
        e.byChoice(
            "addresses",
            AddressSet.class,
            AddressSet::key,
            f -> fact(f, f.parsedList("value", Prefix::of))),
        e.objectOrNull(
            "preference", f -> fact(f, f.choiceList("value", RouteSource.class, Enum::name))),
        e.objects("preferenceCommunities", CatalogFile::preferenceCommunity),
        e.text("networksThrough", ""),
        e.text("bgpThrough", ""));
  }

  private static <T> Fact<T> fact(Entry e, T value) throws Malformed {
    return new Fact<>(value, e.text("source", ""), e.flag("confirmed", true));
  }

  private static Fact<String> wordsFact(Entry e) throws Malformed {
    return fact(e, e.text("value"));
  }

  private static Fact<Long> longFact(Entry e, long max) throws Malformed {
    return fact(e, e.number("value", 0L, max));
  }

  private static AsnRange asnRange(Entry e) throws Malformed {
    long first = e.number("first", 0L, 0xffff_ffffL);
    return new AsnRange(
        first,
        e.has("last") ? e.number("last", first, 0xffff_ffffL) : first,
        e.text("region", ""),
        e.text("source", ""));
  }

  private static PreferenceCommunity preferenceCommunity(Entry e) throws Malformed {
    return new PreferenceCommunity(
        Entry.parsed(e.text("community"), e.path() + " › community", Community::of),
        e.choice("level", PreferenceCommunity.Level.class, Enum::name),
        e.text("source", ""));
  }

  private static PrefixLimitFact limit(Entry e) throws Malformed {
    return new PrefixLimitFact(
        e.choice("direction", Direction.class, Enum::name),
        e.has("scope") ? e.choice("scope", Scope.class, Enum::name) : Scope.SESSION,
        e.textOrNull("peering"),
        e.textOrNull("sku"),
        new TreeSet<>(e.numbers("portMbps", 1, 10_000_000)),
        e.has("family") ? e.choice("family", Family.class, Family::label) : null,
        e.number("max", 1, Integer.MAX_VALUE),
        e.choice("beyond", Beyond.class, Enum::name).name(),
        e.text("beyondSource", ""),
        e.text("counts", ""),
        e.flag("adjustable", false),
        e.text("source", ""),
        e.flag("confirmed", true),
        e.text("rule", ""));
  }

  /**
   * The names that {@code mcx.network.PrefixLimit.Beyond} has; this room does not know that one.
   */
  private enum Beyond {
    SESSION_DOWN_AUTO,
    SESSION_IDLE,
    CONNECTION_DOWN,
    DROP_EXCESS_ORDERED,
    DROP_EXCESS,
    WARN_ONLY,
    REJECT_CONFIG,
    UNKNOWN
  }

  private static Timers timers(Entry e) throws Malformed {
    return new Timers(
        e.number("keepaliveSeconds", 1, 21845),
        e.number("holdSeconds", 3, 65535),
        e.numberOrNull("bfdIntervalMillis", 1, 300_000),
        e.numberOrNull("bfdMultiplier", 1, 255),
        e.flag("bfdDefault", false),
        e.text("detection", ""),
        e.text("source", ""),
        e.flag("confirmed", true));
  }

  private static Ike ike(Entry e) throws Malformed {
    return new Ike(
        e.textOrNull("sku"),
        e.choices("versions", IkeVersion.class, IkeVersion::label),
        e.flag("routeBased", true),
        e.flag("policyBased", false),
        e.flag("bgp", true),
        e.number("maxTunnels", 0, 1_000_000, 0),
        e.number("tunnelsPerConnection", 1, 8, 1),
        e.number("tunnelMbps", 0, 10_000_000, 0),
        e.flag("nat", false),
        new TreeSet<>(e.numbers("pfsOffered", 0, 65535)),
        new TreeSet<>(e.numbers("pfsAccepted", 0, 65535)),
        e.text("source", ""),
        e.flag("confirmed", true));
  }
}
