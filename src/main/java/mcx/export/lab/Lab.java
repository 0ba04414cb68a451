package mcx.export.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import mcx.export.lab.LabPlan.Router;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.routing.Solution;
import org.jspecify.annotations.Nullable;

/**
 * A runnable lab: what is in it, and its files.
 *
 * @param plan what is in it
 * @param files the text of each file by its path in the lab's folder
 */
public record Lab(LabPlan plan, SortedMap<String, String> files) {

  /** The name of the script that runs it. */
  public static final String SCRIPT = "lab.sh";

  public Lab {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * The lab of a network, without what has failed. With a solution, what its tables got outside BGP
   * is put in by hand, and what is down in it for reasons that daemons do not know of is left out.
   *
   * @param solution of this network under these failures; null for what BGP alone does
   * @param name unique among the labs that run on a machine: up to 20 letters and digits
   * @throws IllegalArgumentException if the name is not of that form
   */
  public static Lab of(
      Network network,
      Failures failures,
      @Nullable Solution solution,
      LabDaemon.Choice choice,
      String name) {
    if (!name.matches("[A-Za-z0-9]{1,20}")) {
      throw new IllegalArgumentException("“" + name + "” is no name of a lab.");
    }
    LabPlan plan = LabPlanner.plan(network, failures, solution, choice, name);
    if (solution != null) {
      plan = plan.withInjections(Injections.of(plan, solution));
    }
    SortedMap<String, String> files = new TreeMap<>(LabTables.of(plan));
    for (Router r : plan.routers()) {
      String folder = "routers/" + r.key() + "/";
      switch (r.daemon()) {
        case FRR ->
            FrrConfig.files(plan, r).forEach((file, text) -> files.put(folder + file, text));
        case BIRD -> files.put(folder + "bird.conf", BirdConfig.text(plan, r));
        case GOBGP ->
            GobgpConfig.files(plan, r).forEach((file, text) -> files.put(folder + file, text));
        case NONE -> {}
      }
    }
    files.putAll(ContainerlabTopology.files(plan));
    files.put("README.txt", LabReadme.text(plan));
    files.put("manifest.json", LabManifest.text(plan));
    files.put(SCRIPT, resource(SCRIPT));
    return new Lab(plan, files);
  }

  /** A name for a lab in this folder, the same each time. */
  public static String nameFor(Path folder) {
    CRC32 sum = new CRC32();
    sum.update(folder.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }

  /** Whether the lab may be written here: nothing is there yet, or an empty folder. */
  public static boolean isFree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    } catch (NotDirectoryException e) {
      return false;
    }
  }

  /** Writes all files into the folder, which is made where it is not there yet. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (SortedMap.Entry<String, String> f : files.entrySet()) {
      Path path = folder.resolve(f.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, f.getValue());
    }
    Path script = folder.resolve(SCRIPT);
    if (!script.toFile().setExecutable(true)) {
      throw new IOException(script + " cannot be made executable.");
    }
  }

  private static String resource(String name) {
    try (InputStream in = Lab.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the program.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
