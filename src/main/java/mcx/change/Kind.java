package mcx.change;

import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a stencil.
 *
 * @param stencil the stencil
 * @param sample an element like the one that would be made, to ask whether it may stand somewhere;
 *     null where none can be made there
 * @param place makes the element and what comes along in the holder, and answers with its id
 */
record Kind(Stencil stencil, Sample sample, Place place) {

  /** Makes a sample. */
  interface Sample {
    @Nullable Element of(Design design, @Nullable Id holder);
  }

  /** Makes the element. */
  interface Place {
    Id in(Draft draft, @Nullable Id holder);
  }
}
