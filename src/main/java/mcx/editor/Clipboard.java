package mcx.editor;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mcx.format.McxFiles;
import mcx.format.McxFormatException;
import org.jspecify.annotations.Nullable;

/** What was cut or copied last. It outlives the document it is from. */
public final class Clipboard {

  /** How far from the original each paste lands, in diagram units. */
  static final double OFFSET = 20;

  private final ReadOnlyObjectWrapper<@Nullable Fragment> content =
      new ReadOnlyObjectWrapper<>(null);
  private String written = "";
  private int pastes;

  /** What would be pasted; null for nothing. */
  public ReadOnlyObjectProperty<@Nullable Fragment> contentProperty() {
    return content.getReadOnlyProperty();
  }

  public @Nullable Fragment content() {
    return content.get();
  }

  /**
   * Keeps this for pasting.
   *
   * @return the same as text for the clipboard of the system, where other windows find it
   */
  public String put(Fragment fragment) {
    pastes = 0;
    content.set(fragment);
    written = McxFiles.write(fragment.toDocument());
    return written;
  }

  /**
   * Takes what another window put on the clipboard of the system, if it is a design. Any other text
   * leaves what is here.
   */
  public void offer(@Nullable String text) {
    if (text == null || text.equals(written) || !text.stripLeading().startsWith("{")) {
      return;
    }
    try {
      Fragment fragment = Fragment.of(McxFiles.read(text, Texts.get("paste.source")));
      pastes = 0;
      written = text;
      content.set(fragment);
    } catch (McxFormatException e) {
      // Text of some other kind; not for us.
      return;
    }
  }

  /** How far the next paste is from the original: each lands beside the one before. */
  double nextOffset() {
    pastes++;
    return pastes * OFFSET;
  }
}
