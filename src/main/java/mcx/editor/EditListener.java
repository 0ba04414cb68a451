package mcx.editor;

import mcx.diagram.Document;

/** Is told of every step of a session, before and after the document property changes. */
public interface EditListener {

  /** What led to a new document. */
  enum Cause {
    EDIT,
    UNDO,
    REDO,
    OPEN
  }

  /** The document is about to change. */
  default void before(Cause cause, String label, Document current) {}

  /** The document has changed. */
  default void after(Cause cause, String label, Document previous, Document current) {}
}
