package mcx.paint;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A pictogram read from an SVG file of a small subset: {@code path}, {@code circle}, {@code rect}
 * and {@code line} in a box of 24 by 24, drawn and filled in one colour.
 */
record SvgIcon(List<Part> parts) {

  /** The width and height of the box that all is drawn in. */
  static final double BOX = 24;

  /**
   * One shape.
   *
   * @param fill how opaque its inside is, 0 to 1
   * @param stroke the width of its outline; 0 for none
   */
  record Part(Path path, double fill, double stroke) {}

  SvgIcon {
    parts = List.copyOf(parts);
  }

  /**
   * Reads an SVG file.
   *
   * @throws IOException if it is no SVG of the subset
   */
  static SvgIcon read(InputStream in) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    List<Part> parts = new ArrayList<>();
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      double width = 1.6;
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        if (xml.getLocalName().equals("svg")) {
          if (!"0 0 24 24".equals(xml.getAttributeValue(null, "viewBox"))) {
            throw new IOException("A pictogram has the view box 0 0 24 24");
          }
          width = number(xml, "stroke-width", width);
        } else {
          parts.add(part(xml, width));
        }
      }
    } catch (XMLStreamException | IllegalArgumentException e) {
      throw new IOException("The pictogram cannot be read: " + e.getMessage(), e);
    }
    return new SvgIcon(parts);
  }

  private static Part part(XMLStreamReader xml, double width) throws IOException {
    Path path =
        switch (xml.getLocalName()) {
          case "path" -> SvgPath.parse(text(xml, "d"));
          case "circle" ->
              Path.circle(number(xml, "cx", 0), number(xml, "cy", 0), number(xml, "r", 0));
          case "rect" ->
              SvgPath.rect(
                  number(xml, "x", 0),
                  number(xml, "y", 0),
                  number(xml, "width", 0),
                  number(xml, "height", 0),
                  number(xml, "rx", 0));
          case "line" ->
              Path.builder()
                  .move(number(xml, "x1", 0), number(xml, "y1", 0))
                  .line(number(xml, "x2", 0), number(xml, "y2", 0))
                  .build();
          default -> throw new IOException("A pictogram has no <" + xml.getLocalName() + ">");
        };
    boolean filled = "currentColor".equals(xml.getAttributeValue(null, "fill"));
    boolean outlined = !"none".equals(xml.getAttributeValue(null, "stroke"));
    return new Part(
        path,
        filled ? number(xml, "fill-opacity", 1) : 0,
        outlined ? number(xml, "stroke-width", width) : 0);
  }

  private static String text(XMLStreamReader xml, String name) throws IOException {
    @Nullable String value = xml.getAttributeValue(null, name);
    if (value == null) {
      throw new IOException("<" + xml.getLocalName() + "> needs “" + name + "”");
    }
    return value;
  }

  private static double number(XMLStreamReader xml, String name, double otherwise) {
    @Nullable String value = xml.getAttributeValue(null, name);
    return value == null ? otherwise : Double.parseDouble(value);
  }
}
