package mcx.compile;

import mcx.catalog.Catalog;
import mcx.design.Design;

/** The entrance to this room. */
public final class Compiler {

  private Compiler() {}

  /** The network that the design stands for. A pure function; it refuses nothing. */
  public static Compiled compile(Design design, Catalog catalog) {
    Context c = new Context(design, catalog);
    VirtualNetworks.sites(c);
    CustomerSites.compile(c);
    ProviderNetworks providers = new ProviderNetworks(c);
    Gateways gateways = new Gateways(c);
    Layer2Paths layer2 = new Layer2Paths(c);
    VirtualNetworks.join(c, gateways);
    gateways.associate(c);
    PrivateLinks.compile(c);
    new AccessLinks(c, providers, layer2).compile();
    CloudEdges edges = new CloudEdges(c, gateways);
    new Circuits(c, gateways, edges, new FarEnds(c, providers, layer2)).compile();
    new AzureCircuitTransit(c, gateways).compile();
    Interconnects.compile(c, edges);
    new CircuitPeerings(c, edges).compile();
    new JoinedCircuitLimits(c, edges).compile();
    VpnConnections vpns = new VpnConnections(c, gateways);
    vpns.compile();
    new StaticRoutes(c, gateways).compile();
    ConnectedNetworks.compile(c);
    gateways.complete(c);
    new BgpPeerings(c).compile();
    new GatewayLimits(c, gateways).compile();
    new RegionLimits(c, gateways).compile();
    new PortLimits(c).compile();
    return new Compiled(c.net.build(), c.notes.sorted(), c.sites, vpns.agreements());
  }
}
