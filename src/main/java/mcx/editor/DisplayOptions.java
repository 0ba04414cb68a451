package mcx.editor;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** What the canvas shows beside the diagram itself, and how it behaves. No part of the document. */
public final class DisplayOptions {

  private final BooleanProperty flows = new SimpleBooleanProperty(true);
  private final BooleanProperty vrfs = new SimpleBooleanProperty(true);
  private final BooleanProperty labels = new SimpleBooleanProperty(true);
  private final BooleanProperty grid = new SimpleBooleanProperty(true);
  private final BooleanProperty snapping = new SimpleBooleanProperty(true);
  private final BooleanProperty minimap = new SimpleBooleanProperty(true);
  private final BooleanProperty dark = new SimpleBooleanProperty(false);

  /** Whether the chosen advertisement or path flows over the canvas. */
  public BooleanProperty flowsProperty() {
    return flows;
  }

  /** Whether VRFs are marked on their providers. */
  public BooleanProperty vrfsProperty() {
    return vrfs;
  }

  /** Whether links carry labels. */
  public BooleanProperty labelsProperty() {
    return labels;
  }

  public BooleanProperty gridProperty() {
    return grid;
  }

  /** Whether what is dragged snaps to the grid and to its neighbours. */
  public BooleanProperty snappingProperty() {
    return snapping;
  }

  public BooleanProperty minimapProperty() {
    return minimap;
  }

  /** Whether the dark theme is on. */
  public BooleanProperty darkProperty() {
    return dark;
  }
}
