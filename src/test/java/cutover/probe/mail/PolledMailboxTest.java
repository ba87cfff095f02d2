package cutover.probe.mail;

import static cutover.probe.mail.PostOffice.mails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.patience.Patience;
import cutover.patience.Wait;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PolledMailboxTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.700Z");
    private static final Predicate<Mail> ANY = mail -> true;
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(20), Duration.ofMillis(10));
    private static final MailObservation NOTHING = new MailObservation.Seen(List.of());
    private static final MailObservation DOWN = new MailObservation.Unreachable("503");
    private static final MailObservation FORBIDDEN = new MailObservation.Refused("401");

    private final List<Instant> asked = new ArrayList<>();

    private static Mail mail(String subject, Instant received) {
        byte[] raw = ("Subject: " + subject + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        return MimeMail.read(raw, "stored", received);
    }

    private static MailObservation one(String... subjects) {
        return new MailObservation.Seen(
                Arrays.stream(subjects).map(subject -> mail(subject, NOON)).toList());
    }

    /** Answers one after the other; the last one again and again. */
    private PolledMailbox answering(MailObservation... answers) {
        Function<Instant, MailObservation> lister = since -> {
            asked.add(since);
            return answers[Math.min(asked.size(), answers.length) - 1];
        };
        return new PolledMailbox("the provider's store", lister);
    }

    private static List<String> subjects(MailObservation seen) {
        return mails(seen).stream().map(Mail::subject).toList();
    }

    private Wait<MailObservation> await(PolledMailbox mailbox, Duration settle) {
        return mailbox.await("the mail", NOON, ANY, PATIENCE, settle);
    }

    @Test
    void onlyMailSinceThenAndThatFitsIsSeenInOrder() {
        MailObservation all = new MailObservation.Seen(
                List.of(
                        mail("late", NOON.plusSeconds(9)),
                        mail("early", NOON.minusSeconds(2)),
                        mail("same second", NOON.minusMillis(700)),
                        mail("other", NOON.plusSeconds(1))),
                true);
        MailObservation seen = answering(all).look(NOON, mail -> !mail.subject().equals("other"));
        assertThat(subjects(seen)).containsExactly("same second", "late");
        assertThat(seen.<Boolean>fold(MailObservation.Seen::cut, refused -> false, unreachable -> false))
                .isTrue();
        assertThat(asked).containsExactly(Instant.parse("2026-11-22T12:00:00Z"));
    }

    @Test
    void troubleNamesThePlace() {
        assertThat(answering(FORBIDDEN).look(NOON, ANY))
                .isEqualTo(new MailObservation.Refused("the provider's store: 401"));
        assertThat(answering(DOWN).look(NOON, ANY))
                .isEqualTo(new MailObservation.Unreachable("the provider's store: 503"));
        assertThatThrownBy(() -> new PolledMailbox(" ", since -> NOTHING)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFirstMailEndsTheWait() {
        Wait<MailObservation> wait = await(answering(NOTHING, NOTHING, one("a"), one("a", "b")), Duration.ZERO);
        assertThat(wait.ended()).isTrue();
        assertThat(wait.looks()).isEqualTo(3);
        assertThat(subjects(wait.last().orElseThrow())).containsExactly("a");
    }

    @Test
    void aLostConnectionDoesNotEndTheWait() {
        Wait<MailObservation> wait = await(answering(DOWN, NOTHING, DOWN, one("a")), Duration.ZERO);
        assertThat(wait.ended()).isTrue();
        assertThat(subjects(wait.last().orElseThrow())).containsExactly("a");
    }

    @Test
    void aRefusalEndsTheWaitAtOnce() {
        Wait<MailObservation> wait = await(answering(NOTHING, FORBIDDEN), Duration.ofSeconds(20));
        assertThat(wait.ended()).isTrue();
        assertThat(wait.looks()).isEqualTo(2);
        assertThat(wait.last().orElseThrow()).isInstanceOf(MailObservation.Refused.class);
    }

    @Test
    void afterTheFirstMailItsTwinIsSeenToo() {
        Wait<MailObservation> wait =
                await(answering(NOTHING, one("a"), one("a"), one("a", "b")), Duration.ofMillis(300));
        assertThat(wait.ended()).isTrue();
        assertThat(subjects(wait.last().orElseThrow())).containsExactly("a", "b");
    }

    @Test
    void aRefusalAfterTheFirstMailEndsTheWaitToo() {
        Wait<MailObservation> wait = await(answering(one("a"), one("a"), FORBIDDEN), Duration.ofMinutes(5));
        assertThat(wait.ended()).isTrue();
        assertThat(wait.looks()).isEqualTo(3);
        assertThat(wait.last().orElseThrow()).isInstanceOf(MailObservation.Refused.class);
    }

    @Test
    void aPlaceThatIsLostAfterTheFirstMailCanNotSayThatItIsTheOnlyOne() {
        Wait<MailObservation> wait = await(answering(one("a"), DOWN), Duration.ofMillis(100));
        assertThat(wait.ended()).isFalse();
        assertThat(wait.last().orElseThrow()).isInstanceOf(MailObservation.Unreachable.class);
    }

    @Test
    void aWaitInVainSaysWhatItSawLastAndTellsEachLook() {
        List<Integer> looks = new ArrayList<>();
        Wait<MailObservation> wait = answering(NOTHING, DOWN)
                .await(
                        "the mail",
                        NOON,
                        ANY,
                        new Patience(Duration.ofMillis(100), Duration.ofMillis(10)),
                        Duration.ofSeconds(20),
                        progress -> looks.add(progress.looks()));
        assertThat(wait.ended()).isFalse();
        assertThat(wait.last().orElseThrow()).isInstanceOf(MailObservation.Unreachable.class);
        assertThat(looks).startsWith(1, 2).hasSize(wait.looks());
    }
}
