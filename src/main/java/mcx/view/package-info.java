/**
 * The JavaFX window: canvas, palette, inspector, analysis panel, gallery, dialogs, theme.
 *
 * <p>Rule: shows and forwards; what happens is decided in the editor and below. The analysis runs
 * off the UI thread on the newest document.
 */
@NullMarked
package mcx.view;

import org.jspecify.annotations.NullMarked;
