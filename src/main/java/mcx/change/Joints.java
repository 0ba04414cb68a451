package mcx.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mcx.catalog.Catalog;
import mcx.change.Joint.Way;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;

/** What can exist between two elements. */
public final class Joints {

  /** The usual ones first: this is the order in which the ways of a pair are offered. */
  private static final List<Joint> JOINTS =
      List.of(
          new AccessToLayer3(),
          new AccessToLayer2(),
          new AccessToInternet(),
          new RouterToRouter(),
          new RouterPeering(),
          new CircuitToGateway(),
          new CircuitToCircuit(),
          new NetworkToGateway(),
          new NetworkToNetwork(),
          new GatewayToGateway(),
          new CloudToCloud(),
          new CircuitToLayer3(),
          new CircuitToLayer2(),
          new CircuitToRouter(),
          new CircuitToLocation(),
          new PortToPort(),
          new Vpn(),
          new GreTunnel());

  private Joints() {}

  /**
   * A way to join two elements.
   *
   * @param key unique among the offers, such as {@code circuit} or {@code vpn}
   * @param label what people see, such as {@code ExpressRoute circuit}
   * @param detail what it brings along, or what to mind ("creates an ExpressRoute gateway"); may be
   *     a warning about what a vendor would refuse
   * @param warning whether the detail begins with such a warning
   */
  public record Offer(String key, String label, String detail, boolean warning) {}

  /**
   * What can be joined.
   *
   * @param offers the ways, the usual one first; empty where there is none
   * @param refusal why there is none, in words with the way out; empty where there is one
   */
  public record Answer(List<Offer> offers, String refusal) {

    public Answer {
      offers = List.copyOf(offers);
    }
  }

  /**
   * What can exist between the two.
   *
   * @throws IllegalArgumentException if the design has no such element
   */
  public static Answer between(Design design, Catalog catalog, Id from, Id to) {
    Pair pair = pair(design, catalog, from, to);
    String impossible = Refusals.always(pair);
    if (!impossible.isEmpty()) {
      return new Answer(List.of(), impossible);
    }
    List<Offer> offers = new ArrayList<>();
    for (Way way : ways(pair).values()) {
      offers.add(offer(design, catalog, way));
    }
    return new Answer(offers, offers.isEmpty() ? Refusals.of(pair) : "");
  }

  /**
   * Whether anything can exist between the two: the same as {@link #between} having offers, without
   * working out what each brings along, for asking about many elements at once.
   *
   * @throws IllegalArgumentException if the design has no such element
   */
  public static boolean possible(Design design, Catalog catalog, Id from, Id to) {
    Pair pair = pair(design, catalog, from, to);
    return Refusals.always(pair).isEmpty() && !ways(pair).isEmpty();
  }

  /** What the way brings along is found by going it on a draft that is then thrown away. */
  private static Offer offer(Design design, Catalog catalog, Way way) {
    Draft draft = new Draft(design, catalog);
    Id main = way.make().apply(draft);
    List<Object> along = new ArrayList<>(draft.made());
    along.remove(element(draft.design(), main));
    List<String> sentences = new ArrayList<>();
    if (!way.warning().isEmpty()) {
      sentences.add(way.warning());
    }
    if (!along.isEmpty()) {
      sentences.add(Texts.get("detail.creates", Words.list(catalog, along)));
    }
    sentences.addAll(draft.remarks());
    return new Offer(way.key(), way.label(), String.join(" ", sentences), !way.warning().isEmpty());
  }

  private static Object element(Design design, Id id) {
    Element element = design.element(id);
    return element != null ? element : Objects.requireNonNull(design.link(id));
  }

  /**
   * The design with the two joined so; missing ends (circuit, gateway, port) are created.
   *
   * @throws IllegalArgumentException if the two cannot be joined so
   */
  public static Change join(Design design, Catalog catalog, Id from, Id to, Offer offer) {
    Pair pair = pair(design, catalog, from, to);
    Way way = Refusals.always(pair).isEmpty() ? ways(pair).get(offer.key()) : null;
    if (way == null) {
      throw new IllegalArgumentException(Texts.get("refusal.offerGone", offer.label()));
    }
    Draft draft = new Draft(design, catalog);
    return draft.change(way.make().apply(draft));
  }

  private static Map<String, Way> ways(Pair pair) {
    Map<String, Way> ways = new LinkedHashMap<>();
    for (Joint joint : JOINTS) {
      List<Way> found = joint.ways(pair);
      for (Way way : found.isEmpty() ? joint.ways(pair.swapped()) : found) {
        ways.putIfAbsent(way.key(), way);
      }
    }
    return ways;
  }

  private static Pair pair(Design design, Catalog catalog, Id from, Id to) {
    Element a = design.element(from);
    Element b = design.element(to);
    if (a == null || b == null) {
      throw new IllegalArgumentException("no element " + (a == null ? from : to));
    }
    return new Pair(design, catalog, a, b);
  }
}
