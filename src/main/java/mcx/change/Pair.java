package mcx.change;

import mcx.catalog.Catalog;
import mcx.design.Design;
import mcx.design.Element;

/** Two elements that are to be joined, in an order. */
record Pair(Design design, Catalog catalog, Element a, Element b) {

  Pair swapped() {
    return new Pair(design, catalog, b, a);
  }
}
