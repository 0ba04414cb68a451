package mcx.compile;

import java.util.Map;
import mcx.catalog.Product;
import mcx.design.Gateway;
import org.jspecify.annotations.Nullable;

/** Finds the class for a behaviour key of the catalog. */
final class Behaviours {

  private static final CircuitBehaviour PLAIN_CIRCUIT = new CircuitBehaviour();
  private static final GatewayBehaviour PLAIN_GATEWAY = new GatewayBehaviour();

  private static final Map<String, CircuitBehaviour> CIRCUITS =
      Map.of(
          "azure.expressroute", new AzureExpressRoute(),
          "aws.direct-connect", new AwsDirectConnect(),
          "google.partner-interconnect", new GoogleInterconnect(),
          "google.dedicated-interconnect", new GoogleInterconnect(),
          "oracle.fastconnect", new OracleFastConnect(),
          "ibm.direct-link", new IbmDirectLink(),
          "alibaba.express-connect", new AlibabaExpressConnect());

  private static final Map<String, GatewayBehaviour> GATEWAYS =
      Map.ofEntries(
          Map.entry("azure.er-gateway", new AzureErGateway()),
          Map.entry("azure.vpn-gateway", new AzureVpnGateway()),
          Map.entry("azure.route-server", new AzureRouteServer()),
          Map.entry("azure.vwan-hub", new AzureVirtualHub()),
          Map.entry("aws.dxgw", new AwsDirectConnectGateway()),
          Map.entry("aws.vgw", new AwsVirtualPrivateGateway()),
          Map.entry("aws.tgw", new AwsTransitGateway()),
          Map.entry("google.cloud-router", new GoogleCloudRouter()),
          Map.entry("google.ha-vpn", new GoogleHaVpn()),
          Map.entry("oracle.drg", new OracleDrg()),
          Map.entry("ibm.transit-gateway", new IbmTransitGateway()),
          Map.entry("ibm.direct-link-connection", new IbmDirectLinkConnection()),
          Map.entry("ibm.vpn-gateway", new IbmVpnGateway()),
          Map.entry("alibaba.vbr", new AlibabaVbr()),
          Map.entry("alibaba.ecr", new AlibabaExpressConnectRouter()),
          Map.entry("alibaba.transit-router", new AlibabaTransitRouter()));

  private Behaviours() {}

  /** How circuits of this product act; plainly where nothing is known. */
  static CircuitBehaviour circuit(@Nullable Product product) {
    return product == null
        ? PLAIN_CIRCUIT
        : CIRCUITS.getOrDefault(product.behaviour(), PLAIN_CIRCUIT);
  }

  /** How this gateway of this product acts, with what is set of it. */
  static GatewayBehaviour gateway(@Nullable Product product, Gateway gateway) {
    return gateway(product).of(gateway, product);
  }

  /** How gateways of this product act; plainly where nothing is known. */
  static GatewayBehaviour gateway(@Nullable Product product) {
    return product == null
        ? PLAIN_GATEWAY
        : GATEWAYS.getOrDefault(product.behaviour(), PLAIN_GATEWAY);
  }
}
