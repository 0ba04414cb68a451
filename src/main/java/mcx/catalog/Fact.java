package mcx.catalog;

/**
 * A value with where it comes from.
 *
 * @param value the value
 * @param source the key of the {@link Source}; empty where none is known
 * @param confirmed false for what was not found in a document that was read
 */
public record Fact<T>(T value, String source, boolean confirmed) {}
