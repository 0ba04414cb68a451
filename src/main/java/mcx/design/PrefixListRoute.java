package mcx.design;

import org.jspecify.annotations.Nullable;

/**
 * A reference of a route table to a prefix list: a route by hand to each prefix of the list. A
 * static route to the same prefix wins against it, and it wins against what is learned (AWS-TGW).
 *
 * @param list the list; of its entries the prefixes themselves count, not a range of lengths
 * @param via the link or neighbouring element that the traffic is handed to; null to discard it
 */
public record PrefixListRoute(ListName list, @Nullable Id via) {}
