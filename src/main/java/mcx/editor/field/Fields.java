package mcx.editor.field;

import java.util.List;
import java.util.Objects;
import mcx.catalog.Catalog;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.PrefixLists;
import mcx.diagram.Diagram;
import mcx.diagram.Document;
import mcx.editor.Edits;
import mcx.editor.Texts;
import org.jspecify.annotations.Nullable;

/** What the inspector shows. */
public final class Fields {

  /** Stands for the design itself in its own fields, which have no element or link. */
  private static final Id DESIGN = new Id("design");

  private Fields() {}

  /**
   * The sections of an element, link or note; those of the design itself where {@code id} is null;
   * empty where the document has no such.
   */
  public static List<Section> of(Document document, Catalog catalog, @Nullable Id id) {
    if (id == null) {
      return List.of(ofDesign(document), prefixLists(document));
    }
    Design design = document.design();
    Element element = design.element(id);
    if (element != null) {
      return ElementSections.of(document, catalog, element);
    }
    Link link = design.link(id);
    if (link != null) {
      return LinkSections.of(document, catalog, link);
    }
    Diagram.Note note = document.diagram().notes().get(id);
    return note == null ? List.of() : List.of(ofNote(document, id, note));
  }

  private static Section ofDesign(Document document) {
    Field title =
        new Field(
            DESIGN,
            "name",
            Texts.get("field.title"),
            Field.Kind.TEXT,
            document.design().name(),
            Texts.get("placeholder.title"),
            "",
            Texts.get("help.title"),
            List.of(),
            typed -> typed.length() > 200 ? Check.bad(Texts.get("check.long")) : Check.good(typed),
            (field, value) -> Edits.title(String.valueOf(value)));
    return new Section("design", Texts.get("section.design"), List.of(title), List.of(), false);
  }

  private static Section prefixLists(Document document) {
    Field lists =
        new Field(
            DESIGN,
            "prefixLists",
            Texts.get("field.prefixLists"),
            Field.Kind.LINES,
            PrefixListText.print(document.design().prefixLists()),
            Texts.get("placeholder.none"),
            "",
            Texts.get("help.prefixLists"),
            List.of(),
            typed -> {
              try {
                PrefixLists parsed = PrefixListText.parse(typed);
                var unused = Edits.prefixLists(parsed).change().apply(document);
                return Check.good(parsed);
              } catch (IllegalArgumentException e) {
                return Check.bad(String.valueOf(e.getMessage()));
              }
            },
            (field, value) -> Edits.prefixLists((PrefixLists) Objects.requireNonNull(value)));
    return new Section(
        "prefixLists",
        Texts.get("section.prefixLists"),
        List.of(lists),
        List.of(),
        document.design().prefixLists().isEmpty());
  }

  private static Section ofNote(Document document, Id id, Diagram.Note note) {
    Field text =
        new Field(
            id,
            "text",
            Texts.get("field.text"),
            Field.Kind.LINES,
            note.text(),
            "",
            "",
            "",
            List.of(),
            Check::good,
            (field, value) -> Edits.rename(document, id, String.valueOf(value)));
    return new Section("note", Texts.get("section.note"), List.of(text), List.of(), false);
  }
}
