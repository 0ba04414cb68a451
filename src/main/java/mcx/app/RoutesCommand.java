package mcx.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import mcx.analysis.Analysis;
import mcx.export.JsonReport;
import mcx.export.RoutesText;
import mcx.network.Node;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code mcx routes}: the routing tables of a design. */
@Command(
    name = "routes",
    mixinStandardHelpOptions = true,
    versionProvider = McxCommand.Version.class,
    description = "Shows the routing table of every router and VRF, and why each route was chosen.")
final class RoutesCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init")
  private McxCommand mcx;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin private DesignInput input = new DesignInput();

  @Option(names = "--json", description = "Writes JSON for scripts instead of text.")
  private boolean json;

  @Option(
      names = "--vrf",
      paramLabel = "V",
      description =
          "Only these tables: the name or id of a VRF, the name or id of a router, or a table as"
              + " listed, such as pe-1:vrf-azure.")
  private @Nullable String wanted;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    OpenedDesign opened = input.open(mcx.surroundings(), err);
    err.flush();
    Analysis analysis = input.analyze(opened);
    List<VrfId> tables = tables(analysis);
    out.print(json ? JsonReport.routes(analysis, tables) : RoutesText.of(analysis, tables));
    out.flush();
    return CommandLineFactory.GOOD;
  }

  private List<VrfId> tables(Analysis analysis) {
    List<VrfId> found = new ArrayList<>();
    SortedSet<String> all = new TreeSet<>();
    for (Node node : analysis.compiled().network().nodes().values()) {
      for (Vrf vrf : node.vrfs()) {
        all.add(vrf.id().toString());
        if (wanted == null || names(node, vrf).contains(wanted)) {
          found.add(vrf.id());
        }
      }
    }
    if (found.isEmpty() && wanted != null) {
      throw new BadInputException(
          "the design has no table “" + wanted + "”. It has " + String.join(", ", all) + ".");
    }
    return found;
  }

  private static List<String> names(Node node, Vrf vrf) {
    return List.of(node.id(), node.name(), vrf.id().vrf(), vrf.label(), vrf.id().toString());
  }
}
