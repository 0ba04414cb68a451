package mcx.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import mcx.diagram.Diagram;
import mcx.diagram.Document;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import mcx.inet.Asn;
import mcx.inet.Community;
import mcx.inet.Family;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.inet.RouteTarget;
import org.jspecify.annotations.Nullable;

/**
 * Random designs for property tests. Every kind of element and link occurs in each, with ends that
 * make sense, and every field is set in some. The same seed gives the same design.
 */
public final class RandomDesigns {

  private static final List<String> WORDS =
      List.of(
          "Frankfurt",
          "Köln",
          "東京",
          "hub",
          "spoke",
          "prod",
          "“quoted”",
          "back\\slash",
          "tab\there",
          "West Europe",
          "emoji 🛰",
          "a/b~c",
          "");

  private final Random random;
  private final int size;
  private final SortedMap<Id, Element> elements = new TreeMap<>();
  private final SortedMap<Id, Link> links = new TreeMap<>();

  private RandomDesigns(long seed, int size) {
    this.random = new Random(seed);
    this.size = size;
  }

  /** A small design. */
  public static Design design(long seed) {
    return design(seed, 2);
  }

  /**
   * A design.
   *
   * @param size about how many there are of each kind, at least 1
   */
  public static Design design(long seed, int size) {
    return new RandomDesigns(seed, size).design();
  }

  /** A document with a small design in it, laid out at random. */
  public static Document document(long seed) {
    return document(seed, 2);
  }

  /** A document with a design of this size in it, laid out at random. */
  public static Document document(long seed, int size) {
    RandomDesigns r = new RandomDesigns(seed, size);
    Design design = r.design();
    return new Document(design, r.diagram(design), new TreeMap<>());
  }

