package mcx.editor.field;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import mcx.catalog.Catalog;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.diagram.Document;
import mcx.editor.ComponentPath;
import mcx.editor.Edit;
import mcx.editor.Edits;
import mcx.editor.Texts;
import mcx.editor.Words;
import mcx.inet.Asn;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.inet.RouteTarget;
import org.jspecify.annotations.Nullable;

/** Makes the fields of one element or link. */
final class Sheet {

  /** Speeds that are offered where no product says which it has, in Mbit/s. */
  private static final List<Integer> SPEEDS =
      List.of(50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000);

  final Document document;
  final Catalog catalog;
  final Id subject;
  final Object root;

  Sheet(Document document, Catalog catalog, Id subject, Object root) {
    this.document = document;
    this.catalog = catalog;
    this.subject = subject;
    this.root = root;
  }

  Design design() {
    return document.design();
  }

  /** The value at a path; null where it or something on the way is. */
  @Nullable Object value(String path) {
    return ComponentPath.of(path).get(root);
  }

  /** The heading of a section, from the bundle. */
  static String title(String key, Object... arguments) {
    return Texts.get("section." + key, arguments);
  }

  // The kinds of fields

  Field text(String path) {
    return field(path, Field.Kind.TEXT, String.valueOf(or(value(path), "")), "", "", Check::good);
  }

  /** A text that may be missing. */
  Field optionalText(String path) {
    return field(
        path,
        Field.Kind.TEXT,
        String.valueOf(or(value(path), "")),
        "",
        "",
        typed -> Check.good(typed.isBlank() ? null : typed));
  }

  Field number(String path, String unit) {
    return number(path, unit, "", List.of());
  }

  Field speed(String path, List<Integer> offered) {
    List<Integer> speeds =
        offered.isEmpty() ? SPEEDS : offered.stream().sorted().distinct().toList();
    List<Choice> choices =
        speeds.stream().map(s -> new Choice(s.toString(), Texts.get("value.mbps", s))).toList();
    Field plain = number(path, Texts.get("unit.mbps"), Texts.get("placeholder.unknown"), choices);
    // Zero stands for “not given”, which people write as nothing.
    return new Field(
        plain.subject(),
        path,
        plain.label(),
        plain.kind(),
        plain.text().equals("0") ? "" : plain.text(),
        plain.placeholder(),
        plain.unit(),
        plain.help(),
        choices,
        typed -> plain.check(typed.isBlank() ? "0" : typed),
        plain.setter());
  }

  Field number(String path, String unit, String placeholder, List<Choice> choices) {
    boolean needed = type(path).isPrimitive();
    String shown = String.valueOf(or(value(path), ""));
    return new Field(
        subject,
        path,
        label(path),
        Field.Kind.NUMBER,
        shown,
        placeholder,
        unit,
        help(path),
        choices,
        trial(path, shown, typed -> integer(typed, needed)),
        setting(path));
  }

  private static Check integer(String typed, boolean needed) {
    String t = typed.strip();
    if (t.isEmpty()) {
      return needed ? Check.bad(Texts.get("check.numberNeeded")) : Check.good(null);
    }
    try {
      return Check.good(Integer.parseInt(t));
    } catch (NumberFormatException e) {
      return Check.bad(Texts.get("check.number", typed));
    }
  }

  Field asn(String path, String placeholder, Function<Asn, String> warning) {
    return field(
        path,
        Field.Kind.ASN,
        String.valueOf(or(value(path), "")),
        placeholder,
        "",
        typed -> {
          if (typed.isBlank()) {
            return Check.good(null);
          }
          Asn asn = Asn.of(typed);
          return Check.good(asn).warn(warning.apply(asn));
        });
  }

  Field address(String path, String placeholder) {
    return parsed(path, Field.Kind.ADDRESS, placeholder, IpAddress::of);
  }

  Field prefix(String path, String placeholder) {
    return parsed(path, Field.Kind.PREFIX, placeholder, Prefix::of);
  }

  Field routeTarget(String path, String placeholder) {
    return parsed(path, Field.Kind.TEXT, placeholder, RouteTarget::of);
  }

  private Field parsed(
      String path, Field.Kind kind, String placeholder, Function<String, ?> parser) {
    return field(
        path,
        kind,
        String.valueOf(or(value(path), "")),
        placeholder,
        "",
        typed -> Check.good(typed.isBlank() ? null : parser.apply(typed.strip())));
  }

  /** One value on each line; commas part them too where {@code commas} says so. */
  <T> Field lines(
      String path,
      Function<? super T, String> printer,
      Function<String, T> parser,
      boolean commas,
      Function<List<T>, String> warning) {
    return lines(path, printer, parser, commas, warning, Texts.get("placeholder.none"));
  }

