/**
 * From design and catalog to the network it stands for. One class for each vendor's behaviour.
 *
 * <p>Rule: whatever a vendor does in its own way becomes sessions, policies, propagations and
 * selection keys here, so that routing knows no vendor. What is incomplete or would be refused is
 * compiled as the vendor would act, and reported as a {@link mcx.compile.Note}.
 *
 * <p>The way through: {@link mcx.compile.Compiler} names the steps in order. Each step (customer
 * sites, provider networks, gateways, access links, circuits, interconnects, VPN, ...) adds to a
 * {@code Blueprint} and asks a {@code CircuitBehaviour} or {@code GatewayBehaviour} for what the
 * vendor does: which AS number shows, how routes rank, what is not passed on. The latter are {@code
 * TransitRules} between the sides of a table; the blueprint turns them into policies once all edges
 * are known. Limits on prefixes that hold for one session are put on its ends; those that are
 * counted over more ({@code GatewayLimits}, {@code RegionLimits}, {@code PortLimits}) come last. A
 * new vendor product is a class of its own, named in {@code Behaviours}; what is set of a gateway
 * ({@link mcx.design.Setting}) makes a variant of its behaviour ({@code GatewayBehaviour.of}).
 *
 * <p>A gateway has one table, or one for each drawn route table that names attachments ({@code
 * AttachmentTables}); then each attachment with BGP has a {@code Speaker} that hands what it learns
 * to the tables it propagates to, and tells what is in the one it is associated with. Every row of
 * the reference on what a cloud passes on and how it chooses has a test by its source key: {@code
 * AwsRowsTest} and its like.
 */
@NullMarked
package mcx.compile;

import org.jspecify.annotations.NullMarked;
