package mcx.lab;

import static mcx.routing.Nets.end;
import static mcx.routing.Nets.set;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import mcx.export.lab.LabDaemon.Choice;
import mcx.inet.Asn;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.network.LimitBasis;
import mcx.network.Network;
import mcx.network.Origin;
import mcx.network.Policy;
import mcx.network.PrefixLimit;
import mcx.network.Session;
import mcx.network.SharedLimit;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.Nets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Local AS numbers, private numbers, conditions and interfaces in real routers. */
@EnabledIfSystemProperty(named = "lab.all", matches = "true")
class LiveLabOptionsTest {

  private static final UnaryOperator<Session.End> AS_IS = UnaryOperator.identity();

  @BeforeAll
  static void labsRunHere() {
    LiveLabTest.labsRunHere();
  }

  @ParameterizedTest
  @MethodSource("mcx.lab.LiveLabTest#choices")
  void sessionsWithNumbersOfTheirOwn(Choice choice) throws Exception {
    Nets nets = new Nets();
    for (Session.LocalAs m : Session.LocalAs.values()) {
      nets.router("N" + m, 65100 + m.ordinal()).holds("10." + m.ordinal() + ".0.0/16");
    }
    nets.router("P", 64900).holds("10.50.0.0/16");
    nets.router("Z", 64800);
    for (Session.LocalAs m : Session.LocalAs.values()) {
      nets.session("P", "N" + m, e -> set(set(e, "asn", Asn.of(64999)), "localAs", m), AS_IS);
    }
    nets.session("P", "Z");
    LiveLabTest.agrees(nets, choice);
  }

  @ParameterizedTest
  @MethodSource("mcx.lab.LiveLabTest#choices")
  void privateNumbers(Choice choice) throws Exception {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.0.0/16");
    nets.router("T", 3320).holds("10.2.0.0/16");
    nets.router("P", 64900);
    nets.router("N", 65001);
    nets.session("A", "T").session("T", "P").session("A", "P");
    for (Session.PrivateAs m : Session.PrivateAs.values()) {
      nets.router("Q" + m, 100 + m.ordinal());
      nets.session("P", "Q" + m, end("privateAs", m), AS_IS);
    }
    nets.session("P", "N", end("privateAs", Session.PrivateAs.REMOVE), end("allowAsIn", 2));
    LiveLabTest.agrees(nets, choice);
  }

  @ParameterizedTest
  @MethodSource("mcx.lab.LiveLabTest#choices")
  void defaultRouteOnCondition(Choice choice) throws Exception {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.0.0/16");
    nets.router("P", 64900);
    nets.router("C", 65002);
    nets.router("D", 65003);
    nets.session("A", "P");
    nets.session("P", "C", e -> defaultWhen(e, "10.1.0.0/16"), AS_IS);
    nets.session("P", "D", e -> defaultWhen(e, "10.7.0.0/16"), AS_IS);
    LiveLabTest.agrees(nets, choice, "A-P");
  }

  private static Session.End defaultWhen(Session.End end, String prefix) {
    return set(
        set(end, "defaultOriginate", true),
        "defaultWhen",
        List.of(Policy.Match.within(Prefix.of(prefix))));
  }

  @ParameterizedTest
  @MethodSource("mcx.lab.LiveLabTest#choices")
  void networksOfInterfaces(Choice choice) throws Exception {
    Nets nets = new Nets();
    nets.router("A", 65001)
        .with(
            VrfId.DEFAULT,
            "connected",
            List.of(
                new Vrf.Connected(Prefix.of("10.1.0.0/30"), "A-B", true),
                new Vrf.Connected(Prefix.of("10.1.1.1/32"), null, true),
                new Vrf.Connected(Prefix.of("10.1.2.0/30"), "A-B", false)));
    nets.router("B", 65002);
    nets.session("A", "B");
    LiveLabTest.agrees(nets, choice, "A-B");
  }

  /** What such a limit takes down is not in the lab, and what it drops is refused there. */
  @ParameterizedTest
  @MethodSource("mcx.lab.LiveLabTest#choices")
  void limitsOverSeveralSessions(Choice choice) throws Exception {
    for (PrefixLimit.Beyond beyond :
        List.of(PrefixLimit.Beyond.SESSION_IDLE, PrefixLimit.Beyond.DROP_EXCESS_ORDERED)) {
      Nets nets = new Nets();
      nets.router("A", 65001).holds("10.1.0.0/16", "10.2.0.0/16");
      nets.router("B", 65002).holds("10.3.0.0/16", "10.4.0.0/24");
      nets.router("G", 65003).holds("10.5.0.0/16");
      nets.session("A", "G").session("B", "G");
      Network n = nets.build();
      SharedLimit limit =
          new SharedLimit(
              "pool",
              "Routes of the gateway",
              3,
              beyond,
              "the test",
              Set.of(Family.V4),
              List.of(
                  new SharedLimit.Counted("A-G", VrfId.of("A"), false),
                  new SharedLimit.Counted("B-G", VrfId.of("B"), false)),
              null,
              Set.of("B-G"),
              new Origin("G"),
              LimitBasis.DESIGN);
      Network limited =
          new Network(
              n.nodes(),
              n.segments(),
              n.sessions(),
              n.propagations(),
              n.vpnDomains(),
              List.of(limit));
      LiveLabTest.agrees(limited, choice);
    }
  }
}
