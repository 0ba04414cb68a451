package mcx.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A product's BGP timers and failure detection.
 *
 * @param keepaliveSeconds its keepalive time
 * @param holdSeconds its hold time
 * @param bfdIntervalMillis the BFD interval; null where BFD does not run
 * @param bfdMultiplier the BFD multiplier; null where BFD does not run
 * @param bfdDefault whether BFD runs without the customer asking for it
 * @param detection the whole in words, for showing
 */
public record Timers(
    int keepaliveSeconds,
    int holdSeconds,
    @Nullable Integer bfdIntervalMillis,
    @Nullable Integer bfdMultiplier,
    boolean bfdDefault,
    String detection,
    String source,
    boolean confirmed) {}
