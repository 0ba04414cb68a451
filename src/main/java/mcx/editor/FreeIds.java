package mcx.editor;

import java.util.HashSet;
import java.util.Set;
import mcx.design.Id;
import mcx.diagram.Document;

/** Hands out ids that nothing in a document uses, each once. */
final class FreeIds {

  private final Set<Id> used = new HashSet<>();

  FreeIds(Document document) {
    used.addAll(document.design().elements().keySet());
    used.addAll(document.design().links().keySet());
    used.addAll(document.diagram().notes().keySet());
  }

  /** The stem itself where it is free, else with a number in place of the one it ends with. */
  Id next(String stem) {
    String base = stem.replaceFirst("-[0-9]{1,6}$", "");
    Id id = new Id(stem);
    for (int n = 2; !used.add(id); n++) {
      id = new Id(base + "-" + n);
    }
    return id;
  }
}
