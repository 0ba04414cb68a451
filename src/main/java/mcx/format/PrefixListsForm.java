package mcx.format;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.design.InvalidDesignException;
import mcx.design.ListName;
import mcx.design.PrefixLists;
import mcx.design.RoutePolicy.PrefixMatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The form of a design's prefix lists: an object with the prefixes of each list by its name. */
final class PrefixListsForm implements Form<PrefixLists> {

  private static final Form<List<PrefixMatch>> MATCHES = Forms.listOf(PrefixMatch.class);

  @Override
  public JsonNode write(PrefixLists value) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    value.byName().forEach((name, matches) -> node.set(name.value(), MATCHES.write(matches)));
    return node;
  }

  @Override
  public PrefixLists read(JsonNode node, Place place) {
    SortedMap<ListName, List<PrefixMatch>> lists = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      Place at = place.child(entry.getKey());
      List<PrefixMatch> matches = MATCHES.read(entry.getValue(), at);
      try {
        ListName name = new ListName(entry.getKey());
        if (matches != null && matches.isEmpty()) {
          at.structure("The prefix list “" + name + "” is empty.", "Give it a prefix.");
        } else if (matches != null) {
          lists.put(name, matches);
        }
      } catch (InvalidDesignException e) {
        at.structure(String.valueOf(e.getMessage()), "");
      }
    }
    return new PrefixLists(lists);
  }
}
