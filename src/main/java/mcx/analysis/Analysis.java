package mcx.analysis;

import java.util.List;
import mcx.catalog.Catalog;
import mcx.compile.Compiled;
import mcx.design.Design;
import mcx.network.Failures;
import mcx.routing.Solution;

/**
 * What a design does, under given failures.
 *
 * @param solution the routes under these failures
 * @param advertisements who tells whom about what
 * @param separation who reaches whom, and how; which VRF sees which cloud
 * @param findings what a reviewer would say, worst first; compile notes are among them
 */
public record Analysis(
    Design design,
    Catalog catalog,
    Failures failures,
    Compiled compiled,
    Solution solution,
    List<SessionFlow> advertisements,
    Separation separation,
    List<Finding> findings) {}
