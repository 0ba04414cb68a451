/**
 * {@code .mcx} files: reading, writing, the JSON Schema.
 *
 * <p>Rule: Jackson is known here, in the catalog's loader and where results are written as JSON,
 * nowhere else. Reading refuses with one of three kinds of error (syntax, structure, meaning), each
 * naming line or element, reason and way out; it never half-reads. Writing is atomic.
 *
 * <p>How a record stands in a file follows from its components ({@link mcx.format.RecordForm}); the
 * names of kinds ({@link mcx.format.Kinds}) and the defaults that are left out ({@link
 * mcx.format.Defaults}) are written down, since they outlive the classes. What earlier files say in
 * other words is translated on the way in ({@link mcx.format.Earlier}).
 *
 * <p>It uses {@code mcx.inet} and {@code mcx.geometry} besides design and diagram, because the
 * values of both stand in files.
 */
@NullMarked
package mcx.format;

import org.jspecify.annotations.NullMarked;
