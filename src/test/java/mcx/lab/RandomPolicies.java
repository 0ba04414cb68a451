package mcx.lab;

import java.util.ArrayList;
import java.util.List;
import mcx.design.RoutePolicy;
import mcx.design.RoutePolicy.Change;
import mcx.design.RoutePolicy.PrefixMatch;
import mcx.design.RoutePolicy.Term;
import mcx.inet.Asn;
import mcx.inet.Community;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * Draws policies from a few communities, numbers and prefixes, so that what one sets others match.
 */
final class RandomPolicies {

  private final RandomSystems chance;
  private final List<Long> numbers;
  private final List<Community> communities = new ArrayList<>();
  private final boolean bilateral;

  RandomPolicies(RandomSystems chance, List<Long> numbers, boolean bilateral) {
    this.chance = chance;
    this.numbers = numbers;
    this.bilateral = bilateral;
    for (int i = 1; i <= 3; i++) {
      communities.add(Community.of("3356:" + i * 100));
    }
    for (int i = 1; i <= 2; i++) {
      communities.add(Community.of("199524:" + i + ":7"));
    }
  }

  RoutePolicy importing(boolean inner) {
    return policy(true, inner);
  }

  RoutePolicy exporting(boolean inner) {
    return policy(false, inner);
  }

  private RoutePolicy policy(boolean in, boolean inner) {
    List<Term> terms = new ArrayList<>();
    int count = 1 + chance.upTo(2);
    for (int i = 0; i < count; i++) {
      terms.add(term(i, in, inner));
    }
    return new RoutePolicy(terms, chance.happens(0.92));
  }

  private Term term(int number, boolean in, boolean inner) {
    List<PrefixMatch> prefixes = List.of();
    List<Community> any = List.of();
    String path = null;
    Asn neighbor = null;
    boolean permit = chance.happens(0.85);
    int by = chance.upTo(permit ? 9 : 7);
    if (by < 3) {
      prefixes = prefixes();
    } else if (by < 5) {
      any =
          chance.happens(0.7)
              ? List.of(chance.any(communities))
              : List.of(communities.get(chance.upTo(2)), communities.get(3 + chance.upTo(1)));
    } else if (by < 7) {
      path = path();
    } else if (by < 8) {
      neighbor = Asn.of(chance.any(numbers));
    }
    if (by < 5 && chance.happens(0.1)) {
      path = path();
    }
    return new Term(
        "t" + number,
        prefixes,
        any,
        path,
        neighbor,
        permit,
        permit ? change(in, inner) : Change.NONE);
  }

  private List<PrefixMatch> prefixes() {
    List<PrefixMatch> all = new ArrayList<>();
    int count = 1 + chance.upTo(2);
    for (int i = 0; i < count; i++) {
      int kind = chance.upTo(5);
      if (kind < 3) {
        all.add(new PrefixMatch(RandomSystems.shared(chance.upTo(6)), null, null));
      } else if (kind == 3) {
        all.add(new PrefixMatch(RandomSystems.group(chance.upTo(5)), null, 20 + chance.upTo(4)));
      } else if (kind == 4) {
        all.add(new PrefixMatch(RandomSystems.group(chance.upTo(5)), 18 + chance.upTo(4), 24));
      } else {
        all.add(new PrefixMatch(Prefix.of("172.20.0.0/16"), chance.happens(0.5) ? 17 : 24, null));
      }
    }
    return all;
  }

  /** Only what FRR and BIRD can both say. */
  private String path() {
    long n = chance.any(numbers);
    return switch (chance.upTo(6)) {
      case 0, 1 -> "_" + n + "_";
      case 2 -> "^" + n + "_";
      case 3, 4 -> "_" + n + "$";
      case 5 -> "^[0-9]+$";
      default -> "^" + n + "_" + chance.any(numbers) + "_";
    };
  }

  private Change change(boolean in, boolean inner) {
    Long preference = null;
    Long med = null;
    int prepend = 0;
    Integer weight = null;
    List<Community> add = new ArrayList<>();
    List<Community> remove = new ArrayList<>();
    int actions = 1 + chance.upTo(2);
    for (int i = 0; i < actions; i++) {
      switch (chance.upTo(in ? 8 : 7)) {
        case 0, 1 -> {
          if (in) {
            preference = 80L + 10 * chance.upTo(4);
          } else {
            med = 10L * chance.upTo(3);
          }
        }
        case 2, 3 -> med = 10L * chance.upTo(3);
        case 4 -> {
          if (!inner) {
            prepend = 1 + chance.upTo(1);
          }
        }
        case 5 -> add.add(chance.any(communities));
        case 6 -> {
          Community wellKnown = wellKnown(in);
          add.add(wellKnown == null ? chance.any(communities) : wellKnown);
        }
        case 7 ->
            remove.addAll(chance.happens(0.5) ? communities : List.of(chance.any(communities)));
        default -> weight = 100 * (1 + chance.upTo(2));
      }
    }
    remove.removeAll(add);
    add = add.stream().distinct().toList();
    return new Change(preference, med, prepend, List.copyOf(add), List.copyOf(remove), weight);
  }

  private @Nullable Community wellKnown(boolean in) {
    return switch (chance.upTo(bilateral ? 12 : 6)) {
      case 0, 1 -> Community.NO_EXPORT;
      case 2 -> in ? Community.NO_ADVERTISE : Community.NO_EXPORT;
      case 3, 4 -> in ? null : Community.GRACEFUL_SHUTDOWN;
      case 5, 6 -> null;
      default -> Community.NO_PEER;
    };
  }
}
