package mcx.change;

/**
 * A kind of element that can be put on the canvas, as the palette offers it.
 *
 * @param key unique, such as {@code datacenter}, {@code cloud.azure}, {@code
 *     gateway.azure.vpn-gateway}
 * @param group the palette's section, such as {@code Sites}
 * @param label what people see, such as {@code Datacenter}
 * @param icon the key of its pictogram in {@code icons/}
 */
public record Stencil(String key, String group, String label, String icon) {}
