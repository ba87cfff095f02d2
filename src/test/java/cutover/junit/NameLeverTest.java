package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.provider.RecordSet;
import cutover.provider.Told;
import cutover.provider.nameserver.KeyedZone;
import cutover.twin.Moment;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changing names by dynamic update, on the twin. */
class NameLeverTest extends OneLeverTwin {

    private static final String OLD_NAME = "clearmyrecord.codeforamerica.org";
    private static final RecordSet ELSEWHERE = new RecordSet(OLD_NAME, "A", 60, List.of("203.0.113.77"));

    private KeyedZone old;
    private KeyedZone fresh;

    @BeforeEach
    void signIn() {
        old = lever.zone("old");
        fresh = lever.zone("new");
    }

    @Test
    void aSetIsReplacedAtAllServersAndForEveryResolver() {
        long before = old.serial().value().orElseThrow();

        Told<OptionalLong> told = old.replace(ELSEWHERE);

        assertThat(told.trouble()).isEmpty();
        assertThat(told.value().orElseThrow()).isEqualTo(OptionalLong.of(before + 1));
        assertThat(old.records(OLD_NAME, "A").value()).contains(ELSEWHERE);
        for (String server : List.of("127.77.3.1", "127.77.3.2", "127.77.8.1", "127.77.8.2")) {
            assertThat(lever.answers(server, OLD_NAME)).describedAs(server).containsExactly("203.0.113.77");
        }
    }

    @Test
    void anAliasMakesRoomForAddressesAndComesBack() {
        RecordSet alias =
                fresh.records("www.clearmyrecord.org", "CNAME").value().orElseThrow();
        RecordSet none = RecordSet.none("www.clearmyrecord.org", "A");
        RecordSet address = new RecordSet("www.clearmyrecord.org.", "A", 30, List.of("198.51.100.9", "198.51.100.8"));

        assertThat(fresh.replace(List.of(address, RecordSet.none(alias.name(), "CNAME")), List.of(alias, none))
                        .trouble())
                .isEmpty();
        assertThat(fresh.records("www.clearmyrecord.org.", "A").value()).contains(address);
        assertThat(fresh.records(alias.name(), "CNAME").value().orElseThrow().values())
                .isEmpty();
        assertThat(fresh.replace(List.of(none, alias), List.of(address)).trouble())
                .isEmpty();
        assertThat(fresh.records(alias.name(), "CNAME").value()).contains(alias);
    }

    @Test
    void nothingIsChangedWhenItIsNotAsItWasSeen() {
        RecordSet seen = old.records(OLD_NAME, "A").value().orElseThrow();
        RecordSet more = new RecordSet(OLD_NAME, "A", 60, List.of(seen.values().get(0), "203.0.113.78"));
        old.replace(more);

        assertThat(old.replace(List.of(ELSEWHERE), List.of(seen)).trouble())
                .startsWith("it refuses our call with 8 NXRRSET")
                .endsWith("what was seen before is not there any more, nothing is changed");
        assertThat(old.replace(List.of(ELSEWHERE), List.of(RecordSet.none(OLD_NAME, "A")))
                        .trouble())
                .startsWith("it refuses our call with 7 YXRRSET");
        assertThat(old.records(OLD_NAME, "A").value()).contains(more);
    }

    @Test
    void aChangeOutlivesAFaultButNeitherAMomentNorAReset() {
        RecordSet given = old.records(OLD_NAME, "A").value().orElseThrow();
        old.replace(ELSEWHERE);
        lever.twin.faults().switchOn(Side.NEW, Fault.MX_LOST);
        assertThat(old.records(OLD_NAME, "A").value()).contains(ELSEWHERE);
        lever.twin.faults().clear();
        assertThat(lever.answers("127.77.3.2", OLD_NAME)).containsExactly("203.0.113.77");
        lever.twin.at(Moment.SWITCHED);
        assertThat(old.records(OLD_NAME, "A").value()).contains(given);
        old.replace(ELSEWHERE);
        lever.twin.reset();
        assertThat(old.records(OLD_NAME, "A").value()).contains(given);
    }

    @Test
    void aSecondaryThatIsStaleStaysSo() {
        lever.twin.faults().switchOn(Side.NEW, Fault.OLD_ADDRESS_STILL_NAMED);
        List<String> stale = lever.answers("127.77.3.2", OLD_NAME);

        old.replace(ELSEWHERE);

        assertThat(lever.answers("127.77.3.2", OLD_NAME)).isEqualTo(stale).doesNotContain("203.0.113.77");
    }

    @Test
    void anotherKeyOrSecretIsRefused() {
        String secret = lever.secret("TWIN_DNS_UPDATE_KEY");
        KeyedZone unknown = lever.zone("old", "other-key", secret);
        KeyedZone wrong =
                lever.zone("old", "cutover-update", Base64.getEncoder().encodeToString(new byte[32]));

        assertThat(unknown.replace(ELSEWHERE).trouble())
                .startsWith("it refuses our call with 9 BADKEY: zone codeforamerica.org at 127.77.3.1:")
                .endsWith("it does not know the key other-key");
        assertThat(wrong.replace(ELSEWHERE).trouble())
                .startsWith("it refuses our call with 9 BADSIG")
                .doesNotContain(secret);
        assertThat(lever.answers("127.77.3.1", OLD_NAME)).doesNotContain("203.0.113.77");
    }

    @Test
    void aSecondaryAndAServerWithoutTheZoneRefuse() {
        assertThat(lever.zoneAt("127.77.3.2", "codeforamerica.org")
                        .replace(ELSEWHERE)
                        .trouble())
                .startsWith("it refuses our call with 5 REFUSED")
                .endsWith("it does not take changes, or not by this key");
        assertThat(lever.zoneAt("127.77.2.1", "codeforamerica.org")
                        .replace(ELSEWHERE)
                        .trouble())
                .startsWith("it refuses our call with 9 NOTAUTH")
                .endsWith("it does not have the zone");
        assertThat(fresh.replace(ELSEWHERE).trouble())
                .startsWith("it refuses our call with 10 NOTZONE")
                .endsWith("a name is not in the zone, nothing is changed");
    }

    @Test
    void nobodyThereIsTroubleOfOurs() {
        assertThat(lever.zoneAt("127.77.250.250", "codeforamerica.org")
                        .replace(ELSEWHERE)
                        .trouble())
                .startsWith("127.77.250.250:")
                .contains(" does not answer: ");
    }
}
