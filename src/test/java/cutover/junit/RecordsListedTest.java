package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
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

/** Ways to list records and resolvers that the rehearsal's own file does not use. */
class RecordsListedTest {

    private static final String ADDRESS = "type: A, values: [198.51.100.20]";
    private static final String MAIL = "type: MX, values";

    private static Rehearsals rehearsals;

    private final Map<String, String> parameters = new LinkedHashMap<>();

    @TempDir
    private Path home;

    @BeforeAll
    static void start() {
        rehearsals = new Rehearsals(Path.of("target/records-listed"), "rehearsal");
    }

    @AfterAll
    static void stop() {
        rehearsals.close();
    }

    @BeforeEach
    void asItShouldBe() {
        rehearsals.twin().reset();
    }

    @Test
    void aRecordThatMayBeForgottenTooSoonIsUnmet() throws IOException {
        listed(MAIL, "ttl-at-least: 1h, type: MX, values");

        assertThat(open("before", "B5")).isEqualTo("""
                clearmyrecord.org MX is forgotten too soon
                  expected : TTL of at least 3600 seconds in phase before
                  but was  : 300 seconds at ns-1.awsdns-01.example (127.77.2.1), ns-2.awsdns-02.example (127.77.2.2)
                  look at  : config/dns, zones, clearmyrecord.org, records, clearmyrecord.org MX, ttl-at-least
                             config/runbook.yaml, step B5
                  to do    : raise the TTL now that nobody goes back; a short one costs visitors a look-up each time""");
    }

    @Test
    void aRecordThatIsRememberedLongEnoughIsMet() throws IOException {
        listed(MAIL, "ttl-at-least: 5m, type: MX, values");

        assertThat(open("before", "B5")).isEmpty();
    }

    @Test
    void addressesThatChangeByThemselvesFitAPattern() throws IOException {
        listed(ADDRESS, "type: A, each: '198\\.51\\.100\\.\\d+'");

        assertThat(open("before", "B5")).isEmpty();
        assertThat(open("day2", "D1")).isEmpty();
    }

    @Test
    void oneAddressThatDoesNotFitThePatternIsUnmetWhateverTheOthersDo() throws IOException {
        listed(ADDRESS, "type: A, each: '198\\.51\\.100\\.2\\d'");
        rehearsals.twin().faults().switchOn(Side.NEW, Fault.ADDRESSES_MIXED);

        assertThat(open("before", "B5")).startsWith("""
                clearmyrecord.org A has values that do not fit
                  expected : at least one, each like 198\\.51\\.100\\.2\\d
                  but was  : 198.51.100.11, 198.51.100.20 at ns-1.awsdns-01.example (127.77.2.1), ns-2.awsdns-02.example (127.77.2.2)
                """);
    }

    @Test
    void noAddressAtAllFitsNoPattern() throws IOException {
        listed(ADDRESS, "type: A, each: '.*'");
        rehearsals.twin().faults().switchOn(Side.NEW, Fault.ADDRESS_MISSING);

        assertThat(open("before", "B5")).contains("clearmyrecord.org A is missing\n");
    }

    @Test
    void aServerThatThisMachineCannotAskLeavesItsZoneOpen() {
        rehearsals
                .twin()
                .inTheNames(world -> world.edit("example", zone -> zone.with("ns-1.awsdns-01 60 AAAA fe80::1")));

        assertThat(open("before", "B5"))
                .startsWith("could not tell: servers of clearmyrecord.org could not be asked from here: "
                        + "ns-1.awsdns-01.example (fe80::1)\n")
                .contains("NS: not asked");
    }

    @Test
    void aResolverThatThisMachineCannotAskIsPassedOverWhenItsOperatorWasHeard() throws IOException {
        listed("resolvers:\n", "resolvers:\n  - {name: resolver-1.example, address: 'fe80::1'}\n");

        assertThat(open("day2", "D1")).isEmpty();
        assertThat(rehearsals.met())
                .anyMatch(each -> each.startsWith("all 3 resolvers have the new records"))
                .anyMatch(each -> each.startsWith("not asked from here") && each.endsWith("(fe80::1)"));
    }

    @Test
    void soLongAsOthersMayRememberOldDataThatResolverDoesNotHideIt() throws IOException {
        listed("resolvers:\n", "resolvers:\n  - {name: resolver-1.example, address: 'fe80::1'}\n");
        rehearsals.twin().faults().switchOn(Side.NEW, Fault.SWITCHED_WITHIN_OLD_TTL);

        assertThat(open("day2", "D1")).startsWith("the new records can't have reached everybody yet\n");
    }

    @Test
    void aResolverThatNobodyHeardElsewhereIsOpen() throws IOException {
        listed("resolvers:\n", "resolvers:\n  - {name: resolver-6.example, address: 'fe80::1'}\n");

        assertThat(open("day2", "D1"))
                .startsWith("could not tell: questions about ")
                .contains("could not be sent from here to 1 of 4 resolvers");
    }

    private void listed(String before, String now) throws IOException {
        Path names = Copies.ofConfig(home).resolve("config/dns/rehearsal.yaml");
        String text = Files.readString(names);
        assertThat(text).contains(before);
        Files.writeString(names, text.replace(before, now));
        parameters.put("cutover.home", home.toString());
    }

    /** All that the step has open. */
    private String open(String phase, String step) {
        parameters.putAll(Map.of("cutover.phase", phase, "cutover.steps", step));
        assertThat(rehearsals.run("listed-" + step, parameters)).containsOnlyKeys(step);
        return rehearsals.open();
    }
}
