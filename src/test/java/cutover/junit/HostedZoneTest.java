package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.provider.RecordSet;
import cutover.provider.Told;
import cutover.provider.aws.HostedZone;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changing names at Route 53, with Amazon's own SDK, on the twin. */
class HostedZoneTest extends OneLeverTwin {

    private static final String APEX = "clearmyrecord.org";
    private static final String WWW = "www.clearmyrecord.org";
    private static final RecordSet ELSEWHERE = new RecordSet(APEX, "A", 60, List.of("203.0.113.77"));

    private HostedZone zone;

    @BeforeEach
    void signIn() {
        zone = lever.hostedZone();
    }

    @Test
    void aChangeIsSeenAtAllServersAndByEveryResolver() {
        Told<String> told = zone.replace(List.of(ELSEWHERE), List.of());

        assertThat(told.trouble()).isEmpty();
        assertThat(told.value().orElseThrow()).startsWith("C0TWIN");
        assertThat(zone.records(APEX, "A").value()).contains(ELSEWHERE);
        for (String server : List.of("127.77.2.1", "127.77.2.2", "127.77.8.1", "127.77.8.2")) {
            assertThat(lever.answers(server, APEX)).describedAs(server).containsExactly("203.0.113.77");
        }
    }

    @Test
    void whatALaterPageTellsIsReadAsOtherServersSpellIt() {
        for (String type : List.of("A", "AAAA", "MX", "NS", "SOA", "TXT", "CAA", "CNAME")) {
            assertThat(zone.records(APEX, type))
                    .describedAs(type)
                    .isEqualTo(lever.zone("new").records(APEX, type));
        }
        assertThat(zone.records(APEX, "AAAA").value().orElseThrow().values())
                .containsExactly("2001:db8:100:0:0:0:0:20");
        assertThat(zone.records(WWW, "CNAME").value().orElseThrow().values())
                .containsExactly("d111111abcdef8.cloudfront.example.");
    }

    @Test
    void anAliasMakesRoomForAddressesInOneBatchAndComesBack() {
        RecordSet alias = zone.records(WWW, "CNAME").value().orElseThrow();
        RecordSet none = RecordSet.none(WWW, "A");
        RecordSet address = new RecordSet(WWW + ".", "A", 30, List.of("198.51.100.9", "198.51.100.8"));

        assertThat(zone.replace(List.of(address, RecordSet.none(WWW, "CNAME")), List.of(alias, none))
                        .trouble())
                .isEmpty();
        assertThat(zone.records(WWW + ".", "A").value()).contains(address);
        assertThat(zone.records(WWW, "CNAME").value()).contains(RecordSet.none(WWW, "CNAME"));
        assertThat(zone.replace(List.of(none, alias), List.of(address)).trouble())
                .isEmpty();
        assertThat(zone.records(WWW, "CNAME").value()).contains(alias);
    }

    @Test
    void nothingIsChangedWhenPartOfItCannotBe() {
        RecordSet beside = new RecordSet(WWW, "A", 60, List.of("203.0.113.77"));

        assertThat(zone.replace(List.of(ELSEWHERE, beside), List.of()).trouble())
                .startsWith("it refuses our call with 400 InvalidChangeBatch: [RRSet of type CNAME with DNS name " + WWW
                        + ". is not permitted as it conflicts with other records");
        assertThat(zone.replace(
                                List.of(ELSEWHERE, new RecordSet("www.example.org", "A", 60, List.of("192.0.2.1"))),
                                List.of())
                        .trouble())
                .contains("RRSet with DNS name www.example.org. is not permitted in zone clearmyrecord.org.");
        assertThat(lever.answers("127.77.2.1", APEX)).containsExactly("198.51.100.20");
    }

    @Test
    void nothingIsChangedWhenItIsNotAsItWasSeen() {
        RecordSet seen = zone.records(APEX, "A").value().orElseThrow();
        zone.replace(List.of(ELSEWHERE), List.of());

        assertThat(zone.replace(List.of(seen), List.of(seen)).trouble())
                .isEqualTo("clearmyrecord.org A is not as it was seen, but [203.0.113.77]; nothing is changed");
        assertThat(zone.replace(List.of(seen), List.of(RecordSet.none(APEX, "A")))
                        .trouble())
                .endsWith("nothing is changed");
        assertThat(zone.records(APEX, "A").value()).contains(ELSEWHERE);
    }

    @Test
    void whatIsNotThereNeedsNoChangeToBeGone() {
        assertThat(zone.replace(List.of(RecordSet.none(WWW, "A")), List.of())).isEqualTo(Told.value(""));
    }

    @Test
    void aZoneThatTheAccountDoesNotHaveIsRefused() {
        HostedZone other = lever.hostedZone("a.example", lever.secret("TWIN_AWS_SECRET_ACCESS_KEY"));

        assertThat(other.replace(List.of(ELSEWHERE), List.of()).trouble())
                .isEqualTo("it refuses our call with 404 NoSuchHostedZone: this account has no public zone a.example");
    }

    @Test
    void aWrongKeyAndAMissingPermissionAreRefused() {
        assertThat(lever.hostedZone(APEX, "wrong")
                        .replace(List.of(ELSEWHERE), List.of())
                        .trouble())
                .contains("403 SignatureDoesNotMatch")
                .doesNotContain(lever.secret("TWIN_AWS_SECRET_ACCESS_KEY"));

        lever.twin.faults().switchOn(Side.NEW, Fault.ACCOUNT_REFUSES);
        assertThat(zone.replace(List.of(ELSEWHERE), List.of()).trouble())
                .contains("403 AccessDenied")
                .contains("route53:ListHostedZonesByName");
        lever.twin.faults().clear();
        assertThat(lever.answers("127.77.2.1", APEX)).containsExactly("198.51.100.20");
    }

    @Test
    void tooManyCallsAreTroubleOfOurs() {
        lever.twin.hostedZones().throttle(3);

        assertThat(zone.records(APEX, "A")).isEqualTo(Told.unavailable("Throttling (400): Rate exceeded"));
        assertThat(zone.records(APEX, "A").value()).isPresent();
    }

    @Test
    void aChangeIsSentOnceEvenWhenAnEarlierOneIsNotDone() {
        lever.twin.hostedZones().keepBusy(1);

        assertThat(zone.replace(List.of(ELSEWHERE), List.of()).trouble()).startsWith("PriorRequestNotComplete (400): ");
        assertThat(lever.answers("127.77.2.1", APEX)).containsExactly("198.51.100.20");
        assertThat(zone.replace(List.of(ELSEWHERE), List.of()).trouble()).isEmpty();
    }

    @Test
    void aChangeOutlivesAFaultButNotAReset() {
        zone.replace(List.of(ELSEWHERE), List.of());
        lever.twin.faults().switchOn(Side.NEW, Fault.MX_LOST);
        assertThat(zone.records(APEX, "A").value()).contains(ELSEWHERE);
        lever.twin.reset();
        assertThat(lever.answers("127.77.2.2", APEX)).containsExactly("198.51.100.20");
    }
}
