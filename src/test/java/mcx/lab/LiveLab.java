package mcx.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mcx.export.lab.Lab;
import mcx.export.lab.LabDaemon;
import mcx.network.Network;
import mcx.network.VrfId;
import mcx.routing.Solution;
import org.jspecify.annotations.Nullable;

/**
 * A lab that runs. It is up and at rest once {@link #start} returns; closing it removes everything.
 * Several may run side by side.
 */
final class LiveLab implements AutoCloseable {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int MOST_SECONDS = 120;
  private static final int PATIENCE_SECONDS = 30;

  private final Lab lab;
  private final Path folder;
  private final List<String> log = new ArrayList<>();
  private final @Nullable LabWatch watch;

  private LiveLab(Lab lab, Path folder, Solution solution) {
    this.lab = lab;
    this.folder = folder;
    this.watch = LabWatch.knows(lab.plan()) ? new LabWatch(lab.plan(), solution) : null;
  }

  /** Why labs cannot run here; null where they can. */
  static @Nullable String obstacle() {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return "network namespaces are Linux's";
    }
    for (String tool : List.of("ip", "vtysh", "bird", "birdc", "gobgpd", "gobgp", "bash")) {
      boolean found =
          Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
              .anyMatch(p -> Files.isExecutable(Path.of(p, tool)));
      if (!found) {
        return tool + " is not installed";
      }
    }
    if (!Files.isExecutable(Path.of("/usr/lib/frr/bgpd"))) {
      return "FRR is not installed";
    }
    return Files.isWritable(Path.of("/run")) ? null : "labs need root";
  }

  /** Builds a lab of the network in the state of the solution, and waits until it is at rest. */
  static LiveLab start(Network network, Solution solution, LabDaemon.Choice choice)
      throws IOException, InterruptedException {
    String name =
        "t" + Long.toHexString(ProcessHandle.current().pid()) + "x" + COUNT.incrementAndGet();
    Lab lab = Lab.of(network, solution.failures(), solution, choice, name);
    Path folder = Files.createTempDirectory("livelab-");
    LiveLab live = new LiveLab(lab, folder, solution);
    boolean started = false;
    try {
      lab.write(folder);
      live.script("up");
      live.settle(solution);
      started = true;
      return live;
    } finally {
      if (!started) {
        live.close();
      }
    }
  }

  Lab lab() {
    return lab;
  }

  /** The tables as they are now. */
  Map<VrfId, RouterRib> dump() throws IOException, InterruptedException {
    if (watch != null) {
      long start = System.nanoTime();
      String dump = watch.dump();
      log.add("dump " + (System.nanoTime() - start) / 1_000_000 + " ms");
      return DumpReader.read(lab.plan(), dump);
    }
    Path out = folder.resolve("dump.json");
    script("dump", out.toString());
    return DumpReader.read(lab.plan(), Files.readString(out));
  }

  /**
   * What differs from the solution once the routers are at rest. A busy machine may make them pause
   * before they are, so where something differs it is looked at again for a while.
   */
  List<RibComparison.Difference> compare(Solution solution)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    while (true) {
      List<RibComparison.Difference> now = RibComparison.compare(lab.plan(), solution, dump());
      if (now.isEmpty() || System.nanoTime() > end) {
        return now;
      }
      Thread.sleep(1_000);
    }
  }

  /** Takes something down and waits until the lab is at rest again. */
  void fail(String id, Solution after) throws IOException, InterruptedException {
    script("fail", id);
    settle(after);
  }

  /** Brings it back and waits until the lab is at rest again. */
  void restore(String id, Solution after) throws IOException, InterruptedException {
    script("restore", id);
    settle(after);
  }

  private void settle(Solution solution) throws IOException, InterruptedException {
    if (watch == null) {
      script("wait", "60");
      return;
    }
    long start = System.nanoTime();
    watch.settle(solution, 40);
    log.add("wait " + (System.nanoTime() - start) / 1_000_000 + " ms");
  }

  /** What the script was told, and how long each took. */
  List<String> log() {
    return List.copyOf(log);
  }

  private void script(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", folder.resolve(Lab.SCRIPT).toString()));
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output.txt");
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    log.add(String.join(" ", arguments) + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
    if (!ended || process.exitValue() != 0) {
      throw new IOException(
          String.join(" ", command)
              + (ended ? " ends with " + process.exitValue() : " does not end")
              + ":\n"
              + Files.readString(output, StandardCharsets.ISO_8859_1));
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    try {
      if (watch != null) {
        watch.close();
      }
      script("down");
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(p);
        }
      }
    }
  }
}
