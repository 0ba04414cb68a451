package mcx.design;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mcx.inet.MalformedValueException;
import mcx.inet.Prefix;

/**
 * One thing that may be set of an element, a link or a part of one, beyond the components of its
 * record: what only some products have, and what most designs leave as it is. What is not set is as
 * the catalog says, or is not known; the analysis says which.
 *
 * <p>Each constant says what kind of value it takes, within which bounds, and what it may be set
 * of: {@code holders} are kinds of elements, links or parts; {@code products}, where there are any,
 * the beginnings of catalog keys of the products that have it. In a file a setting is named by its
 * {@link #key}.
 */
public enum Setting {
  /** The largest IP packet, in bytes. */
  MTU(
      Kind.number(576, 65535, "bytes"),
      on(
          Premises.class,
          Router.class,
          VirtualNetwork.class,
          Circuit.class,
          Gateway.class,
          AccessLink.class,
          CircuitConnection.class,
          CloudInterconnect.class,
          PrivateLink.class,
          VpnConnection.class)),
  /** The TCP segment size that a tunnel's endpoints clamp connections to, in bytes. */
  MSS_CLAMP(Kind.number(500, 9000, "bytes"), on(VpnConnection.class)),
  /** The time of a packet from one end to the other, in milliseconds. */
  LATENCY_MILLIS(
      Kind.number(0, 2000, "ms"),
      on(
          AccessLink.class,
          CircuitConnection.class,
          CloudInterconnect.class,
          CircuitPeering.class,
          NetworkPeering.class,
          PrivateLink.class,
          VpnConnection.class)),
  /**
   * Where it stands: degrees of latitude (-90 to 90) and longitude (-180 to 180), as in {@code
   * 52.37, 4.90}.
   */
  COORDINATES(
      Kind.text(
          "-?([0-8]?\\d(\\.\\d+)?|90(\\.0+)?)\\s*,\\s*"
              + "-?((1[0-7]\\d|\\d{1,2})(\\.\\d+)?|180(\\.0+)?)",
          "52.37, 4.90"),
      on(Premises.class, PointOfPresence.class, PeeringLocation.class, Region.class, Cloud.class)),
  /** The vendor's geopolitical region that it lies in, such as {@code Europe} (ExpressRoute). */
  GEOPOLITICAL_REGION(Kind.text(".{1,60}", "Europe"), on(PeeringLocation.class)),

  // BGP

  /** The time between two control packets of bidirectional forwarding detection (RFC 5880). */
  BFD_INTERVAL_MILLIS(Kind.number(10, 60_000, "ms"), on(BgpEnd.class)),
  /** How many control packets in a row may be missing (RFC 5880 §4.1). */
  BFD_MULTIPLIER(Kind.number(1, 255, ""), on(BgpEnd.class)),
  /** How many hops control packets may take; more than 1 for multihop BFD (RFC 5883). */
  BFD_HOPS(Kind.number(1, 255, ""), on(BgpEnd.class)),
  /** Whether routes are kept over a restart of the neighbour (RFC 4724). */
  GRACEFUL_RESTART(Kind.FLAG, on(BgpEnd.class)),

  // Routers

  /** Whether a session's packets must come back the way they went, as with a stateful firewall. */
  SYMMETRIC_ONLY(Kind.FLAG, on(Router.class)),
  /** How its own address is translated on the way to the Internet. */
  ADDRESS_TRANSLATION(Kind.choice("none", "one-to-one", "many-to-one"), on(Router.class)),
  /** Which public prefixes it advertises to the Internet. */
  INTERNET_PREFIXES(Kind.PREFIXES, on(Router.class)),

  // Subnets

  /** Whether a network security group is on the subnet. */
  NETWORK_SECURITY_GROUP(Kind.FLAG, on(VirtualNetwork.Subnet.class)),
  /** The prefixes of the user-defined routes on the subnet. */
  USER_ROUTES(Kind.PREFIXES, on(VirtualNetwork.Subnet.class)),
  /** Whether routes that gateways learn reach the subnet. */
  BGP_PROPAGATION(Kind.FLAG, on(VirtualNetwork.Subnet.class)),

  /** The region that the subnet is in: its code or name (a network that spans several). */
  SUBNET_REGION(Kind.text("[A-Za-z0-9 ._-]{1,60}", "us-central1"), on(VirtualNetwork.Subnet.class)),

  /**
   * The prefixes of the cloud's own services that the network reaches by service endpoints (Azure).
   * They are entered by hand: Microsoft's ranges change from week to week.
   */
  SERVICE_ENDPOINTS(Kind.PREFIXES, on(VirtualNetwork.class), "azure."),

