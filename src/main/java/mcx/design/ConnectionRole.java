package mcx.design;

/** Which of a circuit's connections. */
public enum ConnectionRole {
  PRIMARY,
  SECONDARY
}
