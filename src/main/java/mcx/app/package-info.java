/**
 * Main classes: the command line and the desktop launcher, and preferences.
 *
 * <p>Rule: the command line starts no JavaFX.
 */
@NullMarked
package mcx.app;

import org.jspecify.annotations.NullMarked;
