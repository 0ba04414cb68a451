/** Rules about VPN. */
@NullMarked
package mcx.analysis.rule.vpn;

import org.jspecify.annotations.NullMarked;
