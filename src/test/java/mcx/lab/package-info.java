/**
 * Labs that are really run: the daemons' tables are read and compared, route for route, with what
 * {@code mcx.routing} computes.
 */
@NullMarked
package mcx.lab;

import org.jspecify.annotations.NullMarked;
