package mcx.diagram;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.design.Design;

/**
 * All that a file holds.
 *
 * @param design what was drawn
 * @param diagram where it stands
 * @param unknown what a later version of the program wrote into the file and this one does not
 *     know: JSON text by JSON pointer (RFC 6901), kept and written back; only mcx.format reads it
 */
public record Document(Design design, Diagram diagram, SortedMap<String, String> unknown) {

  /** An empty canvas. */
  public static final Document EMPTY = new Document(Design.EMPTY, Diagram.EMPTY, new TreeMap<>());

  public Document {
    unknown = Collections.unmodifiableSortedMap(new TreeMap<>(unknown));
  }

  public Document withDesign(Design changed) {
    return new Document(changed, diagram, unknown);
  }

  public Document withDiagram(Diagram changed) {
    return new Document(design, changed, unknown);
  }

  /**
   * How many elements and links are of a kind that this version does not know: they are kept, and
   * left out of account.
   */
  public int unknownThings() {
    return (int)
        unknown.keySet().stream().filter(p -> p.matches("/design/(elements|links)/[^/]+")).count();
  }
}
