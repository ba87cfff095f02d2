package webhooks;

import common.Arrivals;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import cutover.probe.mail.Mail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** What holds for each mail that a webhook makes the application send. */
final class MailRules {

    /** Somebody decided that mail may lie in a folder for spam. */
    static final String SPAM = "mail-in-spam";

    private final Workbench bench;
    private final Findings findings;
    private final String what;
    private final String address;

    /**
     * @param what for messages, for instance "the mail about the bounce"
     * @param address who gets it, and nobody else
     */
    MailRules(Workbench bench, String what, String address) {
        this.bench = bench;
        this.findings = bench.findings();
        this.what = what;
        this.address = address;
    }

    /** Exactly one mail holds the token. @return the first one */
    Optional<Mail> once(List<Mail> mails, String token, Instant start, String remedy) {
        List<Mail> ours = mails.stream().filter(Arrivals.holds(token)).toList();
        if (ours.isEmpty()) {
            findings.add(Finding.unmet(what + " did not arrive at " + address)
                    .expected("exactly one mail with " + token + " within "
                            + Durations.told(bench.environment().deadlines().mail()))
                    .butWas("none; mail of earlier runs does not count")
                    .lookAt(address)
                    .toDo(remedy));
            return Optional.empty();
        }
        Mail first = ours.get(0);
        findings.expect(
                ours.size() == 1,
                what + " arrived once, after "
                        + Durations.told(
                                Duration.between(start, first.received()).abs()),
                Finding.unmet(what + " arrived " + ours.size() + " times")
                        .expected("exactly one")
                        .butWas(ours.size() + " mails of this run: "
                                + String.join(
                                        ", ", ours.stream().map(Mail::messageId).toList()))
                        .lookAt(address)
                        .toDo("look for a retry around the sending, and for two hosts that both got the call"));
        findings.evidence().text(what, told(first));
        toNobodyElse(first);
        notAsSpam(first);
        return Optional.of(first);
    }

    /** The subject is that text and no more: people and their mail rules look for it. */
    void subject(Mail mail, String expected) {
        findings.expect(
                mail.subject().equals(expected),
                what + " has the subject \"" + expected + "\"",
                Finding.unmet(what + " has another subject")
                        .expected("\"" + expected + "\"")
                        .butWas("\"" + mail.subject() + "\"")
                        .lookAt(address)
                        .lookAt("config/applications, mail-subject")
                        .toDo("look whether the right build is deployed: mail rules look for the old subject; if it was"
                                + " changed on purpose, write the new one into the configuration"));
    }

    /** Each text is in the mail. */
    void holds(Mail mail, List<String> texts) {
        List<String> missing = new ArrayList<>(texts);
        missing.removeIf(mail.text()::contains);
        findings.expect(
                missing.isEmpty(),
                what + " tells what it should",
                Finding.unmet(what + " does not tell what it should")
                        .expected(String.join("\n", texts))
                        .butWas("missing: " + String.join(" | ", missing) + "\nin: "
                                + mail.text().strip())
                        .lookAt(address)
                        .toDo("look at the mail's template; where only letters outside ASCII differ, something on the"
                                + " way reads the post in another character set"));
    }

    private void toNobodyElse(Mail mail) {
        TreeSet<String> seen = new TreeSet<>();
        mail.to().forEach(one -> seen.add(one.toLowerCase(Locale.ROOT)));
        mail.cc().forEach(one -> seen.add(one.toLowerCase(Locale.ROOT)));
        findings.expect(
                seen.equals(new TreeSet<>(List.of(address.toLowerCase(Locale.ROOT)))),
                what + " goes to nobody else",
                Finding.unmet(what + " also goes to somebody else")
                        .expected(address)
                        .butWas(String.join(", ", seen))
                        .lookAt(address)
                        .toDo("correct the receivers in the deployed settings: the mail tells of applicants"));
    }

    private void notAsSpam(Mail mail) {
        boolean aside = !mail.folder().equals("INBOX") && !mail.folder().equals("stored messages");
        if (aside && bench.accepted(SPAM)) {
            findings.add(Finding.met(what + " lies in " + mail.folder() + ": a known weakness, accepted here"));
            return;
        }
        findings.expect(
                !aside,
                what + " lies where people look",
                Finding.unmet(what + " lies in the folder " + mail.folder() + ", where nobody looks")
                        .expected("INBOX")
                        .butWas(mail.folder())
                        .lookAt(address)
                        .lookAt("config/environments, accepted: " + SPAM)
                        .toDo("look at SPF, DKIM and DMARC of the sender " + mail.from()
                                + ", and make a rule in the mailbox that keeps it"));
    }

    private static String told(Mail mail) {
        return "From: " + mail.from() + "\nTo: " + String.join(", ", mail.to()) + "\nSubject: " + mail.subject()
                + "\nReceived: " + mail.received() + "\nFolder: " + mail.folder() + "\n\n" + mail.text();
    }
}
