/**
 * What the inspector shows of an element or link: sections of fields, each with its check as one
 * types and the edit that sets it.
 */
@NullMarked
package mcx.editor.field;

import org.jspecify.annotations.NullMarked;
