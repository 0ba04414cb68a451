package mcx.editor.field;

/**
 * One of the values that a field offers.
 *
 * @param text what the field holds when it is chosen
 * @param label what people see
 */
public record Choice(String text, String label) {}
