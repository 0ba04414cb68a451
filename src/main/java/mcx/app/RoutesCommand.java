package mcx.app;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Analysis;
import mcx.export.JsonReport;
import mcx.export.RoutesText;
import mcx.network.Node;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mcx routes}: the routing tables of a design. */
@Command(
    name = "routes",
    mixinStandardHelpOptions = true,
    versionProvider = McxCommand.Version.class,
    description = "Shows the routing table of every router and VRF, and why each route was chosen.")
final class RoutesCommand extends ReportCommand {

  @Option(
      names = "--vrf",
      paramLabel = "V",
      description =
          "Only these tables: the name or id of a VRF, the name or id of a router, or a table as"
              + " listed, such as pe-1:vrf-azure.")
  private @Nullable String wanted;

  @Override
  String report(Analysis analysis, boolean json) {
    List<VrfId> tables = tables(analysis);
    return json ? JsonReport.routes(analysis, tables) : RoutesText.of(analysis, tables);
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
