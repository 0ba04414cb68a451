/**
 * From design and catalog to the network it stands for. One class for each vendor's behaviour.
 *
 * <p>Rule: whatever a vendor does in its own way becomes sessions, policies, propagations and
 * selection keys here, so that routing knows no vendor. What is incomplete or would be refused is
 * compiled as the vendor would act, and reported as a {@link mcx.compile.Note}.
 */
@NullMarked
package mcx.compile;

import org.jspecify.annotations.NullMarked;
