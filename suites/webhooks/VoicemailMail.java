package webhooks;

import static java.time.temporal.ChronoUnit.SECONDS;

import common.Arrivals;
import cutover.environment.VoicemailHook;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.mail.Mail;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** The mail about a voicemail: once, with caller and recording, and the time in the zone in which people read it. */
final class VoicemailMail {

    private static final String WHAT = "the mail about the voicemail";

    /** The time is shown to the minute, and a call takes a while. */
    private static final Duration NEAR = Duration.ofMinutes(5);

    private final Findings findings;
    private final VoicemailHook hook;
    private final MailRules rules;

    VoicemailMail(Workbench bench, VoicemailHook hook, String address) {
        this.findings = bench.findings();
        this.hook = hook;
        this.rules = new MailRules(bench, WHAT, address);
    }

    /** @param token a part of the recording's address */
    void judged(List<Mail> mails, String token, String from, Instant start) {
        if (mails.stream().noneMatch(Arrivals.holds(token)) && without(mails, from, start)) {
            return;
        }
        rules.once(
                        mails,
                        token,
                        start,
                        "look, in this order: VOICEMAIL_NOTIFICATION_EMAIL of the deployed settings, the mail service's"
                                + " key and its list of refused mail, whether the function reaches the internet")
                .ifPresent(mail -> {
                    rules.holds(
                            mail,
                            hook.mailTexts().stream()
                                    .map(text -> text.replace("{from}", from).replace("{link}", token))
                                    .toList());
                    time(mail);
                });
    }

    /** True, with a finding added, when a mail about the call has come, but without the recording. */
    private boolean without(List<Mail> mails, String from, Instant start) {
        Optional<Mail> bare = mails.stream()
                .filter(Arrivals.holds(from).and(mail -> !mail.received().isBefore(start.truncatedTo(SECONDS))))
                .findFirst();
        bare.ifPresent(mail -> findings.add(Finding.unmet(WHAT + " does not say where the recording is")
                .expected(String.join("\n", hook.mailTexts()))
                .butWas(mail.text().strip())
                .lookAt(mail.told())
                .toDo("look at the mail's template, and whether the view still reads RecordingUrl")));
        return bare.isPresent();
    }

    private void time(Mail mail) {
        Optional<ZonedDateTime> shown = hook.timeIn(mail.subject());
        String expected = hook.mailSubject()
                .replace("{time}", hook.written(mail.received().atZone(hook.zone())));
        boolean right = shown.filter(
                        time -> time.getOffset().equals(hook.zone().getRules().getOffset(time.toInstant()))
                                && Duration.between(time.toInstant(), mail.received())
                                                .abs()
                                                .compareTo(NEAR)
                                        < 0)
                .isPresent();
        findings.expect(
                right,
                WHAT + " shows the time in " + hook.timeZone(),
                Finding.unmet(WHAT + " shows another time than that of " + hook.timeZone())
                        .expected("about \"" + expected + "\"")
                        .butWas("\"" + mail.subject() + "\"")
                        .toDo("look at the time zone in the view's settings"));
    }
}
