package mcx.view;

import java.util.function.UnaryOperator;
import mcx.editor.Preferences;

/** What is remembered between two runs, as it is now. */
final class Memory {

  private final Preferences.Store store;
  private Preferences now;

  Memory(Preferences.Store store) {
    this.store = store;
    this.now = store.load();
  }

  Preferences now() {
    return now;
  }

  /** Changes what is remembered, and keeps it. */
  void change(UnaryOperator<Preferences> change) {
    Preferences changed = change.apply(now);
    if (!changed.equals(now)) {
      now = changed;
      store.save(changed);
    }
  }
}
