package mcx.compile;

import mcx.catalog.Product;
import mcx.design.Gateway;
import mcx.inet.Asn;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * A gateway with what is known of it.
 *
 * @param gateway as drawn
 * @param product its product; null where the catalog does not know it
 * @param behaviour how it acts
 * @param table its main table
 * @param asn the number it speaks with; null where none was chosen
 * @param tables its route tables, by attachment
 */
record GatewayEnd(
    Gateway gateway,
    @Nullable Product product,
    GatewayBehaviour behaviour,
    VrfId table,
    @Nullable Asn asn,
    AttachmentTables tables) {}
