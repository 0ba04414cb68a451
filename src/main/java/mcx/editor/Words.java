package mcx.editor;

import java.util.Collection;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;
import mcx.diagram.Document;

/** How elements and links are called in labels and sentences. */
public final class Words {

  private Words() {}

  /** The name of an element or link; a link without one is called by its ends. */
  public static String name(Design design, Id id) {
    Id owner = id.owner();
    String part = owner.equals(id) ? "" : " " + id.value().substring(owner.value().length() + 1);
    Element element = design.element(owner);
    if (element != null) {
      return (element.name().isBlank() ? owner.value() : element.name()) + part;
    }
    Link link = design.link(owner);
    if (link != null) {
      return (link.name().isBlank()
              ? name(design, link.a()) + " – " + name(design, link.b())
              : link.name())
          + part;
    }
    return id.value();
  }

  /** The things of an edit, such as {@code Azure} or {@code 3 elements}. */
  static String subject(Document document, Collection<Id> ids) {
    if (ids.size() == 1) {
      Id id = ids.iterator().next();
      return document.diagram().notes().containsKey(id)
          ? Texts.get("subject.note")
          : name(document.design(), id);
    }
    String kind =
        document.design().elements().keySet().containsAll(ids)
            ? "elements"
            : document.design().links().keySet().containsAll(ids)
                ? "links"
                : document.diagram().notes().keySet().containsAll(ids) ? "notes" : "items";
    return Texts.get("subject." + kind, ids.size());
  }
}
