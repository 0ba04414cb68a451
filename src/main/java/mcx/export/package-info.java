/**
 * What leaves the program besides its own files: PNG pictures, analysis as text and JSON, networks
 * as router configurations, and labs of real routers ({@link mcx.export.lab}).
 *
 * <p>The JSON has a published shape ({@code report.schema.json}) that only grows.
 *
 * <p>Rule: needs no display and no JavaFX.
 */
@NullMarked
package mcx.export;

import org.jspecify.annotations.NullMarked;
