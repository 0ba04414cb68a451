package mcx.routing;

/**
 * Whether a session is up.
 *
 * @param up whether routes flow over it
 * @param reason why not, in words; empty if it is up
 */
public record SessionState(boolean up, String reason) {

  public static final SessionState UP = new SessionState(true, "");

  public static SessionState down(String reason) {
    return new SessionState(false, reason);
  }
}
