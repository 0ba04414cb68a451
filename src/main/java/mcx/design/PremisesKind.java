package mcx.design;

/** What kind of premises. */
public enum PremisesKind {
  DATACENTER,
  BRANCH
}
