package mcx.compile;

import java.util.List;
import mcx.catalog.PreferenceCommunity;
import mcx.catalog.PrefixLimitFact;
import mcx.catalog.PrefixLimitFact.Direction;
import mcx.catalog.PrefixLimitFact.Scope;
import mcx.catalog.Product;
import mcx.catalog.Timers;
import mcx.design.BgpEnd;
import mcx.design.LocalAs;
import mcx.design.PrefixLimitAction;
import mcx.design.PrivateAs;
import mcx.design.Setting;
import mcx.inet.Asn;
import mcx.inet.Family;
import mcx.inet.IpAddress;
import mcx.network.Policy;
import mcx.network.Policy.Change;
import mcx.network.Policy.Statement;
import mcx.network.PrefixLimit;
import mcx.network.Session;
import org.jspecify.annotations.Nullable;

/** One end of a session while it is put together: what was drawn, and what its product adds. */
final class EndDraft {

  /** The detection that a customer's router runs where its peer's product names none. */
  private static final Session.Bfd USUAL_BFD = new Session.Bfd(300, 3);

  private final Asn asn;
  private final BgpEnd drawn;
  private @Nullable IpAddress address;
  private Policy importPolicy;
  private Policy exportPolicy;
  private @Nullable PrefixLimit limitV4;
  private @Nullable PrefixLimit limitV6;
  private int allowAsIn;
  private boolean asOverride;
  private boolean nextHopSelf;
  private boolean reflectorClient;
  private int keepalive = 60;
  private int hold = 180;
  private Session.@Nullable Bfd bfd;

  EndDraft(Asn asn, BgpEnd drawn) {
    this.asn = asn;
    this.drawn = drawn;
    address = drawn.address();
    importPolicy = Policies.lower(drawn.importPolicy());
    exportPolicy = Policies.lower(drawn.exportPolicy());
    allowAsIn = drawn.allowAsIn();
    asOverride = drawn.asOverride();
    nextHopSelf = drawn.nextHopSelf();
    reflectorClient = drawn.routeReflectorClient();
    if (Boolean.TRUE.equals(drawn.bfd())) {
      bfd = asSet(USUAL_BFD);
    }
    Integer limit = drawn.prefixLimit();
    if (limit != null && limit > 0) {
      limitV4 = new PrefixLimit(limit, beyond(drawn.prefixLimitAction()), "set in the design");
      limitV6 = limitV4;
    }
  }

  private static PrefixLimit.Beyond beyond(PrefixLimitAction action) {
    return switch (action) {
      case RESTART -> PrefixLimit.Beyond.SESSION_DOWN_AUTO;
      case STAY_DOWN -> PrefixLimit.Beyond.SESSION_IDLE;
      case DISCARD_EXTRA -> PrefixLimit.Beyond.DROP_EXCESS_ORDERED;
      case WARN_ONLY -> PrefixLimit.Beyond.WARN_ONLY;
    };
  }

  private static Session.PrivateAs lower(PrivateAs drawn) {
    return switch (drawn) {
      case KEEP -> Session.PrivateAs.KEEP;
      case REMOVE_IF_ALL -> Session.PrivateAs.REMOVE_IF_ALL;
      case REMOVE -> Session.PrivateAs.REMOVE;
      case REPLACE -> Session.PrivateAs.REPLACE;
    };
  }

  private static Session.LocalAs lower(LocalAs drawn) {
    return switch (drawn) {
      case REPLACE -> Session.LocalAs.REPLACE;
      case NO_PREPEND -> Session.LocalAs.NO_PREPEND;
      case PREPEND -> Session.LocalAs.PREPEND;
    };
  }

  /** The detection with what is set at this end in its place. */
  private Session.Bfd asSet(Session.Bfd usual) {
    Integer interval = drawn.settings().number(Setting.BFD_INTERVAL_MILLIS);
    Integer multiplier = drawn.settings().number(Setting.BFD_MULTIPLIER);
    return new Session.Bfd(
        interval != null ? interval : usual.intervalMillis(),
        multiplier != null ? multiplier : usual.multiplier());
  }

  Asn asn() {
    return asn;
  }

  EndDraft at(IpAddress value) {
    address = value;
    return this;
  }

  /** The timers and detection of the product at this end. */
  EndDraft timers(@Nullable Product product, BgpEnd peer) {
    Timers timers = product == null ? null : product.timers();
    if (timers == null) {
      return this;
    }
    keepalive = timers.keepaliveSeconds();
    hold = timers.holdSeconds();
    Integer interval = timers.bfdIntervalMillis();
    Integer multiplier = timers.bfdMultiplier();
    Boolean asked = drawn.bfd();
    boolean runs = asked != null ? asked : timers.bfdDefault() || Boolean.TRUE.equals(peer.bfd());
    bfd =
        runs && interval != null && multiplier != null
            ? asSet(new Session.Bfd(interval, multiplier))
            : null;
    return this;
  }

