package mcx.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

  private static final NaturalOrder ORDER = NaturalOrder.BY_NAME;

  @Test
  void numbersCountByTheirValueAndCapitalsDoNotCount() {
    List<String> wanted =
        List.of(
            "",
            "2 sites",
            "10 sites",
            "AZ",
            "berlin",
            "Berlin 2",
            "berlin 2a",
            "Berlin 10",
            "PE 1 · VRF-AWS",
            "PE 1 · VRF-AZ",
            "PE 2 · VRF-AWS",
            "PE 12 · VRF-AWS",
            "Site",
            "Site 0",
            "Site 007",
            "Site 8",
            "site 99999999999999999999999",
            "site 100000000000000000000000",
            "Zürich");
    List<String> mixed = new ArrayList<>(wanted);
    Collections.shuffle(mixed, new Random(7));
    mixed.sort(ORDER);
    assertEquals(wanted, mixed);
  }

  @Test
  void isAnOrderInWhichOnlyEqualNamesAreEqual() {
    SplittableRandom random = new SplittableRandom(11);
    for (int n = 0; n < 20_000; n++) {
      String a = name(random);
      String b = name(random);
      String c = name(random);
      String all = a + "|" + b + "|" + c;
      assertEquals(a.equals(b), ORDER.compare(a, b) == 0, all);
      assertEquals(Integer.signum(ORDER.compare(a, b)), -Integer.signum(ORDER.compare(b, a)), all);
      if (ORDER.compare(a, b) <= 0 && ORDER.compare(b, c) <= 0) {
        assertTrue(ORDER.compare(a, c) <= 0, all);
      }
    }
  }

  private static String name(SplittableRandom random) {
    StringBuilder name = new StringBuilder();
    for (int left = random.nextInt(6); left > 0; left--) {
      name.append("0012aAb ".charAt(random.nextInt(8)));
    }
    return name.toString();
  }
}
