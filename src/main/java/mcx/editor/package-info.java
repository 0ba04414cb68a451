/**
 * An editing session without a window: document, edits, history, selection, clipboard, actions and
 * the canvas tools.
 *
 * <p>Rule: of JavaFX only {@code javafx.base}. An edit is a named function from document to
 * document; a preview lives in the tool, never in the document, so Escape is free.
 */
@NullMarked
package mcx.editor;

import org.jspecify.annotations.NullMarked;
