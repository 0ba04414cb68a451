/**
 * What leaves the program besides its own files: PNG pictures, and analysis as text and JSON.
 *
 * <p>The JSON has a published shape ({@code report.schema.json}) that only grows.
 *
 * <p>Rule: needs no display and no JavaFX.
 */
@NullMarked
package mcx.export;

import org.jspecify.annotations.NullMarked;
