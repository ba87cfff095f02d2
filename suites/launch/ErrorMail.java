package launch;

import common.Arrivals;
import cutover.environment.Application;
import cutover.environment.MailboxPlace;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import cutover.patience.Patience;
import cutover.probe.mail.Mail;
import cutover.probe.mail.MailObservation;
import cutover.probe.mail.Mailbox;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** The mail about a provoked error: exactly one of this run in each configured mailbox, in time, to nobody else. */
final class ErrorMail {

    private static final String EXPECTED = "exactly one error mail of this run";

    private final Workbench bench;
    private final Application.ErrorPage page;
    private final Findings findings;

    ErrorMail(Workbench bench, Application.ErrorPage page) {
        this.bench = bench;
        this.page = page;
        this.findings = bench.findings();
    }

    void of(URI provoked, Instant start) {
        for (String purpose : page.mailboxes()) {
            MailboxPlace place = bench.environment().mailboxes().get(purpose);
            Optional<Mailbox> mailbox = bench.mailbox(purpose);
            if (place == null || mailbox.isEmpty()) {
                findings.add(Finding.unknown("no mailbox '" + purpose + "' is known here")
                        .expected("the mailbox that error mail goes to")
                        .because("config/environments has no mailboxes." + purpose));
                continue;
            }
            in(purpose, place, mailbox.get(), provoked, start);
        }
    }

    private void in(String purpose, MailboxPlace place, Mailbox mailbox, URI provoked, Instant start) {
        findings.progress("waiting for the error mail in " + place.address());
        Patience patience = Patience.atMost(bench.environment().deadlines().mail());
        MailObservation seen = mailbox.await(
                        "the error mail",
                        start.minusSeconds(60),
                        mail -> mail.text().contains(provoked.getQuery()),
                        patience,
                        bench.environment().deadlines().settle())
                .last()
                .orElseThrow();
        seen.fold(
                found -> found.cut()
                        ? findings.add(
                                Arrivals.unreadable(purpose, place, EXPECTED, "it holds more new mail than is read"))
                        : judged(place, found.mails(), provoked, start),
                refused -> findings.add(Arrivals.unreadable(
                        purpose, place, EXPECTED, "the mailbox refuses our sign-in: " + refused.detail())),
                unreachable -> findings.add(Arrivals.unreadable(
                        purpose, place, EXPECTED, "the mailbox can't be reached: " + unreachable.detail())));
    }

    private Findings judged(MailboxPlace place, List<Mail> mails, URI provoked, Instant start) {
        String what = "the error mail to " + place.address();
        if (mails.isEmpty()) {
            findings.add(Finding.unmet("no error mail of this run arrived at " + place.address())
                    .expected("exactly one mail with " + provoked.getQuery() + " within "
                            + Durations.told(bench.environment().deadlines().mail()))
                    .butWas("none; mail of earlier runs does not count")
                    .lookAt(place.address())
                    .toDo(
                            "look, in this order: ADMINS and SERVER_EMAIL of the deployed settings, the mail service's key"
                                    + " and its list of refused mail, whether the function reaches the internet"));
            return findings;
        }
        findings.expect(
                mails.size() == 1,
                what + " arrived once, after "
                        + Durations.told(
                                Duration.between(start, mails.get(0).received()).abs()),
                Finding.unmet(what + " arrived " + mails.size() + " times")
                        .expected("exactly one")
                        .butWas(mails.size() + " mails of this run: "
                                + String.join(
                                        ", ",
                                        mails.stream().map(Mail::messageId).toList()))
                        .lookAt(place.address()));
        findings.evidence().text("the error mail", told(mails.get(0)));
        mails.forEach(mail -> content(what, mail, provoked));
        return findings;
    }

    private void content(String what, Mail mail, URI provoked) {
        String subject = page.mailSubjectAt(bench.site());
        findings.expect(
                mail.subject().contains(subject),
                what + " has the subject \"" + subject + "\"",
                Finding.unmet(what + " has another subject")
                        .expected("\"" + subject + "\"")
                        .butWas("\"" + mail.subject() + "\""));
        Optional<String> url = mail.text()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("Request URL:"))
                .map(line -> line.substring("Request URL:".length()).strip())
                .findFirst();
        findings.expect(
                url.filter(provoked.toString()::equals).isPresent(),
                what + " names the address that failed",
                Finding.unmet(what + " names another address than the one that failed")
                        .expected("Request URL: " + provoked)
                        .butWas("Request URL: " + url.orElse("none"))
                        .toDo("look which host sent it: the old one may still answer under the new name"));
        List<String> missing = new ArrayList<>(page.mailTexts());
        missing.removeIf(mail.text()::contains);
        findings.expect(
                missing.isEmpty(),
                what + " tells what failed",
                Finding.unmet(what + " does not tell what it should")
                        .expected(String.join(", ", page.mailTexts()))
                        .butWas("missing: " + String.join(", ", missing)));
        recipients(what, mail);
    }

    private void recipients(String what, Mail mail) {
        TreeSet<String> expected = new TreeSet<>();
        for (String purpose : page.mailboxes()) {
            Optional.ofNullable(bench.environment().mailboxes().get(purpose))
                    .ifPresent(place -> expected.add(place.address().toLowerCase(Locale.ROOT)));
        }
        TreeSet<String> seen = new TreeSet<>();
        mail.to().forEach(address -> seen.add(address.toLowerCase(Locale.ROOT)));
        mail.cc().forEach(address -> seen.add(address.toLowerCase(Locale.ROOT)));
        findings.expect(
                seen.equals(expected),
                what + " goes to nobody else",
                Finding.unmet(what + " also goes to somebody who is not configured")
                        .expected(String.join(", ", expected))
                        .butWas(String.join(", ", seen))
                        .toDo("correct ADMINS: error mail holds session cookies in clear"));
    }

    private static String told(Mail mail) {
        return "From: " + mail.from() + "\nTo: " + String.join(", ", mail.to()) + "\nSubject: " + mail.subject()
                + "\nReceived: " + mail.received() + "\nFolder: " + mail.folder() + "\n\n"
                + mail.text().replaceAll("(?s)COOKIES.*?(?=\\nMETA)", "COOKIES: «hidden»");
    }
}
