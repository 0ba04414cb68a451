package mcx.editor;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What was cut or copied last. It outlives the document it is from. */
public final class Clipboard {

  /** How far from the original each paste lands, in diagram units. */
  static final double OFFSET = 20;

  private final ReadOnlyObjectWrapper<@Nullable Fragment> content =
      new ReadOnlyObjectWrapper<>(null);
  private int pastes;

  /** What would be pasted; null for nothing. */
  public ReadOnlyObjectProperty<@Nullable Fragment> contentProperty() {
    return content.getReadOnlyProperty();
  }

  public @Nullable Fragment content() {
    return content.get();
  }

  /** Keeps this for pasting. */
  public void put(Fragment fragment) {
    pastes = 0;
    content.set(fragment);
  }

  /** How far the next paste is from the original: each lands beside the one before. */
  double nextOffset() {
    pastes++;
    return pastes * OFFSET;
  }
}
