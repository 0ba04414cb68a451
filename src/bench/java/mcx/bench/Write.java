package mcx.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import mcx.export.IosConfig;
import mcx.export.lab.Lab;
import mcx.export.lab.LabDaemon;
import mcx.network.Failures;
import mcx.network.Network;

/**
 * Writes a generated network for other tools: {@code FOLDER [ROUTERS] [alike|own]} leaves one
 * IOS-style configuration for each router in the folder {@code configs} inside, as Batfish reads
 * them, and a lab that runs the network in FRR in the folder {@code frr}.
 */
final class Write {

  private Write() {}

  static void main(String[] args) throws IOException {
    if (args.length == 0) {
      throw new IllegalArgumentException("Name a folder to write to: -Dbench.args=FOLDER");
    }
    int routers = args.length > 1 ? Integer.parseInt(args[1]) : 50;
    String kind = args.length > 2 ? args[2] : "own";
    Network network =
        Generated.network(routers, Generated.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
    Path folder = Files.createDirectories(Path.of(args[0], "configs"));
    for (Map.Entry<String, String> one : new IosConfig(network).all().entrySet()) {
      Files.writeString(folder.resolve(one.getKey() + ".cfg"), one.getValue());
    }
    Path lab = Path.of(args[0], "frr");
    Lab.of(network, Failures.NONE, null, LabDaemon.Choice.FRR, Lab.nameFor(lab)).write(lab);
    System.out.println(routers + " configurations each in " + folder + " and " + lab);
  }
}
