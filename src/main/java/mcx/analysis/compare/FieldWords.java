package mcx.analysis.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import mcx.analysis.Names;
import mcx.catalog.Catalog;
import mcx.catalog.Product;
import mcx.design.AccessLink;
import mcx.design.CloudInterconnect;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.RoutePolicy;
import mcx.design.Setting;
import mcx.design.Settings;
import mcx.design.VirtualNetwork;
import mcx.design.VpnConnection;
import org.jspecify.annotations.Nullable;

/** What components of elements and links, and their values, are called. */
final class FieldWords {

  private static final Properties FIELDS = load();

  private final Design design;
  private final Catalog catalog;

  FieldWords(Design design, Catalog catalog) {
    this.design = design;
    this.catalog = catalog;
  }

  private static Properties load() {
    Properties fields = new Properties();
    try (InputStream in = FieldWords.class.getResourceAsStream("/mcx/analysis/fields.properties")) {
      fields.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fields;
  }

  Design design() {
    return design;
  }

  /** A component by its name in the record, or a setting by its key, in words. */
  static String field(String name) {
    String known = FIELDS.getProperty(name);
    return known != null
        ? known
        : name.replaceAll("(Mbps|Seconds|Millis)$", "")
            .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
            .toLowerCase(Locale.ROOT);
  }

  /** A part of an element or link. */
  static String part(Object part) {
    return switch (part) {
      case AccessLink.Vlan v -> "VLAN " + v.tag();
      case VpnConnection.Tunnel t -> t.key().replace('-', ' ');
      case CloudInterconnect.Path p -> p.key() + " path";
      case VirtualNetwork.Subnet s -> "subnet " + (s.name().isBlank() ? s.prefix() : s.name());
      default -> part.toString();
    };
  }

  String text(Setting setting, @Nullable Object value) {
    String unit = setting.kind().unit();
    String text = text(setting.key(), value);
    return value == null || unit.isEmpty() ? text : text + " " + unit;
  }

  /** A value in words; empty where there is none. */
  String text(String name, @Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Id id -> Names.of(design, id);
      case Boolean b -> b ? "yes" : "no";
      case Integer n -> n + unit(name);
      case Enum<?> e -> e.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      case RoutePolicy p -> PolicyWords.of(p);
      case String s when name.equals("product") -> product(s);
      case Collection<?> all ->
          all.stream().map(x -> text(name, x)).collect(Collectors.joining(", "));
      case Settings s ->
          s.values().entrySet().stream()
              .map(e -> field(e.getKey().key()) + " " + text(e.getKey(), e.getValue()))
              .collect(Collectors.joining(", "));
      case Record r when isOfDesign(r) -> record(r);
      default -> String.valueOf(value);
    };
  }

  private static boolean isOfDesign(Record r) {
    return r.getClass().getPackageName().equals(Id.class.getPackageName());
  }

  private static String unit(String name) {
    return name.endsWith("Mbps")
        ? " Mbit/s"
        : name.endsWith("Seconds") ? " s" : name.endsWith("Millis") ? " ms" : "";
  }

  private String product(String key) {
    Product product = catalog.product(key);
    return product == null ? key : product.name();
  }

  /** What is set of a small record, as words. */
  private String record(Record r) {
    List<String> words = new ArrayList<>();
    for (RecordComponent c : r.getClass().getRecordComponents()) {
      try {
        Object value = c.getAccessor().invoke(r);
        String text = Boolean.FALSE.equals(value) ? "" : text(c.getName(), value);
        if (!text.isEmpty()) {
          String field = field(c.getName());
          words.add(
              words.isEmpty() ? text : Boolean.TRUE.equals(value) ? field : field + " " + text);
        }
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(e);
      }
    }
    return String.join(" ", words);
  }
}
