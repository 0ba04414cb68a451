package mcx.editor.tool;

/** The shape of the pointer. */
public enum Cursor {
  DEFAULT,
  MOVE,
  GRAB,
  GRABBING,
  CONNECT,
  PLACE,
  FORBIDDEN,
  RESIZE_NW,
  RESIZE_N,
  RESIZE_NE,
  RESIZE_E,
  RESIZE_SE,
  RESIZE_S,
  RESIZE_SW,
  RESIZE_W
}
