package mcx.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mcx.change.Joints;
import mcx.design.Id;
import mcx.geometry.Point;
import org.jspecify.annotations.Nullable;

/** A window that only writes down what it is asked for. */
public final class FakeHost implements EditorHost {

  public final List<String> asked = new ArrayList<>();
  public final List<String> told = new ArrayList<>();
  public List<Joints.Offer> offers = List.of();
  public int choice = -1;
  public @Nullable String clipboard;

  @Override
  public void newDesign() {
    asked.add("new");
  }

  @Override
  public void openDesign() {
    asked.add("open");
  }

  @Override
  public void showGallery() {
    asked.add("gallery");
  }

  @Override
  public void save() {
    asked.add("save");
  }

  @Override
  public void saveAs() {
    asked.add("save-as");
  }

  @Override
  public void exportPng() {
    asked.add("export-png");
  }

  @Override
  public void compare() {
    asked.add("compare-png");
  }

  @Override
  public void quit() {
    asked.add("quit");
  }

  @Override
  public void renameInPlace(Id id) {
    asked.add("rename " + id);
  }

  @Override
  public void zoomBy(double factor) {
    asked.add("zoom by " + factor);
  }

  @Override
  public void zoomTo(double zoom) {
    asked.add("zoom to " + zoom);
  }

  @Override
  public void fit() {
    asked.add("fit");
  }

  @Override
  public void fitSelection() {
    asked.add("fit-selection");
  }

  @Override
  public void showCommandPalette() {
    asked.add("command-palette");
  }

  @Override
  public void showFind() {
    asked.add("find");
  }

  @Override
  public void searchPalette() {
    asked.add("search-palette");
  }

  @Override
  public void chooseOffer(List<Joints.Offer> all, Point at, Consumer<Joints.Offer> chosen) {
    asked.add("choose");
    offers = all;
    if (choice >= 0) {
      chosen.accept(all.get(choice));
    }
  }

  @Override
  public void showContextMenu(@Nullable Id id, double viewX, double viewY) {
    asked.add("menu " + id);
  }

  @Override
  public void setClipboardText(String text) {
    clipboard = text;
  }

  @Override
  public @Nullable String clipboardText() {
    return clipboard;
  }

  @Override
  public Point pastePoint() {
    return new Point(300, 200);
  }

  @Override
  public void tell(String message) {
    told.add(message);
  }
}
