package mcx.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.BiPredicate;
import mcx.analysis.Analysis;
import mcx.export.JsonReport;
import mcx.export.RoutesText;
import mcx.inet.Prefix;
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
          "Only these tables: the name or id of a VRF, of a router or of another element, or a table"
              + " as listed, such as pe-1:vrf-azure.")
  private @Nullable String wanted;

  @Option(
      names = "--prefix",
      paramLabel = "P",
      description =
          "Only the route that packets for this prefix or address take: the longest match.")
  private @Nullable String prefix;

  @Option(
      names = "--within",
      paramLabel = "P",
      description = "Only this prefix and the more specific ones in it.")
  private @Nullable String within;

  @Override
  String report(Analysis analysis, boolean json, PrintWriter err) {
    Tables all = new Tables(analysis);
    List<VrfId> tables = wanted == null ? List.copyOf(all.all()) : all.find(wanted);
    BiPredicate<VrfId, Prefix> shown = shown(analysis);
    return json
        ? JsonReport.routes(analysis, tables, shown)
        : RoutesText.of(analysis, tables, shown);
  }

  /** The prefixes of a table that were asked for; with both options what either asks for. */
  private BiPredicate<VrfId, Prefix> shown(Analysis analysis) {
    if (prefix == null && within == null) {
      return (table, p) -> true;
    }
    Prefix longest = prefix == null ? null : Prefixes.of(prefix);
    Prefix around = within == null ? null : Prefixes.of(within);
    return (table, p) ->
        (around != null && around.contains(p))
            || (longest != null && p.equals(match(analysis, table, longest)));
  }

  /** The longest prefix of a table that holds this one; null where none does. */
  private static @Nullable Prefix match(Analysis analysis, VrfId table, Prefix wanted) {
    for (int length = wanted.length(); length >= 0; length--) {
      Prefix p = Prefix.containing(wanted.address(), length);
      if (analysis.solution().has(table, p)) {
        return p;
      }
    }
    return null;
  }
}