  private <T> Field lines(
      String path,
      Function<? super T, String> printer,
      Function<String, T> parser,
      boolean commas,
      Function<List<T>, String> warning,
      String placeholder) {
    Object now = value(path);
    List<String> printed = new ArrayList<>();
    if (now instanceof Collection<?> values) {
      for (Object v : values) {
        @SuppressWarnings("unchecked")
        T typed = (T) v;
        printed.add(printer.apply(typed));
      }
    }
    boolean set = now instanceof Set<?>;
    return field(
        path,
        Field.Kind.LINES,
        String.join("\n", printed),
        placeholder,
        "",
        typed -> {
          List<T> values = new ArrayList<>();
          for (String line : typed.split(commas ? "[\\n\\r,]+" : "\\R")) {
            if (!line.isBlank()) {
              values.add(parser.apply(line.strip()));
            }
          }
          Object value = set ? new TreeSet<>(values) : List.copyOf(values);
          return Check.good(value).warn(warning.apply(values));
        });
  }

  <T> Field lines(String path, Function<? super T, String> printer, Function<String, T> parser) {
    return lines(path, printer, parser, false, values -> "");
  }

  <T> Field lines(
      String path,
      Function<? super T, String> printer,
      Function<String, T> parser,
      String placeholder) {
    return lines(path, printer, parser, false, values -> "", placeholder);
  }

  Field prefixes(String path) {
    return lines(path, Prefix::toString, Prefix::of, true, values -> "");
  }

  Field ranges(String path, Function<List<PrefixRange>, String> warning) {
    return lines(path, PrefixRange::toString, PrefixRange::of, true, warning);
  }

  Field toggle(String path) {
    return field(
        path,
        Field.Kind.SWITCH,
        String.valueOf(or(value(path), false)),
        "",
        "",
        typed -> Check.good(Boolean.parseBoolean(typed)));
  }

  /** A switch with a third position for what the catalog says. */
  Field tristate(String path, String byDefault) {
    return choice(
        path,
        List.of(
            new Choice("", byDefault),
            new Choice("true", Texts.get("value.on")),
            new Choice("false", Texts.get("value.off"))),
        typed -> typed.isEmpty() ? null : Boolean.valueOf(typed));
  }

  /** One of an enum's values; {@code none} offers null under this label. */
  <E extends Enum<E>> Field oneOf(String path, Class<E> type, @Nullable String none) {
    List<Choice> choices = new ArrayList<>();
    if (none != null) {
      choices.add(new Choice("", none));
    }
    for (E e : type.getEnumConstants()) {
      choices.add(new Choice(e.name(), enumLabel(e)));
    }
    return choice(path, choices, typed -> typed.isEmpty() ? null : Enum.valueOf(type, typed));
  }

  static String enumLabel(Enum<?> value) {
    return Texts.get("value." + value.getDeclaringClass().getSimpleName() + "." + value.name());
  }

  /** Any of an enum's values, by their names joined with commas. */
  <E extends Enum<E>> Field someOf(String path, Class<E> type) {
    List<Choice> choices = new ArrayList<>();
    for (E e : type.getEnumConstants()) {
      choices.add(new Choice(e.name(), enumLabel(e)));
    }
    return choices(path, choices, typed -> Enum.valueOf(type, typed), e -> ((Enum<?>) e).name());
  }