  private Design design() {
    many(Premises.class, this::premises);
    many(PeeringLocation.class, this::peeringLocation);
    many(Internet.class, () -> new Internet(id("internet"), name(), null));
    many(
        Layer3Provider.class,
        () -> new Layer3Provider(id("l3"), name(), null, maybe(this::asn), List.of()));
    many(
        PointOfPresence.class,
        () -> new PointOfPresence(id("pop"), name(), one(Layer3Provider.class), maybe(this::word)));
    many(ProviderEdge.class, () -> new ProviderEdge(id("pe"), name(), one(PointOfPresence.class)));
    many(Vrf.class, this::vrf);
    many(Layer2Provider.class, () -> new Layer2Provider(id("l2"), name(), null, List.of()));
    many(
        Port.class,
        () -> new Port(id("port"), name(), one(Layer2Provider.class), random.nextInt(100_000)));
    many(
        Cloud.class,
        () ->
            new Cloud(
                id("cloud"),
                name(),
                null,
                oneOf("azure", "aws", "google", "oracle", "ibm", "alibaba", "other")));
    many(Region.class, () -> new Region(id("region"), name(), one(Cloud.class), maybe(this::word)));
    many(VirtualNetwork.class, this::virtualNetwork);
    many(Circuit.class, this::circuit);
    many(Gateway.class, this::gateway);
    many(Router.class, this::router);
    links();
    many(RouteTable.class, this::routeTable);
    costsAndCrossConnects();
    SortedMap<Id, Intent> intents = new TreeMap<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      Id id = new Id("intent-" + i);
      intents.put(
          id,
          new Intent(
              id,
              name(),
              pick(Intent.IntentKind.values()),
              one(Premises.class),
              one(VirtualNetwork.class),
              random.nextBoolean(),
              random.nextInt(3),
              maybe(() -> 1 + random.nextInt(500)),
              maybe(() -> 1 + random.nextInt(10_000)),
              new TreeSet<>(several(this::linkOrPart)),
              new TreeSet<>(several(() -> one(VirtualNetwork.class))),
              new TreeSet<>(several(this::linkOrPart))));
    }
    elements.replaceAll((id, e) -> Components.with(e, "settings", settings(e)));
    links.replaceAll((id, l) -> Components.with(l, "settings", settings(l)));
    SortedMap<Id, Mute> mutes = new TreeMap<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      Id id = new Id("mute-" + i);
      mutes.put(id, new Mute(id, "RED-03", new TreeSet<>(several(this::linkOrPart)), "Known"));
    }
    Design design = new Design(name(), elements, links, intents, mutes, PrefixLists.NONE);
    return withLists(design);
  }

  /** Some designs with prefix lists, and policies that name them. */
  private Design withLists(Design design) {
    if (random.nextInt(3) > 0) {
      return design;
    }
    PrefixLists lists = PrefixLists.NONE;
    for (int i = 0; i < 3; i++) {
      ListName name = new ListName("list-" + i);
      lists = lists.with(name, List.of(match(), match()));
    }
    List<ListName> names = List.copyOf(lists.byName().keySet());
    List<Link> edited =
        design.links().values().stream()
            .map(
                link ->
                    Sessions.withPolicies(
                        link,
                        policy ->
                            new RoutePolicy(
                                policy.terms().stream()
                                    .map(
                                        t ->
                                            random.nextBoolean()
                                                ? t
                                                : t.matching(
                                                    t.prefixes(),
                                                    Set.of(names.get(random.nextInt(3)))))
                                    .toList(),
                                policy.otherwise())))
            .toList();
    List<Element> tables =
        design.elements().values().stream()
            .filter(e -> e instanceof RouteTable)
            .map(
                e ->
                    Components.with(
                        e,
                        "listRoutes",
                        several(
                            () ->
                                new PrefixListRoute(
                                    names.get(random.nextInt(3)), maybe(this::linkOrPart)))))
            .map(Element.class::cast)
            .toList();
    return design.withPrefixLists(lists).with(tables, edited);
  }

  private Settings settings(Object holder) {
    Settings settings = Settings.NONE;
    for (Setting setting : Setting.of(holder)) {
      if (random.nextInt(3) == 0) {
        Setting.Kind kind = setting.kind();
        settings =
            settings.with(
                setting,
                switch (kind.form()) {
                  case FLAG -> random.nextBoolean();
                  case NUMBER -> kind.least() + random.nextInt(kind.most() - kind.least() + 1);
                  case CHOICE -> pick(kind.options());
                  case TEXT -> kind.example();
                  case PREFIXES -> several(this::prefix);
                });
      }
    }
    return settings;
  }

  private void many(Class<? extends Element> kind, Supplier<? extends Element> make) {
    for (int i = 0; i < 1 + random.nextInt(size); i++) {
      Element element = make.get();
      elements.put(element.id(), element);
    }
  }

  private void manyLinks(Supplier<? extends Link> make) {
    for (int i = 0; i < 1 + random.nextInt(size); i++) {
      Link link = make.get();
      links.put(link.id(), link);
    }
  }

  // --- elements ---

  private Premises premises() {
    return new Premises(
        id("site"),
        name(),
        null,
        pick(PremisesKind.values()),
        maybe(this::word),
        several(this::range));
  }

  private PeeringLocation peeringLocation() {
    return new PeeringLocation(
        id("meet-me"), name(), null, maybe(this::word), maybe(this::word), maybe(this::word));
  }

  private Vrf vrf() {
    return new Vrf(
        id("vrf"),
        name(),
        one(Layer3Provider.class),
        maybe(this::target),
        Set.copyOf(several(this::target)),
        Set.copyOf(several(this::target)),
        maybe(this::asn),
        random.nextInt(11),
        random.nextBoolean());
  }

  private VirtualNetwork virtualNetwork() {
    return new VirtualNetwork(
        id("vnet"),
        name(),
        random.nextBoolean() ? one(Region.class) : one(Cloud.class),
        several(this::range),
        several(this::subnet),
        new TreeSet<>(several(() -> one(Region.class))));
  }

  private VirtualNetwork.Subnet subnet() {
    VirtualNetwork.Subnet plain = new VirtualNetwork.Subnet(word(), prefix());
    return new VirtualNetwork.Subnet(plain.name(), plain.prefix(), settings(plain));
  }

  private Circuit circuit() {
    return new Circuit(
        id("circuit"),
        name(),
        one(Cloud.class),
        oneOf("azure.expressroute", "aws.dx", "any"),
        maybe(this::word),
        random.nextInt(10_000),
        maybe(() -> one(PeeringLocation.class)));
  }

  private Gateway gateway() {
    return new Gateway(
        id("gw"),
        name(),
        one(Region.class),
        oneOf("azure.er-gateway", "aws.vgw", "any"),
        maybe(this::word),
        maybe(this::asn),
        random.nextBoolean(),
        several(this::address),
        several(this::range),
        ikes());
  }

  private Router router() {
    return new Router(
        id("router"),
        name(),
        maybe(() -> one(Premises.class)),
        pick(RouterKind.values()),
        maybe(this::asn),
        maybe(() -> IpAddress.v4(random.nextLong())),
        several(this::range),
        several(
            () ->
                new StaticRoute(
                    prefix(),
                    maybe(() -> one(ProviderEdge.class)),
                    distance(),
                    random.nextBoolean())),
        several(() -> new Aggregate(prefix(), random.nextBoolean())),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        maybe(this::address),
        ikes());
  }

  private RouteTable routeTable() {
    return new RouteTable(
        id("table"),
        name(),
        one(VirtualNetwork.class),
        new TreeSet<>(several(() -> one(VirtualNetwork.class))),
        new TreeSet<>(several(this::linkOrPart)),
        several(
            () ->
                new StaticRoute(
                    prefix(), maybe(this::linkOrPart), distance(), random.nextBoolean())));
  }

  private @Nullable Integer distance() {
    return maybe(() -> 1 + random.nextInt(255));
  }

  private Id linkOrPart() {
    Id id = pick(links.keySet());
    return links.get(id) instanceof VpnConnection ? id.part("tunnel-1") : id;
  }

  private void costsAndCrossConnects() {
    elements.replaceAll(
        (id, e) ->
            switch (e) {
              case Layer3Provider p ->
                  Components.with(
                      p,
                      "igpCosts",
                      several(
                          () ->
                              new Layer3Provider.IgpCost(
                                  one(PointOfPresence.class),
                                  one(ProviderEdge.class),
                                  1 + random.nextInt(65535))));
              case Layer2Provider p ->
                  Components.with(
                      p,
                      "crossConnects",
                      several(
                          () ->
                              new Layer2Provider.CrossConnect(
                                  one(Port.class), tag(), one(Port.class), tag())));
              default -> e;
            });
  }

  // --- links ---

  private void links() {
    manyLinks(this::accessLink);
    manyLinks(this::circuitConnection);
    manyLinks(
        () ->
            new CircuitAttachment(
                id("attachment"),
                name(),
                one(Circuit.class),
                one(Gateway.class),
                random.nextInt(32001)));
    manyLinks(
        () ->
            new GatewayAssociation(
                id("association"),
                name(),
                one(Gateway.class),
                one(Gateway.class),
                several(this::prefix)));
    manyLinks(
        () ->
            new NetworkAttachment(
                id("vnet-attachment"), name(), one(VirtualNetwork.class), one(Gateway.class)));
    manyLinks(
        () ->
            new NetworkPeering(
                id("peering"),
                name(),
                one(VirtualNetwork.class),
                one(VirtualNetwork.class),
                random.nextBoolean(),
                random.nextBoolean()));
    manyLinks(
        () ->
            new CircuitPeering(id("global-reach"), name(), one(Circuit.class), one(Circuit.class)));
    manyLinks(
        () ->
            new CloudInterconnect(
                id("interconnect"),
                name(),
                one(Circuit.class),
                one(Circuit.class),
                several(
                    () ->
                        new CloudInterconnect.Path(
                            pick(ConnectionRole.values()), maybe(this::prefix), session()))));
    manyLinks(
        () ->
            new PrivateLink(
                id("link"),
                name(),
                one(Router.class),
                one(Router.class),
                maybe(this::prefix),
                random.nextInt(10_000),
                1 + random.nextInt(3),
                pick(Routing.values()),
                session()));
    manyLinks(
        () -> new BgpPeering(id("bgp"), name(), one(Router.class), one(Router.class), session()));
    manyLinks(this::vpn);
  }

  private AccessLink accessLink() {
    Id to = random.nextInt(3) == 0 ? one(Port.class) : one(ProviderEdge.class);
    return new AccessLink(
        id("access"),
        name(),
        one(Router.class),
        to,
        random.nextInt(10_000),
        several(
            () ->
                new AccessLink.Vlan(
                    random.nextInt(4095),
                    maybe(() -> one(Vrf.class)),
                    maybe(this::prefix),
                    pick(Routing.values()),
                    session())));
  }

  private CircuitConnection circuitConnection() {
    return new CircuitConnection(
        id("connection"),
        name(),
        one(Circuit.class),
        one(ProviderEdge.class),
        pick(ConnectionRole.values()),
        pick(PeeringType.values()),
        random.nextInt(4095),
        maybe(() -> one(Vrf.class)),
        maybe(this::prefix),
        maybe(() -> one(Port.class)),
        session());
  }

  private VpnConnection vpn() {
    return new VpnConnection(
        id("vpn"),
        name(),
        one(Router.class),
        one(Gateway.class),
        maybe(() -> one(Internet.class)),
        maybe(() -> pick(IkeVersion.values())),
        pick(VpnMode.values()),
        groups(),
        groups(),
        pick(Routing.values()),
        several(this::prefix),
        several(this::prefix),
        IntStream.rangeClosed(1, 1 + random.nextInt(3))
            .mapToObj(
                i ->
                    new VpnConnection.Tunnel(
                        "tunnel-" + i,
                        maybe(this::prefix),
                        maybe(this::address),
                        maybe(this::address),
                        random.nextInt(2),
                        random.nextInt(2),
                        session()))
            .toList());
  }

  private BgpSettings session() {
    return new BgpSettings(end(), end());
  }

  private BgpEnd end() {
    if (random.nextInt(3) == 0) {
      return BgpEnd.DEFAULT;
    }
    return new BgpEnd(
        maybe(this::asn),
        pick(LocalAs.values()),
        maybe(this::address),
        policy(),
        policy(),
        maybe(() -> random.nextInt(5000)),
        pick(PrefixLimitAction.values()),
        maybe(() -> 1 + random.nextInt(60)),
        maybe(() -> 3 + random.nextInt(200)),
        maybe(random::nextBoolean),
        random.nextInt(3),
        random.nextBoolean(),
        pick(PrivateAs.values()),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        several(this::match),
        random.nextBoolean());
  }

  private RoutePolicy policy() {
    return switch (random.nextInt(5)) {
      case 0 -> RoutePolicy.PERMIT_ALL;
      case 1 -> RoutePolicy.only(several(this::prefix));
      case 2 -> RoutePolicy.prepend(1 + random.nextInt(4));
      default -> new RoutePolicy(several(this::term), random.nextBoolean());
    };
  }

  private RoutePolicy.Term term() {
    return new RoutePolicy.Term(
        word(),
        several(this::match),
        several(this::community),
        maybe(() -> oneOf("_64514$", "^65010_", "^$")),
        maybe(this::asn),
        random.nextBoolean(),
        random.nextBoolean()
            ? RoutePolicy.Change.NONE
            : new RoutePolicy.Change(
                maybe(() -> random.nextLong(1L << 32)),
                maybe(() -> random.nextLong(1L << 32)),
                random.nextInt(5),
                several(this::community),
                several(this::community),
                maybe(() -> random.nextInt(65536))));
  }

  private RoutePolicy.PrefixMatch match() {
    Prefix prefix = prefix();
    int room = prefix.family().bits() - prefix.length();
    Integer ge = maybe(() -> prefix.length() + random.nextInt(room / 2 + 1));
    int low = ge == null ? prefix.length() : ge;
    Integer le = maybe(() -> low + random.nextInt(prefix.family().bits() - low + 1));
    return new RoutePolicy.PrefixMatch(prefix, ge, le);
  }

  // --- values ---

  private Asn asn() {
    return Asn.of(random.nextBoolean() ? 64512 + random.nextInt(1000) : random.nextLong(1L << 32));
  }

  private IpAddress address() {
    return random.nextInt(4) == 0
        ? new IpAddress(Family.V6, 0x2001_0db8L << 32, random.nextInt(65536))
        : IpAddress.v4(0x0a00_0000L | random.nextInt(1 << 24));
  }

  private Prefix prefix() {
    IpAddress address = address();
    int length = address.family() == Family.V4 ? 8 + random.nextInt(25) : 32 + random.nextInt(97);
    return Prefix.containing(address, length);
  }

  private PrefixRange range() {
    Prefix first = Prefix.containing(address(), 24);
    return random.nextInt(3) > 0 || first.family() == Family.V6
        ? PrefixRange.of(first)
        : new PrefixRange(first, 2 + random.nextInt(200));
  }

  private Community community() {
    return random.nextBoolean()
        ? new Community(random.nextInt(65536), random.nextInt(65536), -1)
        : new Community(random.nextLong(1L << 32), random.nextInt(100), random.nextInt(100));
  }

  private RouteTarget target() {
    return new RouteTarget(asn(), random.nextInt(1000));
  }

  private Set<IkeVersion> ikes() {
    return Set.copyOf(several(() -> pick(IkeVersion.values())).stream().distinct().toList());
  }

  private Set<Integer> groups() {
    return new TreeSet<>(several(() -> oneOf(0, 2, 14, 19, 20, 24)));
  }

  private int tag() {
    return 1 + random.nextInt(4094);
  }

  private final Map<String, Integer> counters = new LinkedHashMap<>();

  private Id id(String stem) {
    return new Id(stem + "-" + counters.merge(stem, 1, Integer::sum));
  }

  private String name() {
    return word() + (random.nextBoolean() ? "" : " " + random.nextInt(100));
  }

  private String word() {
    return pick(WORDS);
  }

  private Id one(Class<? extends Element> kind) {
    return pick(elements.values().stream().filter(kind::isInstance).toList()).id();
  }

  private <T> @Nullable T maybe(Supplier<T> make) {
    return random.nextBoolean() ? make.get() : null;
  }

  private <T> List<T> several(Supplier<T> make) {
    List<T> all = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      all.add(make.get());
    }
    return all;
  }

  @SafeVarargs
  private <T> T oneOf(T... all) {
    return all[random.nextInt(all.length)];
  }

  private <T> T pick(T[] all) {
    return pick(Arrays.asList(all));
  }

  private <T> T pick(Collection<T> all) {
    return all.stream().skip(random.nextInt(all.size())).findFirst().orElseThrow();
  }

  // --- layout ---

  private Diagram diagram(Design design) {
    SortedMap<Id, Rect> bounds = new TreeMap<>();
    for (Id id : design.elements().keySet()) {
      if (random.nextInt(10) > 0) {
        bounds.put(id, rectangle());
      }
    }
    SortedMap<Id, List<Point>> bends = new TreeMap<>();
    for (Id id : design.links().keySet()) {
      if (random.nextInt(3) == 0) {
        List<Point> corners = several(this::point);
        if (!corners.isEmpty()) {
          bends.put(id, corners);
        }
      }
    }
    SortedMap<Id, Diagram.Note> notes = new TreeMap<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      notes.put(new Id("note-" + i), new Diagram.Note(rectangle(), word() + "\n" + word()));
    }
    return new Diagram(bounds, bends, notes);
  }

  private Point point() {
    return new Point(coordinate(), coordinate());
  }

  private Rect rectangle() {
    return new Rect(coordinate(), coordinate(), 1 + random.nextInt(400), 1 + random.nextInt(300));
  }

  private double coordinate() {
    int whole = random.nextInt(4000) - 2000;
    return random.nextInt(4) == 0 ? whole + 1 + random.nextDouble() : whole;
  }
}
