package mcx.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import mcx.format.McxFormatException;
import mcx.view.PanelBench;
import org.openjdk.jmh.Main;

/**
 * What the Maven profile starts: the first argument names a tool (profile, memory, panel, write) or
 * the benchmarks to run, the second is handed on, split at blanks.
 */
public final class Bench {

  private Bench() {}

  public static void main(String[] args) throws IOException, McxFormatException {
    String[] rest = Arrays.stream(args).skip(1).flatMap(Bench::words).toArray(String[]::new);
    switch (args[0]) {
      case "profile" -> Profile.main(rest);
      case "memory" -> Memory.main(rest);
      case "panel" -> PanelBench.main(rest);
      case "write" -> Write.main(rest);
      default -> Main.main(concat(args[0], rest));
    }
  }

  private static java.util.stream.Stream<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+")).filter(w -> !w.isEmpty());
  }

  private static String[] concat(String first, String[] rest) {
    List<String> all = new java.util.ArrayList<>(List.of(first));
    all.addAll(List.of(rest));
    return all.toArray(String[]::new);
  }
}
