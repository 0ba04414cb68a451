package mcx.change;

import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.change.Joints.Answer;
import mcx.change.Joints.Offer;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/**
 * An architect at work, for tests: places stencils and joins elements, one design after the other.
 */
final class Canvas {

  final Catalog catalog = CatalogLoader.builtIn();
  Design design = Design.EMPTY;

  /** Places the stencil and answers with the id of what was made. */
  Id place(String stencil, @Nullable Id holder) {
    Change change = Stencils.place(design, catalog, stencil(stencil), holder);
    design = change.design();
    return change.main();
  }

  Id place(String stencil) {
    return place(stencil, null);
  }

  /** Places the stencil and answers with what was made. */
  <E extends Element> E make(Class<E> kind, String stencil, @Nullable Id holder) {
    Id id = place(stencil, holder);
    return kind.cast(design.element(id));
  }

  Stencil stencil(String key) {
    return Stencils.all(catalog).stream()
        .filter(s -> s.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no stencil " + key));
  }

  Answer between(Id from, Id to) {
    return Joints.between(design, catalog, from, to);
  }

  /** Joins the two in the usual way and answers with the id of the link. */
  Id join(Id from, Id to) {
    Answer answer = between(from, to);
    if (answer.offers().isEmpty()) {
      throw new AssertionError(from + "–" + to + ": " + answer.refusal());
    }
    return join(from, to, answer.offers().getFirst());
  }

  Id join(Id from, Id to, String key) {
    return join(from, to, offer(from, to, key));
  }

  Offer offer(Id from, Id to, String key) {
    Answer answer = between(from, to);
    return answer.offers().stream()
        .filter(o -> o.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + key + " in " + answer));
  }

  private Id join(Id from, Id to, Offer offer) {
    Change change = Joints.join(design, catalog, from, to, offer);
    design = change.design();
    return change.main();
  }
}
