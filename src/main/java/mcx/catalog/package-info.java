/**
 * Facts of each cloud and product, each with its source: AS numbers, prefix limits and what happens
 * beyond them, what is re-advertised, timers, IKE support, speeds. JSON in resources, typed on
 * load; a user's own files add to it.
 *
 * <p>Rule: a number about a vendor stands here, never in code. What no document confirms is marked
 * unconfirmed and shown as such.
 */
@NullMarked
package mcx.catalog;

import org.jspecify.annotations.NullMarked;
