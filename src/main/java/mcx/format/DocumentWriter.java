package mcx.format;

import mcx.diagram.Document;

/** Writes documents. */
final class DocumentWriter {

  private DocumentWriter() {}

  static String write(Document document) {
    throw new UnsupportedOperationException("not yet");
  }
}
