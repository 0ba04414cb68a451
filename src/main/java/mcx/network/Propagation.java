package mcx.network;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Routes handed from one table to another outside BGP, one way: from a site to its router, from a
 * virtual network to its gateway, from a gateway to the virtual network's route table. The AS path
 * is kept as it is. Traffic for such a route goes from {@code to} to {@code from}.
 *
 * @param id unique among the propagations and sessions
 * @param from the table that has the routes: its best ones are handed over
 * @param to the table that gets them
 * @param policy which routes are handed over, and what is changed on them
 * @param distance the administrative distance in the receiving table, 0 to 255
 * @param origin the design link or element it came from
 * @param drawn the design links it runs along, from {@code from} to {@code to}, for showing it
 * @param dependsOn the ids whose failure ends it, beyond those of its ends
 * @param segment the segment that traffic crosses; null where the two are one place
 */
public record Propagation(
    String id,
    VrfId from,
    VrfId to,
    Policy policy,
    int distance,
    Origin origin,
    List<Origin> drawn,
    Set<Origin> dependsOn,
    @Nullable String segment) {

  public Propagation {
    drawn = List.copyOf(drawn);
    dependsOn = Set.copyOf(dependsOn);
  }
}
