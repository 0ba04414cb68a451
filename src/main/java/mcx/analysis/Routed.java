package mcx.analysis;

import mcx.catalog.Catalog;
import mcx.compile.Compiled;
import mcx.design.Design;
import mcx.network.Failures;
import mcx.routing.Solution;

/**
 * The routes of a design under given failures: what an {@link Analysis} rests on, and there before
 * it.
 *
 * @param compiled the network that the design stands for
 * @param solution its routes under these failures
 */
public record Routed(
    Design design, Catalog catalog, Failures failures, Compiled compiled, Solution solution) {}
