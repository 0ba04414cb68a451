package mcx.analysis.fallback;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.design.Id;
import mcx.design.NaturalOrder;

/**
 * Something that can fail.
 *
 * @param id the element, link or part; of places that fail together an id of their own, which
 *     nothing in the design has
 * @param label what it is called
 * @param kind what it is
 * @param down what is down then: itself, or all that fail together; as ids of elements, links and
 *     parts
 * @param logical whether it exists in configuration only (a joint inside a cloud, a VRF): it can be
 *     removed by mistake, but does not break by itself
 */
public record Failable(Id id, String label, Kind kind, SortedSet<Id> down, boolean logical)
    implements Comparable<Failable> {

  public Failable {
    down = Collections.unmodifiableSortedSet(new TreeSet<>(down));
  }

  /** What can fail. */
  public enum Kind {
    CUSTOMER_ROUTER("customer router"),
    /** A datacenter or a branch as a whole. */
    PREMISES("premises"),
    PROVIDER("provider"),
    POINT_OF_PRESENCE("point of presence"),
    PROVIDER_EDGE("provider edge"),
    /** A building where clouds, providers and customers meet, with all circuits and ports in it. */
    PEERING_LOCATION("peering location"),
    /** Peering locations with the same key of shared risk. */
    SHARED_RISK("shared risk"),
    /** All peering locations and points of presence of one metropolitan area. */
    METRO("metropolitan area"),
    PORT("port"),
    CIRCUIT("circuit"),
    GATEWAY("gateway"),
    CLOUD("cloud"),
    REGION("region"),
    VIRTUAL_NETWORK("virtual network"),
    VRF("VRF"),
    INTERNET("Internet"),
    /** Any other element. */
    ELEMENT("element"),
    LINK("link"),
    /** A VLAN, a tunnel, a path of an interconnect, an instance of a gateway. */
    PART("part");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The kind as shown in a table. */
    public String label() {
      return label;
    }
  }

  @Override
  public int compareTo(Failable o) {
    return NaturalOrder.BY_ID.compare(id, o.id);
  }
}
