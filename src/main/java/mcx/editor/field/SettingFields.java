package mcx.editor.field;

import java.util.ArrayList;
import java.util.List;
import mcx.design.Circuit;
import mcx.design.Cloud;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.InvalidDesignException;
import mcx.design.Link;
import mcx.design.Setting;
import mcx.design.Settings;
import mcx.editor.Edits;
import mcx.editor.Texts;
import mcx.editor.Words;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/** The fields of what may be set of an element, a link, or a part of one. */
final class SettingFields {

  private SettingFields() {}

  /** The section with all that may be set of the sheet's own element or link; empty for nothing. */
  static List<Section> section(Sheet sheet) {
    List<Field> fields = of(sheet, "settings", sheet.root, product(sheet));
    Settings set = (Settings) sheet.value("settings");
    return fields.isEmpty()
        ? List.of()
        : List.of(
            new Section(
                "settings",
                Sheet.title("settings"),
                fields,
                List.of(),
                set == null || set.values().isEmpty()));
  }

  /**
   * The fields of what may be set of a thing.
   *
   * @param path where its settings are, such as {@code session.a.settings}
   * @param product the catalog key of its product; null where it has none
   */
  static List<Field> of(Sheet sheet, String path, Object holder, @Nullable String product) {
    List<Field> fields = new ArrayList<>();
    for (Setting setting : Setting.of(holder)) {
      if (setting.products().isEmpty() || (product != null && setting.isOf(product))) {
        fields.add(field(sheet, path, setting));
      }
    }
    return fields;
  }

  /** The key of its product; the beginning of the keys of its cloud's products where it is none. */
  private static @Nullable String product(Sheet sheet) {
    return switch (sheet.root) {
      case Gateway g -> g.product();
      case Circuit c -> c.product();
      case Element e -> vendor(sheet, e.id());
      case Link l -> vendor(sheet, l.a());
      default -> null;
    };
  }

  private static @Nullable String vendor(Sheet sheet, Id element) {
    Cloud cloud = sheet.design().within(element, Cloud.class);
    return cloud == null ? null : cloud.vendor() + ".";
  }

  private static Field field(Sheet sheet, String path, Setting setting) {
    Setting.Kind kind = setting.kind();
    Settings now = (Settings) sheet.value(path);
    Settings settings = now == null ? Settings.NONE : now;
    String label = Texts.get("field.setting." + setting.key());
    return new Field(
        sheet.subject,
        path + "#" + setting.key(),
        label,
        switch (kind.form()) {
          case FLAG, CHOICE -> Field.Kind.CHOICE;
          case NUMBER -> Field.Kind.NUMBER;
          case TEXT -> Field.Kind.TEXT;
          case PREFIXES -> Field.Kind.LINES;
        },
        shown(settings, setting),
        Texts.get("value.notSet"),
        unit(kind.unit()),
        Texts.get("help.setting." + setting.key()),
        choices(kind),
        typed -> check(setting, settings, label, typed),
        (field, value) ->
            Edits.set(
                Texts.get("edit.set", label, Words.name(sheet.design(), sheet.subject)),
                sheet.subject,
                path,
                value));
  }

  private static String unit(String unit) {
    return switch (unit) {
      case "s" -> Texts.get("unit.seconds");
      case "" -> "";
      default -> Texts.get("unit." + unit);
    };
  }

  private static List<Choice> choices(Setting.Kind kind) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", Texts.get("value.notSet")));
    switch (kind.form()) {
      case FLAG -> {
        choices.add(new Choice("true", Texts.get("value.on")));
        choices.add(new Choice("false", Texts.get("value.off")));
      }
      case CHOICE -> kind.options().forEach(o -> choices.add(new Choice(o, o)));
      default -> choices.clear();
    }
    return choices;
  }

  private static String shown(Settings settings, Setting setting) {
    Object value = settings.get(setting);
    if (value == null) {
      return "";
    }
    return value instanceof List<?>
        ? String.join("\n", settings.prefixes(setting).stream().map(Prefix::toString).toList())
        : value.toString();
  }

  private static Check check(Setting setting, Settings settings, String label, String typed) {
    if (typed.isBlank()) {
      return Check.good(settings.with(setting, null));
    }
    try {
      return Check.good(settings.with(setting, setting.kind().parse(setting, typed)));
    } catch (InvalidDesignException e) {
      // The design calls it by its key in files; here it has a label.
      return Check.bad(String.valueOf(e.getMessage()).replace("“" + setting.key() + "”", label));
    }
  }
}
