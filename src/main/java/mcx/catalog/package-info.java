/**
 * Facts of each cloud and product, each with its source: AS numbers, prefix limits and what happens
 * beyond them, what is re-advertised, timers, IKE support, speeds. JSON in resources, typed on
 * load; a user's own files add to it.
 *
 * <p>Rule: a number about a vendor stands here, never in code. What no document confirms is marked
 * unconfirmed and shown as such.
 *
 * <p>A catalog file has up to three sections, each an object by key; a user's own is named {@code
 * *.mcx-catalog.json}:
 *
 * <pre>{@code
 * {
 *   "sources":  { "HOUSE": { "title": "House rules", "location": "intranet" } },
 *   "vendors":  { "acme": { "name": "Acme Cloud", "color": "#123456",
 *       "defaultPrefix": "10.99.0.0/16", "usualCircuit": "other.circuit",
 *       "usualCircuitGateway": "acme.hub", "usualVpnGateway": "other.vpn-gateway" } },
 *   "products": { "acme.hub": { "vendor": "acme", "kind": "GATEWAY", "name": "Acme hub",
 *       "roles": ["ENDS_CIRCUITS", "FORWARDS"], "behaviour": "other.gateway",
 *       "asn": { "value": 64999, "source": "HOUSE", "confirmed": false },
 *       "limits": [ { "direction": "IN", "max": 77, "family": "IPv4", "beyond": "DROP_EXCESS",
 *           "beyondSource": "HOUSE", "counts": "prefixes from on-premises", "source": "HOUSE" } ] } }
 * }
 * }</pre>
 *
 * <p>The keys are the components of {@link mcx.catalog.Source}, {@link mcx.catalog.Vendor} and
 * {@link mcx.catalog.Product}; those of numbers and addresses are in {@link mcx.catalog.Quantity}
 * and {@link mcx.catalog.AddressSet}. An entry takes the place of an earlier one of its key as a
 * whole.
 */
@NullMarked
package mcx.catalog;

import org.jspecify.annotations.NullMarked;
