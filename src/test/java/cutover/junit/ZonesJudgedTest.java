package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.dns.DnsWorld;
import cutover.twin.dns.Manner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is no finding about a zone, and what takes another configuration than the rehearsal's to be seen. */
class ZonesJudgedTest {

    private static final String ZONE = "clearmyrecord.org";

    private static Rehearsals rehearsals;

    @BeforeAll
    static void start() {
        rehearsals = new Rehearsals(Path.of("target/zones-judged"), "rehearsal");
    }

    @AfterAll
    static void stop() {
        rehearsals.close();
    }

    @BeforeEach
    void asItShouldBe() {
        rehearsals.twin().reset();
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"TRUNCATING", "FOREIGN_ID_FIRST"})
    void anOddServerThatAnswersInTheEndIsNoFinding(Manner manner) {
        rehearsals.twin().inTheNames(world -> world.servers(ZONE).get(1).behave(manner));

        assertThat(before("odd-" + manner, Map.of())).isEmpty();
    }

    @Test
    void aZoneIsJudgedAtItsNewServersWhileTheParentStillPointsElsewhere(@TempDir Path home) throws IOException {
        rehearsals.twin().inTheNames(ZonesJudgedTest::stillAtTheRegistrar);

        assertThat(before("undelegated", Map.of("cutover.home", undelegated(home))))
                .isEmpty();
    }

    @Test
    void aRecordThatIsWrongAtTheNewServersIsSeenBeforeTheParentPointsThere(@TempDir Path home) throws IOException {
        rehearsals.twin().inTheNames(world -> {
            stillAtTheRegistrar(world);
            world.edit(ZONE, zone -> zone.without("@", "MX"));
        });

        assertThat(before("undelegated-and-wrong", Map.of("cutover.home", undelegated(home))))
                .contains("clearmyrecord.org MX is missing");
    }

    @Test
    void theSameZoneIsNotInUseWhereTheParentMustPointThere() {
        rehearsals.twin().inTheNames(ZonesJudgedTest::stillAtTheRegistrar);

        assertThat(before("delegated-elsewhere", Map.of()))
                .contains("org names other servers for clearmyrecord.org than the configuration");
    }

    @Test
    void withoutConfiguredServersParentAndZoneMustStillSayTheSame(@TempDir Path home) throws IOException {
        Map<String, String> unnamed = Map.of("cutover.home", withoutNameServers(home));

        assertThat(before("servers-not-configured", unnamed)).isEmpty();

        rehearsals.twin().inTheNames(world -> world.nameServers(ZONE, "ns-1.awsdns-01.example", "ns9.awsdns.example"));
        assertThat(before("servers-not-configured-and-unequal", unnamed)).contains("ns9.awsdns.example");
    }

    @Test
    void formerServersThatHaveDroppedTheZoneLeaveTheComparisonOpen() {
        rehearsals.twin().inTheNames(world -> world.registrar().forEach(server -> server.drop(ZONE)));

        assertThat(before("former-servers-gone", Map.of()))
                .contains("could not tell")
                .contains("can't be compared");
    }

    @Test
    void aZoneThatTellsNoAddressOfItsOwnServersIsSeen() {
        String zone = "codeforamerica.org";
        rehearsals
                .twin()
                .inTheNames(world -> world.edit(
                        zone, before -> before.without("ns1." + zone + ".", "A").without("ns2." + zone + ".", "A")));

        assertThat(rehearsals.run("own-servers-untold", Map.of("cutover.phase", "live", "cutover.steps", "L13")))
                .containsOnlyKeys("L13");
        assertThat(rehearsals.open())
                .contains("org tells other addresses of codeforamerica.org's servers than the zone itself")
                .contains(
                        "only according to org: ns1.codeforamerica.org A 127.77.3.1, ns2.codeforamerica.org A 127.77.3.2\n");
    }

    /** All that B5 has open. */
    private static String before(String name, Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of("cutover.phase", "before", "cutover.steps", "B5"));
        parameters.putAll(more);
        assertThat(rehearsals.run(name, parameters)).containsOnlyKeys("B5");
        return rehearsals.open();
    }

    private static void stillAtTheRegistrar(DnsWorld world) {
        world.delegate(ZONE, "ns1.registrar.example", "ns2.registrar.example");
    }

    private static String withoutNameServers(Path home) throws IOException {
        Path names = Copies.ofConfig(home).resolve("config/dns/rehearsal.yaml");
        String text = Files.readString(names);
        assertThat(text).contains("    name-servers: [");
        Files.writeString(names, text.replaceAll("    name-servers: .*\n", ""));
        return home.toString();
    }

    private static String undelegated(Path home) throws IOException {
        Path names = Copies.ofConfig(home).resolve("config/dns/rehearsal.yaml");
        String text = Files.readString(names);
        assertThat(text).contains("    negative-ttl: 5m\n");
        Files.writeString(names, text.replaceFirst("    negative-ttl: 5m\n", """
                    negative-ttl: 5m
                    servers:
                      - {name: ns-1.awsdns-01.example, address: 127.77.2.1}
                      - {name: ns-2.awsdns-02.example, address: 127.77.2.2}
                    undelegated: [before]
                """));
        return home.toString();
    }
}
