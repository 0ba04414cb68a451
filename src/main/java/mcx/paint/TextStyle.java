package mcx.paint;

/**
 * How text is set, always in one of the bundled fonts.
 *
 * @param size the font size in diagram units
 */
public record TextStyle(Face face, double size) {

  /** The bundled fonts. */
  public enum Face {
    REGULAR("Inter-Regular.otf"),
    MEDIUM("Inter-Medium.otf"),
    SEMIBOLD("Inter-SemiBold.otf"),
    /** For addresses, AS paths and other technical values. */
    MONO("JetBrainsMono-Regular.ttf");

    private final String file;

    Face(String file) {
      this.file = file;
    }

    /** The font's file, as a resource beside {@link Fonts}, in the folder {@code fonts}. */
    public String resource() {
      return "fonts/" + file;
    }
  }

  /** The name of a container. */
  public static final TextStyle TITLE = new TextStyle(Face.SEMIBOLD, 13);

  /** The name of an element. */
  public static final TextStyle NAME = new TextStyle(Face.MEDIUM, 12);

  /** Plain text. */
  public static final TextStyle BODY = new TextStyle(Face.REGULAR, 12);

  /** What goes with a name. */
  public static final TextStyle SMALL = new TextStyle(Face.REGULAR, 11);

  /** Addresses, AS numbers and paths. */
  public static final TextStyle CODE = new TextStyle(Face.MONO, 11);

  /** Addresses at the ends of links. */
  public static final TextStyle SMALL_CODE = new TextStyle(Face.MONO, 9.5);

  public TextStyle withSize(double changed) {
    return new TextStyle(face, changed);
  }
}
