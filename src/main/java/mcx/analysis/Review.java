package mcx.analysis;

import java.util.List;
import mcx.design.Mute;

/**
 * What a reviewer would say of a design.
 *
 * @param findings what is to be seen to, worst first
 * @param undecided what cannot be told, because the design does not say enough
 * @param muted what is accepted
 */
public record Review(List<Finding> findings, List<Finding> undecided, List<Muted> muted) {

  /** Nothing said. */
  static final Review NONE = new Review(List.of(), List.of(), List.of());

  public Review {
    findings = List.copyOf(findings);
    undecided = List.copyOf(undecided);
    muted = List.copyOf(muted);
  }

  /** A finding that is accepted, with the word that accepts it. */
  public record Muted(Finding finding, Mute mute) {}
}