  /**
   * The limits of the product on what comes in over one session.
   *
   * @param peering the kind of peering, or {@code VPN}
   */
  EndDraft limits(@Nullable Product product, @Nullable String sku, String peering) {
    return limits(product, sku, peering, null);
  }

  /**
   * The limits of the product on what comes in over one session.
   *
   * @param peering the kind of peering, or {@code VPN}
   * @param granted what the vendor set in the place of what it may change; null for nothing
   */
  EndDraft limits(
      @Nullable Product product, @Nullable String sku, String peering, @Nullable Integer granted) {
    if (product != null && drawn.prefixLimit() == null) {
      take(product, sku, peering, Direction.IN, granted);
    }
    return this;
  }

  /**
   * The limits of a gateway's product on what it sends over one session to a circuit, counted where
   * it arrives. What it sends over all of them together is another matter: {@link GatewayLimits}.
   */
  EndDraft limitsOfSender(@Nullable Product product, @Nullable String sku) {
    if (product != null) {
      take(product, sku, "PRIVATE", Direction.OUT, null);
    }
    return this;
  }

  private void take(
      Product product,
      @Nullable String sku,
      String peering,
      Direction direction,
      @Nullable Integer granted) {
    for (PrefixLimitFact fact : LimitFacts.of(product, sku, direction, Scope.SESSION, peering)) {
      PrefixLimit limit = LimitFacts.limit(fact, granted);
      if (fact.holdsFor(Family.V4)) {
        limitV4 = smaller(limitV4, limit);
      }
      if (fact.holdsFor(Family.V6)) {
        limitV6 = smaller(limitV6, limit);
      }
    }
  }

  private static PrefixLimit smaller(@Nullable PrefixLimit one, PrefixLimit two) {
    return one != null && one.max() <= two.max() ? one : two;
  }

  /** The limits count all that is sent, whether a policy takes it or not. */
  EndDraft limitingAllSent() {
    limitV4 = limitV4 == null ? null : limitV4.ofAllSent();
    limitV6 = limitV6 == null ? null : limitV6.ofAllSent();
    return this;
  }

  EndDraft denyImport(@Nullable Statement statement) {
    if (statement != null) {
      importPolicy = Policies.first(List.of(statement), importPolicy);
    }
    return this;
  }

  EndDraft importing(Policy policy) {
    importPolicy = policy;
    return this;
  }

  EndDraft exporting(Policy policy) {
    exportPolicy = policy;
    return this;
  }

  EndDraft setOnImport(Change change) {
    importPolicy = Policies.alsoSet(importPolicy, change);
    return this;
  }

  /** Prefers routes as the communities say that the product heeds. */
  EndDraft heed(@Nullable Product product) {
    if (product != null) {
      for (PreferenceCommunity heeded : product.preferenceCommunities()) {
        importPolicy =
            Narrowing.alsoSet(
                importPolicy,
                Narrowing.having(heeded.community()),
                Policies.preferred(heeded.level()));
      }
    }
    return this;
  }

  EndDraft setOnExport(Change change) {
    exportPolicy = Policies.alsoSet(exportPolicy, change);
    return this;
  }

  EndDraft allowAsIn(int times) {
    allowAsIn = Math.max(allowAsIn, times);
    return this;
  }

  EndDraft asOverride(boolean on) {
    asOverride |= on;
    return this;
  }

  EndDraft nextHopSelf() {
    nextHopSelf = true;
    return this;
  }

  EndDraft reflectorClient(boolean on) {
    reflectorClient |= on;
    return this;
  }

  Session.End build() {
    Integer drawnKeepalive = drawn.keepaliveSeconds();
    Integer drawnHold = drawn.holdSeconds();
    return new Session.End(
        asn,
        address,
        importPolicy,
        exportPolicy,
        limitV4,
        limitV6,
        allowAsIn,
        asOverride,
        lower(drawn.privateAs()),
        drawn.holdBackNeighborAs(),
        nextHopSelf,
        reflectorClient,
        drawn.defaultOriginate(),
        drawn.defaultWhen().stream().map(Policies::lower).toList(),
        lower(drawn.localAs()),
        drawn.bilateralPeer(),
        drawnKeepalive != null ? drawnKeepalive : keepalive,
        drawnHold != null ? drawnHold : hold,
        detection());
  }

  /** The detection with what is set of it at this end. */
  private Session.@Nullable Bfd detection() {
    if (bfd == null) {
      return null;
    }
    Integer interval = drawn.settings().number(Setting.BFD_INTERVAL_MILLIS);
    Integer multiplier = drawn.settings().number(Setting.BFD_MULTIPLIER);
    return new Session.Bfd(
        interval != null ? interval : bfd.intervalMillis(),
        multiplier != null ? multiplier : bfd.multiplier());
  }
}
