package mcx.editor.field;

import java.util.List;
import mcx.catalog.Catalog;
import mcx.design.Id;
import mcx.diagram.Document;

/** What the inspector shows. */
public final class Fields {

  private Fields() {}

  /** The sections of an element, link or note; empty where the document has no such. */
  public static List<Section> of(Document document, Catalog catalog, Id id) {
    return List.of();
  }
}
