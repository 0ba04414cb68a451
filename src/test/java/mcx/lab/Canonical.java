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
      case Record r -> record(r);
      default -> o.toString();
    };
  }

  private static String record(Record r) {
    List<String> parts = new ArrayList<>();
    try {
      for (RecordComponent c : r.getClass().getRecordComponents()) {
        // What a limit rests on is for showing; it changes no route.
        if (c.getType() != LimitBasis.class) {
          parts.add(text(c.getAccessor().invoke(r)));
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return parts.toString();
  }
}
