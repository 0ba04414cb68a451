package mcx.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mcx.design.InvalidDesignException;
import mcx.design.Setting;
import mcx.design.Settings;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Settings as an object: the key of each, and its value. A key that is not known is kept. */
final class SettingsForm implements Form<Settings> {

  @Override
  public JsonNode write(Settings settings) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    settings
        .values()
        .forEach(
            (setting, value) -> {
              switch (setting.kind().form()) {
                case FLAG -> node.put(setting.key(), (Boolean) value);
                case NUMBER -> node.put(setting.key(), (Integer) value);
                case CHOICE, TEXT -> node.put(setting.key(), (String) value);
                case PREFIXES ->
                    node.set(
                        setting.key(),
                        Forms.listOf(Prefix.class).write(settings.prefixes(setting)));
              }
            });
    return node;
  }

  @Override
  public @Nullable Settings read(JsonNode node, Place place) {
    if (!(node instanceof ObjectNode object)) {
      place.expected("an object with settings", node);
      return null;
    }
    Map<String, Setting> byKey = new TreeMap<>();
    for (Setting setting : Setting.values()) {
      byKey.put(setting.key(), setting);
    }
    int before = place.notes().problems.size();
    Settings settings = Settings.NONE;
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      Setting setting = byKey.get(entry.getKey());
      if (setting == null) {
        place.unknown(entry.getKey(), entry.getValue());
        continue;
      }
      Place here = place.child(entry.getKey());
      Object value = value(setting, entry.getValue(), here);
      if (value == null) {
        continue;
      }
      try {
        settings = settings.with(setting, value);
      } catch (InvalidDesignException e) {
        here.meaning(String.valueOf(e.getMessage()), "");
      }
    }
    return place.notes().problems.size() > before ? null : settings;
  }

  /** The value as Java holds it; null, with a problem told, where it is of another type. */
  private static @Nullable Object value(Setting setting, JsonNode node, Place place) {
    return switch (setting.kind().form()) {
      case FLAG -> node.isBoolean() ? (Object) node.booleanValue() : wrong(setting, node, place);
      case NUMBER ->
          node.isIntegralNumber() && node.canConvertToInt()
              ? (Object) node.intValue()
              : wrong(setting, node, place);
      case CHOICE, TEXT -> node.isString() ? node.stringValue() : wrong(setting, node, place);
      case PREFIXES -> {
        List<Prefix> read = Forms.listOf(Prefix.class).read(node, place);
        yield read == null ? null : new ArrayList<>(read);
      }
    };
  }

  private static @Nullable Object wrong(Setting setting, JsonNode node, Place place) {
    place.expected(setting.kind().expected(), node);
    return null;
  }
}
