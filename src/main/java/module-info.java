/** MCX, a desktop designer for multi-cloud connectivity. */
module mcx.designer {
  requires static org.jspecify;
  requires java.desktop;
  requires java.logging;
  requires java.prefs;
  requires tools.jackson.databind;
  requires info.picocli;
  requires javafx.base;
  requires javafx.graphics;
  requires javafx.controls;
  requires org.controlsfx.controls;
  requires atlantafx.base;
  requires org.kordamp.ikonli.javafx;
  requires org.kordamp.ikonli.material2;

  exports mcx.app;

  opens mcx.app to
      info.picocli;
}
