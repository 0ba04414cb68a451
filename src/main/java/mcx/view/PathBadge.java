package mcx.view;

import javafx.scene.control.Label;
import mcx.analysis.PathKind;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** How two sites reach each other, in a word with a glyph of its own: never by colour alone. */
final class PathBadge {

  private PathBadge() {}

  static Label of(PathKind kind) {
    Label label = Parts.label(kind.label(), "path-badge", "path-" + styleName(kind));
    label.setMinWidth(Label.USE_PREF_SIZE);
    label.setGraphic(Glyphs.of(glyph(kind)));
    return label;
  }

  private static String styleName(PathKind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static Ikon glyph(PathKind kind) {
    return switch (kind) {
      case INSIDE -> Material2OutlinedAL.ADJUST;
      case DIRECT -> Material2OutlinedAL.ARROW_RIGHT_ALT;
      case PROVIDER -> Material2OutlinedAL.LAYERS;
      case CUSTOMER_ROUTER -> Material2OutlinedAL.ALT_ROUTE;
      case CLOUD -> Material2OutlinedAL.CLOUD_QUEUE;
      case INTERCONNECT -> Material2OutlinedMZ.SWAP_HORIZ;
      case VPN -> Material2OutlinedMZ.VPN_LOCK;
      case NONE -> Material2OutlinedAL.BLOCK;
    };
  }
}
