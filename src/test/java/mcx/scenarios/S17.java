package mcx.scenarios;

import static mcx.design.ConnectionRole.PRIMARY;

import java.util.Arrays;
import mcx.design.Design;
import mcx.design.Setting;
import mcx.inet.PrefixRange;

/** More destinations than a Google network learns in one region. */
final class S17 {

  private S17() {}

  /** A covering range and 250 parts of it: 251 destinations, of 250 that are learned. */
  static Design design() {
    return design(
        "172.16.0.0/12", "172.16.100.0/24-172.16.255.0/24", "172.17.100.0/24-172.17.193.0/24");
  }

  /** Variant: an IPv6 destination in the place of the last part. */
  static Design withIpv6() {
    return design(
        "172.16.0.0/12",
        "172.16.100.0/24-172.16.255.0/24",
        "172.17.100.0/24-172.17.192.0/24",
        "2001:db8::/48");
  }

  /** Variant: more than one session takes. */
  static Design beyondTheSession() {
    return design("10.64.0.0/24-10.83.136.0/24");
  }

  /** That many less one. */
  static Design fullSession() {
    return design("10.64.0.0/24-10.83.135.0/24");
  }

  private static Design design(String... networks) {
    Design design =
        new Drawing("Learned routes in one region of Google")
            .datacenter("dc1", "Chicago")
            .router("ce", "CE", "dc1", 65010)
            .cloud("google", "Google Cloud", "google")
            .region("us-central1", "us-central1", "google", "us-central1")
            .network("vpc", "Web shop", "us-central1", "10.40.0.0/20")
            .set("vpc", Setting.DYNAMIC_ROUTING, "global")
            .gateway("cr", "Cloud Router", "us-central1", "google.cloud-router", null, 64550L)
            .attachNetwork("vpc-cr", "vpc", "cr")
            .circuit(
                "ic", "Interconnect", "us-central1", "google.dedicated-interconnect", null, 10_000)
            .attachCircuit("ic-cr", "ic", "cr")
            .wire("ic-vlan", PRIMARY, "ic", "ce")
            .design();
    return Edits.set(
        design, "dc1", "networks", Arrays.stream(networks).map(PrefixRange::of).toList());
  }
}
