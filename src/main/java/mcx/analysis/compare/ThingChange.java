package mcx.analysis.compare;

import java.util.List;
import mcx.design.Id;

/**
 * A change of an element or a link.
 *
 * @param id its id
 * @param label what people call it; as in the second design where it is in both
 * @param kind what it is, such as {@code circuit connection}
 * @param presence whether it is in both
 * @param fields what changed of it; empty where it was added or removed
 */
public record ThingChange(
    Id id, String label, String kind, Presence presence, List<FieldChange> fields) {

  public ThingChange {
    fields = List.copyOf(fields);
  }

  /**
   * One thing that was set otherwise.
   *
   * @param field what it is, in words, parts included: {@code tunnel 1: BGP at CE: hold time}
   * @param before how it was; empty where it was not there
   * @param after how it is; empty where it is not there
   */
  public record FieldChange(String field, String before, String after) {}
}
