package mcx.format;

import mcx.diagram.Document;

/** Reads one document. */
final class DocumentReader {

  DocumentReader(String text, String name) {}

  Document read() throws McxFormatException {
    throw new UnsupportedOperationException("not yet");
  }
}
