package mcx.routing;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a table told another one, by prefix in order. It is kept in groups of routes that are alike,
 * which is all that most who ask need; the advertisements of single prefixes are put together once
 * somebody looks at them. Cannot be changed; safe for use by several threads.
 */
public final class AdvertisementList extends AbstractList<Advertisement> implements RandomAccess {

  private final Plan plan;
  private final List<AdvertisementGroup> groups;
  private final int size;
  private volatile Advertisement @Nullable [] rows;

  /**
   * @param groups those of one edge next to each other
   */
  AdvertisementList(Plan plan, List<AdvertisementGroup> groups) {
    this.plan = plan;
    this.groups = List.copyOf(groups);
    int count = 0;
    for (AdvertisementGroup g : groups) {
      count += g.prefixes().size();
    }
    this.size = count;
  }

  /** The same in groups of routes that are alike; no order among the groups. */
  public List<AdvertisementGroup> groups() {
    return groups;
  }

  /** This without the groups of which that holds. */
  public AdvertisementList without(Predicate<AdvertisementGroup> unwanted) {
    List<AdvertisementGroup> kept = groups.stream().filter(unwanted.negate()).toList();
    return kept.size() == groups.size() ? this : new AdvertisementList(plan, kept);
  }

  @Override
  public Advertisement get(int index) {
    return rows()[index];
  }

  @Override
  public int size() {
    return size;
  }

  private Advertisement[] rows() {
    Advertisement[] known = rows;
    if (known == null) {
      known = inOrder();
      rows = known;
    }
    return known;
  }

  private Advertisement[] inOrder() {
    List<Advertisement> all = new ArrayList<>(size);
    @Nullable Advertisement[] byPlace = new Advertisement[plan.prefixes().all().size()];
    boolean several = false;
    for (int i = 0; i < groups.size(); i++) {
      AdvertisementGroup g = groups.get(i);
      for (int k = 0; k < g.prefixes().size(); k++) {
        byPlace[plan.prefixes().place(g.prefixes().get(k))] = g.about(k);
      }
      boolean last = i + 1 == groups.size() || groups.get(i + 1).edge() != g.edge();
      if (last) {
        several |= !all.isEmpty();
        for (int p = 0; p < byPlace.length; p++) {
          Advertisement a = byPlace[p];
          if (a != null) {
            all.add(a);
            byPlace[p] = null;
          }
        }
      }
    }
    if (several) {
      all.sort(Comparator.comparing(Advertisement::prefix));
    }
    return all.toArray(new Advertisement[0]);
  }
}
