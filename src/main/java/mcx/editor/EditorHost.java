package mcx.editor;

import java.util.List;
import java.util.function.Consumer;
import mcx.change.Joints;
import mcx.design.Id;
import mcx.geometry.Point;
import org.jspecify.annotations.Nullable;

/** What the window does for actions and tools: all that needs dialogs, the screen or the system. */
public interface EditorHost {

  /** Starts an empty design, asking first where changes would be lost. */
  void newDesign();

  /** Asks for a file and opens it. */
  void openDesign();

  /** Shows the samples and recent files. */
  void showGallery();

  /** Writes the document to its file; asks for one where it has none. */
  void save();

  /** Asks for a file and writes the document to it. */
  void saveAs();

  /** Asks how and where to, and exports a picture. */
  void exportPng();

  /** Asks for another design, and shows what changed from that to this one. */
  void compare();

  /** Closes the window, asking first where changes would be lost. */
  void quit();

  /** Opens a text field over the name of the element, link or note. */
  void renameInPlace(Id id);

  /** Multiplies the zoom, about the middle of the canvas. */
  void zoomBy(double factor);

  /** Sets the zoom, about the middle of the canvas; 1 is 100 %. */
  void zoomTo(double zoom);

  /** Shows the whole diagram. */
  void fit();

  /** Shows what is selected as large as fits. */
  void fitSelection();

  /** Opens the command palette. */
  void showCommandPalette();

  /** Opens the search over elements, prefixes and AS numbers. */
  void showFind();

  /** Puts the cursor into the palette's search field. */
  void searchPalette();

  /**
   * Lets people choose one of several ways to join two elements.
   *
   * @param at where on the canvas, in diagram coordinates
   * @param chosen is called with the choice; never where people turn away
   */
  void chooseOffer(List<Joints.Offer> offers, Point at, Consumer<Joints.Offer> chosen);

  /**
   * Opens the context menu.
   *
   * @param id what it is about; null for the empty canvas
   * @param viewX where in the canvas, in pixels
   */
  void showContextMenu(@Nullable Id id, double viewX, double viewY);

  /** Puts text on the system's clipboard. */
  void setClipboardText(String text);

  /** The text on the system's clipboard; null where it holds none. */
  @Nullable String clipboardText();

  /**
   * Where a paste goes to, in diagram coordinates: the pointer if it is over the canvas, else the
   * middle.
   */
  Point pastePoint();

  /** Says something that needs no answer, such as why an edit was refused. */
  void tell(String message);
}
