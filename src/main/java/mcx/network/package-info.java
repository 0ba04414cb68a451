/**
 * The router-level control plane that a design stands for: routers with their VRFs, the segments
 * that join them, BGP sessions with policies, propagations inside clouds and sites, VPN domains of
 * providers, tunnels; and what has failed.
 *
 * <pre>
 *   site --propagation--> router ==session== PE(VRF) ~~VPN domain~~ PE(VRF) ==session== cloud edge
 *        &lt;--propagation--                                                                  |
 *                                                   virtual network &lt;--propagation-- gateway
 * </pre>
 *
 * <p>Rule: values only; no vendor is known here. Every part carries the ids of the design elements
 * and links it depends on, so that a failure of a drawn thing becomes failed parts of the network.
 * A route's way from one VRF to the next is always one of three edges: a session (BGP), a
 * propagation (routes handed over inside a cloud or site, outside BGP), or a VPN domain (route
 * targets between the VRFs of a provider).
 */
@NullMarked
package mcx.network;

import org.jspecify.annotations.NullMarked;
