package mcx.analysis.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import mcx.analysis.Analysis;
import mcx.analysis.Names;
import mcx.analysis.compare.ThingChange.FieldChange;
import mcx.design.AccessLink;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.CloudInterconnect;
import mcx.design.Components;
import mcx.design.Link;
import mcx.design.Setting;
import mcx.design.Settings;
import mcx.design.VirtualNetwork;
import mcx.design.VpnConnection;
import org.jspecify.annotations.Nullable;

/** Finds which components of two values of one kind differ, in people's words. */
final class FieldDiff {

  private final FieldWords then;
  private final FieldWords now;
  private final List<FieldChange> changes = new ArrayList<>();
  private @Nullable Link link;

  FieldDiff(Analysis before, Analysis after) {
    this.then = new FieldWords(before.design(), before.catalog());
    this.now = new FieldWords(after.design(), after.catalog());
  }

  /** What differs between two elements, or links, of one kind. */
  List<FieldChange> fields(Object old, Object fresh) {
    link = fresh instanceof Link l ? l : null;
    record("", old, fresh);
    return changes;
  }

  private void record(String path, Object old, Object fresh) {
    for (String name : Components.names(old)) {
      Object a = Components.get(old, name);
      Object b = Components.get(fresh, name);
      if (!Objects.equals(a, b)) {
        value(path, name, a, b);
      }
    }
  }

  private void value(String path, String name, @Nullable Object old, @Nullable Object fresh) {
    if (old instanceof Settings a && fresh instanceof Settings b) {
      settings(path, a, b);
    } else if (old instanceof BgpSettings a && fresh instanceof BgpSettings b) {
      end(path, true, a.a(), b.a());
      end(path, false, a.b(), b.b());
    } else if (isParts(old) || isParts(fresh)) {
      parts(path, parts(old), parts(fresh));
    } else if (old instanceof Collection<?> a && fresh instanceof Collection<?> b) {
      collection(path, name, a, b);
    } else {
      add(path + FieldWords.field(name), then.text(name, old), now.text(name, fresh));
    }
  }

  private void add(String field, String old, String fresh) {
    if (!old.equals(fresh)) {
      changes.add(new FieldChange(field, old, fresh));
    }
  }

  private void end(String path, boolean first, BgpEnd old, BgpEnd fresh) {
    Link of = link;
    String at =
        of == null ? (first ? "end a" : "end b") : Names.of(now.design(), first ? of.a() : of.b());
    if (!old.equals(fresh)) {
      record(path + "BGP at " + at + ": ", old, fresh);
    }
  }

  private void settings(String path, Settings old, Settings fresh) {
    TreeSet<Setting> all = new TreeSet<>(old.values().keySet());
    all.addAll(fresh.values().keySet());
    for (Setting setting : all) {
      Object a = old.get(setting);
      Object b = fresh.get(setting);
      if (!Objects.equals(a, b)) {
        add(path + FieldWords.field(setting.key()), then.text(setting, a), now.text(setting, b));
      }
    }
  }

  /** What is new of a list or set, and what is gone; all of it where only the order changed. */
  private void collection(String path, String name, Collection<?> old, Collection<?> fresh) {
    List<Object> gone = new ArrayList<>(old);
    gone.removeAll(fresh);
    List<Object> added = new ArrayList<>(fresh);
    added.removeAll(old);
    boolean order = gone.isEmpty() && added.isEmpty();
    add(
        path + FieldWords.field(name) + (order ? ", in order" : ""),
        then.text(name, order ? old : gone),
        now.text(name, order ? fresh : added));
  }

  // --- parts: tunnels, VLANs, paths, subnets ---

  private static boolean isParts(@Nullable Object value) {
    return value instanceof List<?> list
        && !list.isEmpty()
        && (list.getFirst() instanceof AccessLink.Vlan
            || list.getFirst() instanceof VpnConnection.Tunnel
            || list.getFirst() instanceof CloudInterconnect.Path
            || list.getFirst() instanceof VirtualNetwork.Subnet);
  }

  private static Map<String, Object> parts(@Nullable Object list) {
    Map<String, Object> parts = new LinkedHashMap<>();
    if (list instanceof List<?> all) {
      for (Object part : all) {
        parts.put(FieldWords.part(part), part);
      }
    }
    return parts;
  }

  private void parts(String path, Map<String, Object> old, Map<String, Object> fresh) {
    TreeSet<String> all = new TreeSet<>(old.keySet());
    all.addAll(fresh.keySet());
    for (String part : all) {
      Object a = old.get(part);
      Object b = fresh.get(part);
      if (a == null || b == null) {
        add(path + part, a == null ? "" : "there", b == null ? "" : "there");
      } else if (!a.equals(b)) {
        record(path + part + ": ", a, b);
      }
    }
  }
}
