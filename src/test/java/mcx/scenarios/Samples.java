package mcx.scenarios;

import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;
import mcx.diagram.Document;

/** The designs that come with the program, by the name of their file. */
final class Samples {

  private Samples() {}

  /** All samples by file name, in order. */
  static SequencedMap<String, Document> all() {
    TreeMap<String, Document> all = new TreeMap<>();
    all.put("layer-3-provider-one-vrf.mcx", S01.sample());
    all.put("layer-3-provider-vrf-per-cloud.mcx", S02.sample());
    all.put("layer-2-provider.mcx", S03.sample());
    all.put("direct-ports.mcx", S04.sample());
    all.put("azure-oracle-interconnect.mcx", S05.sample());
    all.put("vpn-between-two-clouds.mcx", S06.sample());
    all.put("ikev1-only-cloud.mcx", S08.sample());
    all.put("vpn-backup-of-expressroute.mcx", S09.sample());
    return Collections.unmodifiableSequencedMap(all);
  }
}
