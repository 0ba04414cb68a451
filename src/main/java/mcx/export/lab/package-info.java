/**
 * A runnable lab of a network: real routing daemons (FRR, BIRD, GoBGP), configured so that their
 * tables must be those that {@code mcx.routing} computes.
 *
 * <pre>
 *   Network, Failures, Solution
 *      -- LabPlanner   which table is which router, which daemon runs it, addresses --&gt; LabPlan
 *      -- Injections   what came by ways that no routing protocol has, to be put in by hand
 *      -- LeftOut      what is down for reasons that no daemon knows of
 *      -- FrrConfig, BirdConfig, GobgpConfig   the daemons' files, each with its policies
 *      -- Lab          all files: those, tables for lab.sh, a manifest, a containerlab topology
 * </pre>
 *
 * <p>What daemons do in their own way is listed by name in {@link mcx.export.lab.DaemonQuirk}.
 *
 * <p>Rule: text only; nothing is run here. The same network gives the same files.
 */
@NullMarked
package mcx.export.lab;

import org.jspecify.annotations.NullMarked;
