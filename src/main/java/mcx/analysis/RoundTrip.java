package mcx.analysis;

import java.util.List;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * The ways of packets from one table to another, and of the answers.
 *
 * @param from the table where packets start
 * @param to the table where they should arrive, and answers start; null where no table holds the
 *     destination
 * @param there the ways there; several where packets to different prefixes go different ways
 * @param back the ways back, as many
 * @param noBack why no way back was looked for; empty where one was
 * @param untried how many prefixes were left out, where there are very many
 * @param symmetric whether both directions take the same ways; null where one does not arrive
 * @param parting where they part; null where they do not
 */
public record RoundTrip(
    VrfId from,
    @Nullable VrfId to,
    List<Way> there,
    List<Way> back,
    String noBack,
    int untried,
    @Nullable Boolean symmetric,
    @Nullable Parting parting) {

  public RoundTrip {
    there = List.copyOf(there);
    back = List.copyOf(back);
  }

  /** Whether all packets arrive, and all answers that were looked for. */
  public boolean arrives() {
    return !there.isEmpty()
        && there.stream().allMatch(Way::arrives)
        && back.stream().allMatch(Way::arrives);
  }

  /**
   * Where the two directions part.
   *
   * @param at the last table that both pass, seen from the start
   * @param there the table that packets go on to
   * @param thereOver what they cross to it; empty where nothing is drawn
   * @param back the table that answers come from
   * @param backOver what those cross
   * @param meets where the two meet again
   */
  public record Parting(
      VrfId at, VrfId there, String thereOver, VrfId back, String backOver, VrfId meets) {}
}
