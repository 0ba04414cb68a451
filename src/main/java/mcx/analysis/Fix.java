package mcx.analysis;

import mcx.catalog.Catalog;
import mcx.change.Change;
import mcx.design.Design;

/**
 * An edit that mends a finding. Two are equal when they say the same: a fix is made anew at every
 * analysis.
 */
public final class Fix {

  private final String title;
  private final Repair repair;

  /**
   * @param title what it does, as one would say on a button: “Give the customer router AS 65010”
   */
  public Fix(String title, Repair repair) {
    this.title = title;
    this.repair = repair;
  }

  public String title() {
    return title;
  }

  /** The design after it. The design given is the one in which the finding was found. */
  public Change apply(Design design, Catalog catalog) {
    return repair.apply(design, catalog);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fix f && title.equals(f.title);
  }

  @Override
  public int hashCode() {
    return title.hashCode();
  }

  @Override
  public String toString() {
    return title;
  }

  /** How a design is edited. A pure function. */
  @FunctionalInterface
  public interface Repair {
    Change apply(Design design, Catalog catalog);
  }
}
