/**
 * What a failure means beyond the new path: what can fail, how much a path carries and how long it
 * takes, which demands meet where, who notices a failure by what and when, and what happens in
 * which order. All figures that rest on assumptions say so.
 */
@NullMarked
package mcx.analysis.fallback;

import org.jspecify.annotations.NullMarked;
