/**
 * The reference designs S01 to S09: drawn in code, analysed through the entrance that the panel and
 * the command line use, and laid out as the samples that come with the program.
 *
 * <p>Where a scenario's “RIB(Azure)” names a cloud and not a router, the cloud's edge router of the
 * circuit is meant (the MSEE of an ExpressRoute circuit, the router at the AWS end of a virtual
 * interface, the Google or Oracle end of an attachment or virtual circuit); where there is no
 * circuit, the gateway that ends the VPN.
 */
@NullMarked
package mcx.scenarios;

import org.jspecify.annotations.NullMarked;