  // Gateways and circuits

  /** Whether its instances stand in several availability zones. */
  ZONE_REDUNDANT(Kind.FLAG, on(Gateway.class)),
  /** Whether it translates addresses. */
  NAT(Kind.FLAG, on(Gateway.class, VpnConnection.class)),
  /** Whether routes learnt from branches are passed to other branches (Azure Route Server). */
  BRANCH_TO_BRANCH(Kind.FLAG, on(Gateway.class), "azure.route-server", "azure.vwan"),
  /** Whether virtual networks on one circuit reach each other through it. */
  VIRTUAL_NETWORK_TRANSIT(Kind.FLAG, on(Gateway.class), "azure."),
  /** What it advertises in the place of each prefix of its virtual networks (Azure). */
  SUMMARIZED_GATEWAY_PREFIXES(
      Kind.PREFIXES, on(Gateway.class), "azure.er-gateway", "azure.vpn-gateway"),
  /** Which routes it prefers (Azure's virtual hub and Route Server). */
  ROUTING_PREFERENCE(
      Kind.choice("expressroute", "vpn", "as-path"),
      on(Gateway.class),
      "azure.vwan",
      "azure.route-server"),
  /** Whether routes learnt in one region reach the others (Google). */
  DYNAMIC_ROUTING(
      Kind.choice("regional", "global"), on(Gateway.class, VirtualNetwork.class), "google."),
  /** How best paths are chosen (Google). */
  BEST_PATH(
      Kind.choice("legacy", "standard", "standard-with-cost"),
      on(Gateway.class, VirtualNetwork.class),
      "google."),
  /** Whether on-premises places reach each other through it (Google hybrid spokes). */
  DATA_TRANSFER(Kind.FLAG, on(Gateway.class, CircuitAttachment.class), "google."),
  /**
   * Whether the sites behind it reach those behind others of its kind (Direct Connect SiteLink).
   */
  SITE_LINK(Kind.FLAG, on(Circuit.class), "aws.direct-connect"),
  /** Whether equally good routes share the traffic (Oracle's DRG). */
  EQUAL_COST_PATHS(Kind.FLAG, on(Gateway.class), "oracle.drg"),
  /**
   * The priority of the policy that permits traffic between branches (Alibaba's transit router).
   */
  PERMIT_PRIORITY(Kind.number(1, 65535, ""), on(Gateway.class), "alibaba.transit-router"),
  /** Which generation of the product it is (Oracle's DRG, IBM's transit gateway). */
  GENERATION(
      Kind.choice("legacy", "upgraded"), on(Gateway.class), "oracle.drg", "ibm.transit-gateway"),
  /** Whether its connections end at two peering locations of one city (ExpressRoute Metro). */
  METRO(Kind.FLAG, on(Circuit.class), "azure.expressroute"),

  /** The cloud's own device that it ends on, where that is known: a label, equal for equal ones. */
  EDGE_DEVICE(Kind.text(".{1,80}", "A"), on(Circuit.class, CircuitConnection.class, Port.class)),
  /** How many prefixes the cloud has allotted to it. */
  PREFIX_ALLOCATION(Kind.number(1, 100_000, "prefixes"), on(CircuitConnection.class)),

  /** How many prefixes the cloud lets it learn, where a quota of the catalog was changed. */
  PREFIX_QUOTA(
      Kind.number(1, 1_000_000, "prefixes"),
      on(Gateway.class),
      "google.",
      "aws.tgw",
      "alibaba.vpn-gateway"),

  // VPN

  /** Whether IPsec is carried in UDP, so that it passes address translation (RFC 3948). */
  NAT_TRAVERSAL(Kind.FLAG, on(VpnConnection.class, Router.class)),
  /** How long a peer may be silent before it is taken for dead (RFC 3706). */
  DPD_SECONDS(Kind.number(1, 3600, "s"), on(VpnConnection.class));

  private final Kind kind;
  private final Set<Class<?>> holders;
  private final List<String> products;

  Setting(Kind kind, Set<Class<?>> holders, String... products) {
    this.kind = kind;
    this.holders = holders;
    this.products = List.of(products);
  }

  private static Set<Class<?>> on(Class<?>... holders) {
    return Set.of(holders);
  }

