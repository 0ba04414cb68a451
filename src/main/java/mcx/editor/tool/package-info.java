/**
 * Canvas input as a small state machine: states, one class each, take pointer and key events that
 * know no toolkit, and answer with the next state. What is seen before the mouse is let go is a
 * {@link mcx.editor.tool.Preview}.
 */
@NullMarked
package mcx.editor.tool;

import org.jspecify.annotations.NullMarked;
