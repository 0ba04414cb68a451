package mcx.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import mcx.catalog.CatalogLoader;
import mcx.compile.Compiler;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Link;
import mcx.design.ProviderEdge;
import mcx.design.Router;
import mcx.export.lab.LabDaemon;
import mcx.network.Network;
import mcx.network.Segment;

/**
 * Random designs, of bare routers in several autonomous systems or of a layer-3 provider with its
 * customers: a number makes always the same one. Prefixes are held in several places and systems
 * are joined more than once, so that there is much to choose between.
 */
final class RandomLabs {

  /**
   * A design with what it is compiled to.
   *
   * @param network with inner routing on some links between systems, which no design says: there
   *     next hops outside are known inside
   * @param breakable the ids of what may fail, in a random order
   */
  record Made(
      long seed, Design design, Network network, LabDaemon.Choice choice, List<String> breakable) {}

  /** From this number on they have 20 to 40 routers, and IPv6 next hops outside are kept inside. */
  static final long LARGE = 500;

  /** From this number on they are layer-3 providers with VRFs, in GoBGP. */
  static final long PROVIDERS = 1000;

  private RandomLabs() {}

  static Made of(long seed) {
    SplittableRandom chance = new SplittableRandom(seed * 0x5851_F42D_4C95_7F2DL + 11);
    LabDaemon.Choice[] choices = LabDaemon.Choice.values();
    LabDaemon.Choice choice = choices[(int) Math.floorMod(seed, choices.length)];
    Design design;
    Network network;
    if (seed < PROVIDERS) {
      RandomSystems systems =
          new RandomSystems(chance, choice == LabDaemon.Choice.MIXED, seed >= LARGE);
      design = systems.make("random-" + seed);
      network =
          withInnerCosts(Compiler.compile(design, CatalogLoader.builtIn()).network(), systems);
    } else {
      design = new RandomVrfs(chance).make("random-" + seed);
      network = Compiler.compile(design, CatalogLoader.builtIn()).network();
    }
    List<String> breakable = new ArrayList<>();
    for (Link l : design.links().values()) {
      breakable.add(l.id().value());
    }
    for (Element e : design.elements().values()) {
      // A lab cannot take a VRF or a place away while it runs.
      if (seed >= PROVIDERS && !(e instanceof Router || e instanceof ProviderEdge)) {
        continue;
      }
      breakable.add(e.id().value());
    }
    for (int i = breakable.size() - 1; i > 0; i--) {
      Collections.swap(breakable, i, chance.nextInt(i + 1));
    }
    return new Made(seed, design, network, choice, breakable);
  }

  /** Puts inner routing on the links to other systems where next hops are not set inside. */
  private static Network withInnerCosts(Network n, RandomSystems systems) {
    List<Segment> segments = new ArrayList<>();
    for (Segment s : n.segments()) {
      Integer cost = systems.outerCosts().get(s.id());
      segments.add(
          cost == null
              ? s
              : new Segment(
                  s.id(),
                  s.kind(),
                  s.a(),
                  s.b(),
                  s.addressA(),
                  s.addressB(),
                  cost,
                  s.bandwidthMbps(),
                  s.origin(),
                  s.drawn(),
                  s.dependsOn(),
                  s.downBecause()));
    }
    return new Network(
        new TreeMap<>(n.nodes()),
        segments,
        n.sessions(),
        n.propagations(),
        n.vpnDomains(),
        n.limits());
  }
}
