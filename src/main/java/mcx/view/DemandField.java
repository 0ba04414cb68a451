package mcx.view;

import java.util.SortedMap;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import mcx.analysis.Fallback;
import mcx.analysis.fallback.Demand;
import mcx.analysis.intent.IntentText;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.Intent.IntentKind;
import mcx.editor.EditingSession;
import mcx.editor.Edits;
import org.jspecify.annotations.Nullable;

/** The traffic expected between a pair of sites: kept as an intent that they reach each other. */
final class DemandField extends HBox {

  private final EditingSession session;
  private final TextField field = new TextField();
  private Fallback.@Nullable Pair pair;

  DemandField(EditingSession session) {
    super(8);
    this.session = session;
    setAlignment(Pos.CENTER_LEFT);
    field.setId("demand");
    field.setPrefColumnCount(6);
    field.setPromptText(Texts.get("demand.none"));
    field.setAccessibleText(Texts.get("demand.title"));
    field.setOnAction(e -> keep());
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                keep();
              }
            });
    getChildren()
        .addAll(
            Parts.firm(Texts.get("demand.title"), "muted"),
            field,
            Parts.firm(Texts.get("demand.unit"), "muted"));
  }

  void show(Fallback.@Nullable Pair shown) {
    pair = shown;
    setDisable(shown == null);
    Demand demand = shown == null ? null : shown.demand();
    if (!field.isFocused()) {
      field.setText(demand == null ? "" : String.valueOf(demand.mbps()));
    }
  }

  private void keep() {
    Fallback.Pair now = pair;
    if (now == null) {
      return;
    }
    Integer mbps = typed();
    Demand before = now.demand();
    Integer said = before == null ? null : Integer.valueOf(before.mbps());
    if (mbps == null && !field.getText().isBlank()) {
      field.setText(said == null ? "" : said.toString());
      return;
    }
    if (java.util.Objects.equals(mbps, said)) {
      return;
    }
    Design design = session.document().design();
    SortedMap<Id, Intent> intents = new TreeMap<>(design.intents());
    if (before != null) {
      for (Id id : before.intents()) {
        Intent intent = intents.get(id);
        if (intent != null) {
          intents.put(id, Components.with(intent, "bandwidthMbps", mbps));
        }
      }
    } else {
      Id id = IntentText.freeId(design);
      Intent reach = new Intent(id, "", IntentKind.REACH, now.a(), now.b(), false, 0);
      intents.put(id, Components.with(reach, "bandwidthMbps", mbps));
    }
    session.apply(Edits.intents(Texts.get("demand.edit"), intents));
  }

  /** The number typed, from 1 to 10,000,000; null for nothing, or for no such number. */
  private @Nullable Integer typed() {
    String text = field.getText().strip().replace(",", "");
    return text.matches("[1-9]\\d{0,6}") ? Integer.valueOf(text) : null;
  }
}
