package mcx.editor;

/** What was cut or copied. */
public final class Clipboard {

  public Clipboard() {}
}
