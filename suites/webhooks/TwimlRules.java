package webhooks;

import common.Answers;
import cutover.environment.Site;
import cutover.environment.VoicemailHook;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import cutover.probe.audio.Audio;
import cutover.probe.audio.AudioProbe;
import cutover.probe.http.Answered;
import cutover.probe.http.Exchanges;
import cutover.provider.twilio.Twiml;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the answer to a call tells Twilio to do: a greeting that can be heard, then a recording sent to this host. */
final class TwimlRules {

    /** What Twilio reads as TwiML; anything else is its error 12300. */
    private static final Set<String> TWIML = Set.of("text/xml", "application/xml", "text/html");

    /** What Twilio plays, by its page on the verb Play. */
    private static final Set<String> PLAYED = Set.of(
            "audio/mpeg",
            "audio/wav",
            "audio/wave",
            "audio/x-wav",
            "audio/aiff",
            "audio/x-aifc",
            "audio/x-aiff",
            "audio/x-gsm",
            "audio/gsm",
            "audio/ulaw");

    /** After these nothing further is done for the caller. */
    private static final Set<String> ENDS = Set.of("Hangup", "Reject", "Redirect");

    private final Workbench bench;
    private final Site site;
    private final Findings findings;
    private final Answers answers;
    private final VoicemailHook hook;

    TwimlRules(Workbench bench, VoicemailHook hook) {
        this.bench = bench;
        this.site = bench.site();
        this.findings = bench.findings();
        this.answers = new Answers(findings);
        this.hook = hook;
    }

    /** Judges the answer. @return where Twilio would send the recording; empty when it would send none */
    Optional<URI> recordingGoesTo(Answered answer) {
        findings.evidence().text("what the call is told", answer.text());
        findings.expect(
                TWIML.contains(answer.mediaType()),
                "the answer to a call has a type that Twilio reads",
                Finding.unmet("Twilio does not read the answer to a call: its type is " + answer.mediaType())
                        .expected("text/xml, application/xml or text/html")
                        .butWas("Content-Type: " + answer.header("Content-Type").orElse("none"))
                        .lookAt(Answers.url(answer))
                        .toDo("let the view say text/xml; Twilio's debugger shows this as error 12300"));
        return Twiml.read(answer.content(), StandardCharsets.UTF_8)
                .fold(parsed -> judged(answer, parsed.verbs()), unreadable -> {
                    findings.add(Finding.unmet("the answer to a call is no TwiML")
                            .expected("a well-formed document <Response>")
                            .butWas(unreadable.detail() + "\nit begins: " + beginning(answer.text()))
                            .lookAt(Answers.url(answer))
                            .toDo("look at the view's template; Twilio's debugger shows this as error 12100"));
                    return Optional.empty();
                });
    }

    private Optional<URI> judged(Answered answer, List<Twiml.Verb> verbs) {
        URI base = answer.sent().uri();
        verbs.stream()
                .filter(verb -> verb.name().equals("Play"))
                .forEach(verb -> greeting(base, base.resolve(verb.text().strip())));
        greetedAndRecorded(base, verbs);
        return verbs.stream()
                .filter(verb -> verb.name().equals("Record"))
                .findFirst()
                .map(verb -> action(base, verb));
    }

    /** In this order: what stands behind the recording, or behind an end, no caller ever hears. */
    private void greetedAndRecorded(URI base, List<Twiml.Verb> verbs) {
        List<String> all = verbs.stream().map(Twiml.Verb::name).toList();
        List<String> done = all.stream().takeWhile(name -> !ENDS.contains(name)).toList();
        boolean recorded = done.contains("Record");
        boolean greeted = done.stream()
                .takeWhile(name -> !name.equals("Record"))
                .anyMatch(name -> name.equals("Play") || name.equals("Say"));
        findings.expect(
                greeted && recorded,
                "a caller hears a greeting and is recorded",
                Finding.unmet("a caller of the voicemail number is "
                                + (greeted ? "greeted and not recorded" : "not greeted"))
                        .expected("<Play> or <Say>, then <Record>")
                        .butWas(all.stream().map(name -> "<" + name + ">").collect(Collectors.joining(", then ")))
                        .lookAt(base.toString())
                        .toDo("look at the view's template, and compare it with what the old site answers to a call"));
    }

