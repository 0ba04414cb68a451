package mcx.analysis.rule.address;

import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;

/** Which host of a connection's block each side has. */
final class Roles {

  private Roles() {}

  /** The cloud's host, counted from 0. */
  static long cloud(Product product) {
    return product.number(Quantity.CLOUD_HOST).orElse(2);
  }

  /** The other side's host, counted from 0. */
  static long customer(Product product) {
    return product.number(Quantity.CUSTOMER_HOST).orElse(1);
  }

  /** A host of a block; a block of two addresses (RFC 3021) begins with its first. */
  static IpAddress host(Prefix block, long host) {
    boolean pair = block.length() == block.family().bits() - 1;
    return block.host(pair ? host - 1 : host);
  }
}
