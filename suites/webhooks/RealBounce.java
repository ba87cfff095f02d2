package webhooks;

import common.Arrivals;
import cutover.environment.BounceHook;
import cutover.environment.BounceTests;
import cutover.environment.MailDomain;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import cutover.patience.Patience;
import cutover.patience.Wait;
import cutover.provider.Told;
import cutover.provider.mailgun.MailEvent;
import cutover.provider.mailgun.MailgunAccount;
import cutover.provider.mailgun.TestCall;
import cutover.provider.mailgun.TestMessage;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bounces that Mailgun itself makes: its own test call, and a real message to an address that bounces. */
final class RealBounce {

    private static final String EVENT = "permanent_fail";

    /** Subject of the bounced message in Mailgun's sample. */
    private static final String SAMPLE = "Test bounces webhook";

    private final Workbench bench;
    private final Findings findings;
    private final BounceHook hook;
    private final BounceTests tests;
    private final MailDomain domain;
    private final MailgunAccount mailgun;
    private final Requests requests;
    private int posts;

    RealBounce(Workbench bench, BounceHook hook, BounceTests tests) {
        this.bench = bench;
        this.findings = bench.findings();
        this.hook = hook;
        this.tests = tests;
        this.domain = bench.environment().mailDomains().get(tests.domain());
        this.mailgun = bench.vendors().mailgun(tests.domain());
        this.requests = new Requests(bench, bench.clock().instant());
    }

    void byTheTestCall() {
        if (!tests.testCall()) {
            findings.add(Finding.met("judged without Mailgun's own test call: bounce-tests.test-call is false"));
            return;
        }
        URI address = bench.site().at(hook.path());
        findings.progress("asking Mailgun for its test call to " + address);
        Instant start = bench.clock().instant();
        mailgun.testCall(domain.domain(), EVENT, address.toString())
                .fold(
                        called -> called(called, address, start),
                        refused -> notAsked("make its test call", refused.detail(), refused.status() + ""),
                        unavailable -> notAsked("make its test call", unavailable.detail(), ""));
        tests.testMailbox().ifPresent(purpose -> bench.tidy(purpose, start, SAMPLE));
    }

    void byAMessage() {
        if (tests.messages() < 1) {
            findings.add(Finding.met("judged without a real message that bounces: bounce-tests.messages is 0"));
            return;
        }
        String address = tests.undeliverable().orElseThrow().replace("{run}", bench.run());
        findings.progress("sending one real message through Mailgun to " + address + ", which bounces");
        Instant start = bench.clock().instant();
        String token = bench.marker() + "-real-" + bench.freshToken(6);
        mailgun.deleteSuppression(domain.domain(), address);
        try {
            mailgun.send(message(address, token))
                    .fold(
                            id -> followed(address, token, start),
                            refused -> notAsked("take our message", refused.detail(), refused.status() + ""),
                            unavailable -> notAsked("take our message", unavailable.detail(), ""));
        } finally {
            leaveNothing(address);
            bench.tidy(tests.mailbox(), start, token);
        }
    }

    private TestMessage message(String address, String token) {
        return new TestMessage(
                domain.domain(),
                tests.sender(),
                address,
                "Cutover test " + token + ", please ignore",
                "A test of the way that bounces take. Nobody reads this.",
                Map.of("Sender", tests.sender()),
                Map.of("cutover", bench.marker()));
    }

    private Findings followed(String address, String token, Instant start) {
        Patience patience = Patience.atMost(bench.environment().deadlines().mail());
        Wait<Told<List<MailEvent>>> wait = patience.waitFor(
                "Mailgun's events about " + address,
                () -> mailgun.events(
                        domain.domain(),
                        start.minusSeconds(60),
                        bench.clock().instant().plusSeconds(60),
                        address),
                told -> told.fold(events -> failed(events).isPresent(), refused -> true, unavailable -> false));
        Told<List<MailEvent>> last = wait.last().orElseThrow();
        if (last.value().isEmpty()) {
            return notAsked("tell its events", last.trouble(), "");
        }
        Optional<MailEvent> failed = failed(last.value().get());
        if (failed.isEmpty()) {
            return findings.add(Finding.unknown("the message to " + address + " did not bounce")
                    .expected("a permanent failure among Mailgun's events within " + Durations.told(wait.atMost()))
                    .because("events: "
                            + last.value().get().stream().map(MailEvent::event).toList())
                    .lookAt("config/environments, bounce-tests.undeliverable")
                    .toDo("name an address that bounces at once, at a host of your own"));
        }
        findings.add(Finding.met("Mailgun told the bounce of " + address + ": "
                + failed.get().code() + " " + failed.get().description()));
        requests.logged("Mailgun", hook.path(), hook.accepted(), ++posts);
        return mailed(token, start);
    }

    private Findings mailed(String token, Instant start) {
        new Arrivals(bench, tests.mailbox(), start)
                .awaited("the mail about the real bounce", List.of(token), Arrivals.holds(token))
                .ifPresent(mails -> new MailRules(bench, "the mail about the real bounce", tests.sender())
                        .once(
                                mails,
                                token,
                                start,
                                "Mailgun saw the bounce: look where its webhook points (step L14), whether it sends JSON,"
                                        + " and at the access lines of " + hook.path() + " in the log of "
                                        + bench.site().host()));
        return findings;
    }

    private Findings called(TestCall called, URI address, Instant start) {
        answered(called, address);
        if (called.status() == hook.accepted()) {
            requests.logged("Mailgun", hook.path(), hook.accepted(), ++posts);
        }
        if (called.status() == hook.accepted() && tests.testMailbox().isPresent()) {
            new Arrivals(bench, tests.testMailbox().get(), start)
                    .awaited("the mail about Mailgun's sample", List.of(SAMPLE), Arrivals.holds(SAMPLE))
                    .ifPresent(
                            mails -> new MailRules(bench, "the mail about Mailgun's sample", "bob@" + domain.domain())
                                    .once(
                                            mails,
                                            SAMPLE,
                                            start,
                                            "look at the errors in the log: the test call itself was taken"));
        }
        return findings;
    }

    private void answered(TestCall called, URI address) {
        findings.expect(
                called.status() == hook.accepted(),
                "Mailgun's own test call is accepted by " + address.getHost(),
                Finding.unmet("Mailgun's own test call gets " + called.status() + " from " + address.getHost())
                        .expected("status " + hook.accepted())
                        .butWas(called.status() + " " + called.message())
                        .lookAt(address.toString())
                        .toDo(
                                "404: Mailgun signs with another key than the application checks. 500: it sends a shape that"
                                        + " the application can't read, or the gateway damages the attachment"));
    }

    private void leaveNothing(String address) {
        String trouble = mailgun.deleteSuppression(domain.domain(), address).trouble();
        if (!trouble.isEmpty()) {
            findings.progress(
                    "the bounced address " + address + " stays on Mailgun's list of suppressions: " + trouble);
        }
    }

    private Findings notAsked(String what, String why, String status) {
        return findings.add(
                Finding.unknown("Mailgun could not be asked to " + what)
                        .expected("an answer of Mailgun about " + domain.domain())
                        .because((status.isEmpty() ? "" : status + ": ") + why)
                        .lookAt("config/environments, mail-domains." + tests.domain())
                        .toDo(
                                "mend our access to Mailgun; meanwhile press the test button of its console and look for the mail"));
    }

    private static Optional<MailEvent> failed(List<MailEvent> events) {
        return events.stream()
                .filter(event ->
                        event.event().equals("failed") && !event.severity().equals("temporary"))
                .findFirst();
    }
}