    private URI action(URI base, Twiml.Verb record) {
        URI action = base.resolve(record.attributes().getOrDefault("action", base.toString()));
        URI expected = site.at(hook.recording());
        findings.expect(
                action.equals(expected),
                "the recording is sent to " + expected,
                Finding.unmet(wrong(action, expected))
                        .expected("<Record action=\"" + expected + "\">")
                        .butWas("<Record action=\"" + record.attributes().getOrDefault("action", "") + "\">")
                        .lookAt(base.toString())
                        .toDo("look how the view builds the address: from the request's host, with https"));
        String method = record.attributes().getOrDefault("method", "POST");
        findings.expect(
                method.equals("POST"),
                "the recording is sent by POST",
                Finding.unmet("the recording is sent by " + method)
                        .expected("<Record method=\"POST\">")
                        .butWas("<Record method=\"" + method + "\">")
                        .lookAt(base.toString())
                        .toDo("let the view write method=\"POST\": " + hook.recording() + " takes nothing else, so that"
                                + " no recording would be mailed"));
        return action;
    }

    private String wrong(URI action, URI expected) {
        if (!expected.getHost().equals(action.getHost())) {
            return "the recording is sent to " + action.getHost() + " instead of " + expected.getHost();
        }
        return "https".equals(action.getScheme())
                ? "the recording is sent to another address of " + expected.getHost()
                : "the recording is sent over plain " + action.getScheme();
    }

    private void greeting(URI base, URI address) {
        String what = "the greeting";
        boolean ours =
                site.host().equals(address.getHost()) || site.assetHosts().contains(address.getHost());
        findings.expect(
                ours && "https".equals(address.getScheme()),
                what + " is on a host of ours, by https",
                Finding.unmet(what + " is at " + address.getHost()
                                + (ours ? " over plain http" : ", which is no host of this site"))
                        .expected("https on "
                                + Stream.concat(Stream.of(site.host()), site.assetHosts().stream())
                                        .collect(Collectors.joining(" or ")))
                        .butWas(address.toString())
                        .lookAt(base.toString())
                        .lookAt("config/environments, sites, asset-hosts")
                        .toDo("correct the address of the static files in the deployed settings: once nothing answers"
                                + " there, callers hear an error instead"));
        answers.answered(bench.http().get(address), what).ifPresent(answer -> audible(answer, what));
    }

    private void audible(Answered answer, String what) {
        if (answer.status() != 200) {
            findings.add(
                    Finding.unmet("callers hear no greeting: it answers " + answer.status())
                            .expected("status 200 with sound")
                            .butWas(Exchanges.line(answer) + Answers.hint(answer))
                            .lookAt(Answers.url(answer))
                            .toDo(
                                    "look whether the file was collected into the asset store, and whether everybody may read it"));
            return;
        }
        findings.expect(
                PLAYED.contains(answer.mediaType()),
                what + " has a type that Twilio plays",
                Finding.unmet("Twilio does not play the greeting: its type is " + answer.mediaType())
                        .expected(String.join(", ", PLAYED.stream().sorted().toList()))
                        .butWas("Content-Type: " + answer.header("Content-Type").orElse("none"))
                        .lookAt(Answers.url(answer))
                        .toDo("set the object's content type to audio/mpeg"));
        new AudioProbe()
                .read(answer.content())
                .fold(
                        audio -> sounds(answer, audio),
                        other -> findings.add(Finding.unmet("the greeting is no sound")
                                .expected("audio")
                                .butWas(other.detail())
                                .lookAt(Answers.url(answer))
                                .toDo("put the greeting back into the asset store")));
    }

    private Findings sounds(Answered answer, Audio audio) {
        return findings.expect(
                audio.length().compareTo(hook.greeting()) >= 0,
                "the greeting is " + audio.kind() + " and lasts " + Durations.told(audio.length()),
                Finding.unmet("the greeting ends after " + Durations.told(audio.length()))
                        .expected("at least " + Durations.told(hook.greeting()))
                        .butWas(Durations.told(audio.length()) + " of " + audio.kind())
                        .lookAt(Answers.url(answer))
                        .lookAt("config/applications, voicemail.greeting")
                        .toDo(
                                "listen to it; if it breaks off, the file was damaged on its way into the asset store: put"
                                        + " it there again"));
    }

    private static String beginning(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200);
    }
}
