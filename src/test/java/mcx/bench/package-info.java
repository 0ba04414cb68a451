/**
 * Networks and designs of any size, made by rule, that speed is measured on. What measures them is
 * in {@code src/bench} and built by the Maven profile {@code bench} only.
 */
@NullMarked
package mcx.bench;

import org.jspecify.annotations.NullMarked;