  /** One of these elements, or none under the label {@code none}. */
  Field reference(String path, Collection<Id> candidates, String none) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", none));
    choices.addAll(things(candidates));
    return choice(path, choices, typed -> typed.isEmpty() ? null : new Id(typed));
  }

  /** Any of these elements and links. */
  Field references(String path, Collection<Id> candidates) {
    return choices(path, things(candidates), Id::new, Object::toString);
  }

  private List<Choice> things(Collection<Id> ids) {
    return ids.stream().map(id -> new Choice(id.value(), Words.name(design(), id))).toList();
  }

  Field choice(String path, List<Choice> choices, Function<String, @Nullable Object> parser) {
    String now = String.valueOf(or(value(path), ""));
    Object value = value(path);
    if (value instanceof Enum<?> e) {
      now = e.name();
    }
    List<Choice> all = new ArrayList<>(choices);
    String held = now;
    if (choices.stream().noneMatch(c -> c.text().equals(held))) {
      all.add(new Choice(held, held.isEmpty() ? "–" : Texts.get("value.unknown", held)));
    }
    return new Field(
        subject,
        path,
        label(path),
        Field.Kind.CHOICE,
        now,
        "",
        "",
        help(path),
        all,
        trial(
            path,
            held,
            typed ->
                all.stream().anyMatch(c -> c.text().equals(typed))
                    ? Check.good(parser.apply(typed))
                    : Check.bad(Texts.get("check.choice", typed))),
        setting(path));
  }

  private Field choices(
      String path,
      List<Choice> choices,
      Function<String, Object> parser,
      Function<Object, String> printer) {
    Object now = value(path);
    String text =
        now instanceof Collection<?> all
            ? all.stream().map(o -> printer.apply(o)).collect(Collectors.joining(","))
            : "";
    return new Field(
        subject,
        path,
        label(path),
        Field.Kind.CHOICES,
        text,
        "",
        "",
        help(path),
        choices,
        trial(
            path,
            text,
            typed -> {
              Set<Object> values = new TreeSet<>();
              for (String one : typed.split(",")) {
                if (!one.isBlank()) {
                  values.add(parser.apply(one.strip()));
                }
              }
              return Check.good(values);
            }),
        setting(path));
  }

  Field readOnly(String path, String text) {
    return new Field(
        subject,
        path,
        label(path),
        Field.Kind.READ_ONLY,
        text,
        "",
        "",
        help(path),
        List.of(),
        typed -> Check.bad(Texts.get("check.readOnly")),
        setting(path));
  }

  /** A field with a text, checker and label of its own. */
  Field field(
      String path,
      Field.Kind kind,
      String text,
      String placeholder,
      String unit,
      Function<String, Check> checker) {
    return new Field(
        subject,
        path,
        label(path),
        kind,
        text,
        placeholder,
        unit,
        help(path),
        List.of(),
        trial(path, text, checker),
        setting(path));
  }

  /**
   * A field for a part of what is at a path, such as the local preference in a policy.
   *
   * @param key names the part in the bundle
   * @param wrap turns what was typed into the whole value at the path
   */
  Field facet(
      String path,
      String key,
      Field.Kind kind,
      String text,
      String placeholder,
      Function<String, @Nullable Object> wrap) {
    return new Field(
        subject,
        path + "#" + key,
        Texts.get("field." + key),
        kind,
        text,
        placeholder,
        "",
        Texts.has("help." + key) ? Texts.get("help." + key) : "",
        List.of(),
        trial(path, text, typed -> Check.good(wrap.apply(typed))),
        (field, value) -> set(field.label(), path, value));
  }

  // What they have in common

  /**
   * Runs a check; then tries the value in the design itself, which knows its own bounds. The text
   * that is shown stands for the value that is there, also where the text cannot tell all of it.
   */
  private Function<String, Check> trial(
      String path, String shown, Function<String, Check> checker) {
    return typed -> {
      try {
        if (typed.equals(shown)) {
          return Check.good(value(path)).warn(checker.apply(typed).warning());
        }
        Check check = checker.apply(typed);
        if (check.ok()) {
          var unused = Edits.set("", subject, path, check.value()).change().apply(document);
        }
        return check;
      } catch (IllegalArgumentException | NullPointerException e) {
        String reason = e.getMessage();
        return Check.bad(
            reason == null || e instanceof NullPointerException
                ? Texts.get("check.needed", label(path))
                : reason);
      }
    };
  }

  private BiFunction<Field, @Nullable Object, Edit> setting(String path) {
    return (field, value) -> set(field.label(), path, value);
  }

  private Edit set(String label, String path, @Nullable Object value) {
    return Edits.set(
        Texts.get("edit.set", label, Words.name(design(), subject)), subject, path, value);
  }

  /** An edit that puts another entry at the end of a list. */
  Section.Deed adding(String key, String path, Object entry) {
    List<Object> more = new ArrayList<>((Collection<?>) or(value(path), List.of()));
    more.add(entry);
    String what = Texts.get("part." + key);
    return new Section.Deed(
        Texts.get("deed.add", what),
        Edits.set(Texts.get("edit.add", what, Words.name(design(), subject)), subject, path, more));
  }

  /** An edit that takes an entry out of a list. */
  Section.Deed removing(String key, String path) {
    String what = Texts.get("part." + key);
    return new Section.Deed(
        Texts.get("deed.remove", what),
        Edits.set(
            Texts.get("edit.remove", what, Words.name(design(), subject)), subject, path, null));
  }

  private Class<?> type(String path) {
    return Components.type(owner(path), ComponentPath.of(path).steps().getLast().component());
  }

  private Object owner(String path) {
    int dot = path.lastIndexOf('.');
    Object owner = dot < 0 ? root : ComponentPath.of(path.substring(0, dot)).get(root);
    if (owner == null) {
      throw new IllegalArgumentException("nothing at " + path);
    }
    return owner;
  }

  private String label(String path) {
    return word("field", path, true);
  }

  private String help(String path) {
    return word("help", path, false);
  }

  private String word(String what, String path, boolean needed) {
    String component = ComponentPath.of(path).steps().getLast().component();
    String own = what + "." + owner(path).getClass().getSimpleName() + "." + component;
    if (Texts.has(own)) {
      return Texts.get(own);
    }
    String shared = what + "." + component;
    return needed || Texts.has(shared) ? Texts.get(shared) : "";
  }

  private static Object or(@Nullable Object value, Object otherwise) {
    return value == null ? otherwise : value;
  }
}
