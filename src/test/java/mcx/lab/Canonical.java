package mcx.lab;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import mcx.network.LimitBasis;
import mcx.network.Network;
import mcx.network.Policy;
import mcx.network.PrefixLimit;
import mcx.network.Sharing;
import org.jspecify.annotations.Nullable;

/** Networks as text that is the same in every run, whatever order sets have. */
final class Canonical {

  private Canonical() {}

  /** A number that two networks share, as good as certainly, only where they are equal. */
  static String fingerprint(Network network) {
    CRC32 sum = new CRC32();
    sum.update(text(network).getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }

  static String text(@Nullable Object o) {
    return switch (o) {
      case null -> "-";
      case Set<?> set -> set.stream().map(Canonical::text).sorted().toList().toString();
      case Collection<?> list -> list.stream().map(Canonical::text).toList().toString();
      case Map<?, ?> map -> text(List.copyOf(map.values()));
      // One or all: as it read before tables could have a number of their own.
      case Sharing s when s.equals(Sharing.ALL) -> "true";
      case Sharing s when s.equals(Sharing.NONE) -> "false";
      case Record r -> record(r);
      default -> o.toString();
    };
  }

  /**
   * Whether a part changes no route: what a limit rests on is for showing. A change that adds
   * nothing to the MED, and a limit that counts what is accepted, are what they were before there
   * was anything else.
   */
  private static boolean isSilent(RecordComponent c, @Nullable Object value) {
    return c.getType() == LimitBasis.class
        || (c.getDeclaringRecord() == Policy.Change.class
            && c.getName().equals("addMed")
            && Long.valueOf(0).equals(value))
        || (c.getDeclaringRecord() == PrefixLimit.class && Boolean.FALSE.equals(value));
  }

  private static String record(Record r) {
    List<String> parts = new ArrayList<>();
    try {
      for (RecordComponent c : r.getClass().getRecordComponents()) {
        Object value = c.getAccessor().invoke(r);
        if (!isSilent(c, value)) {
          parts.add(text(value));
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return parts.toString();
  }
}
