/**
 * An editing session without a window: document, edits, history, selection, clipboard, actions and
 * live analysis. The canvas tools are in {@code mcx.editor.tool}, what the inspector shows in
 * {@code mcx.editor.field}.
 *
 * <p>Rule: of JavaFX only {@code javafx.base}. An edit is a named function from document to
 * document; a preview lives in the tool, never in the document, so Escape is free. All classes here
 * belong to the thread that made them (the toolkit's), except where they say otherwise.
 */
@NullMarked
package mcx.editor;

import org.jspecify.annotations.NullMarked;
