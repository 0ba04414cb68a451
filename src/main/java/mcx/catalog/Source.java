package mcx.catalog;

/**
 * A document that facts are taken from.
 *
 * @param key its short name, such as {@code ER-FAQ}
 * @param title what it is called
 * @param location its address or path, and the date of the copy that was read, where known
 */
public record Source(String key, String title, String location) {}
