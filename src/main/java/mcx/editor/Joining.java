package mcx.editor;

import mcx.change.Joints;
import mcx.design.Id;
import mcx.geometry.Point;

/** Joins two elements the usual way, or asks which of several. */
public final class Joining {

  private Joining() {}

  /**
   * Joins the two at once where there is one way, lets people choose where there are several, and
   * says why where there is none.
   *
   * @param at where on the canvas a choice is shown
   */
  public static void join(EditingSession session, EditorHost host, Id from, Id to, Point at) {
    Joints.Answer answer = Joints.between(session.document().design(), session.catalog(), from, to);
    if (answer.offers().isEmpty()) {
      host.tell(answer.refusal());
    } else if (answer.offers().size() == 1) {
      join(session, host, from, to, answer.offers().getFirst());
    } else {
      host.chooseOffer(answer.offers(), at, offer -> join(session, host, from, to, offer));
    }
  }

  private static void join(
      EditingSession session, EditorHost host, Id from, Id to, Joints.Offer offer) {
    if (!session.apply(Edits.join(session.catalog(), from, to, offer))) {
      host.tell(session.refusalProperty().get());
    }
  }
}