  /** Its name in a file, such as {@code mssClamp}. */
  public String key() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder key = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      key.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return key.toString();
  }

  /** What values it takes. */
  public Kind kind() {
    return kind;
  }

  /**
   * The beginnings of the keys of the products that have it; empty where it is not of a product.
   */
  public List<String> products() {
    return products;
  }

  /** Whether it may be set of this: an element, a link, one end of a session, or another part. */
  public boolean appliesTo(Object holder) {
    return holders.contains(holder.getClass());
  }

  /** Whether a product has it. */
  public boolean isOf(String product) {
    return products.isEmpty() || products.stream().anyMatch(product::startsWith);
  }

  /** All that may be set of this, in order. */
  public static List<Setting> of(Object holder) {
    return Arrays.stream(values()).filter(s -> s.appliesTo(holder)).toList();
  }

  /**
   * What values a setting takes.
   *
   * @param form which type of value
   * @param least the least number
   * @param most the greatest number
   * @param unit the unit of a number; empty for none
   * @param options the texts to choose from
   * @param pattern what a text looks like, as a regular expression
   * @param example a text that would do
   */
  public record Kind(
      Form form,
      int least,
      int most,
      String unit,
      List<String> options,
      String pattern,
      String example) {

    /** How much of a wrong value a message repeats. */
    private static final int MOST_SHOWN = 40;

    /** Yes or no. */
    static final Kind FLAG = new Kind(Form.FLAG, 0, 0, "", List.of(), "", "");

    /** A list of prefixes. */
    static final Kind PREFIXES = new Kind(Form.PREFIXES, 0, 0, "", List.of(), "", "");

    static Kind number(int least, int most, String unit) {
      return new Kind(Form.NUMBER, least, most, unit, List.of(), "", "");
    }

    static Kind choice(String... options) {
      return new Kind(Form.CHOICE, 0, 0, "", List.of(options), "", "");
    }

    static Kind text(String pattern, String example) {
      return new Kind(Form.TEXT, 0, 0, "", List.of(), pattern, example);
    }

    /** Which type of value. */
    public enum Form {
      /** A {@link Boolean}. */
      FLAG,
      /** An {@link Integer}. */
      NUMBER,
      /** A {@link String}, one of the options. */
      CHOICE,
      /** A {@link String}. */
      TEXT,
      /** A {@link List} of {@link Prefix}. */
      PREFIXES
    }

    /**
     * The value, if it is one of these.
     *
     * @throws InvalidDesignException if it is not
     */
    Object checked(Setting setting, Object value) {
      boolean good =
          switch (form) {
            case FLAG -> value instanceof Boolean;
            case NUMBER -> value instanceof Integer n && n >= least && n <= most;
            case CHOICE -> value instanceof String s && options.contains(s);
            case TEXT -> value instanceof String s && s.matches(pattern);
            case PREFIXES ->
                value instanceof Collection<?> c && c.stream().allMatch(Prefix.class::isInstance);
          };
      if (!good) {
        throw new InvalidDesignException(
            "“" + setting.key() + "” takes " + expected() + ", not “" + shown(value) + "”.");
      }
      return form == Form.PREFIXES ? List.copyOf((Collection<?>) value) : value;
    }

    /** In words, what values these are. */
    public String expected() {
      return switch (form) {
        case FLAG -> "true or false";
        case NUMBER -> "a number from " + least + " to " + most;
        case CHOICE -> "one of " + String.join(", ", options);
        case TEXT -> "a text such as " + example;
        case PREFIXES -> "a list of prefixes";
      };
    }

    /**
     * The value that a text stands for, as a person would type it; prefixes between commas or on
     * lines of their own.
     *
     * @throws InvalidDesignException if it stands for none
     */
    public Object parse(Setting setting, String typed) {
      String text = typed.strip();
      try {
        return switch (form) {
          case FLAG -> checked(setting, switchValue(text));
          case NUMBER -> checked(setting, Integer.valueOf(text));
          case CHOICE, TEXT -> checked(setting, text);
          case PREFIXES ->
              Arrays.stream(text.split("[\\s,]+", -1))
                  .filter(p -> !p.isEmpty())
                  .map(Prefix::of)
                  .toList();
        };
      } catch (NumberFormatException e) {
        throw new InvalidDesignException(
            "“" + setting.key() + "” takes " + expected() + ", not “" + shown(text) + "”.");
      } catch (MalformedValueException e) {
        throw new InvalidDesignException(String.valueOf(e.getMessage()));
      }
    }

    /** A value as a message says it: a long one is cut. */
    private static String shown(Object value) {
      String text = value.toString();
      return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }

    private static Object switchValue(String text) {
      return switch (text) {
        case "true" -> true;
        case "false" -> false;
        default -> text;
      };
    }
  }
}
