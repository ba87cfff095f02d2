package common;

import cutover.finding.Evidence;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Findings;
import cutover.probe.http.Answered;
import cutover.probe.http.Exchanges;
import cutover.probe.http.HttpObservation;
import cutover.probe.http.NoAnswer;
import java.net.URI;
import java.util.Optional;

/** Turns what came over HTTP into findings where no answer came, or one that nobody can go on with. */
public final class Answers {

    private final Findings findings;

    public Answers(Findings findings) {
        this.findings = findings;
    }

    /** The answer; without one, a finding is added that says why. */
    public Optional<Answered> answered(HttpObservation seen, String what) {
        return seen.fold(Optional::of, none -> {
            findings.add(noAnswer(none, what));
            return Optional.empty();
        });
    }

    /** The answer; without one, a finding is added that says why, and what to do then. */
    public Optional<Answered> answered(HttpObservation seen, String what, String remedy) {
        return seen.fold(Optional::of, none -> {
            Finding finding = noAnswer(none, what);
            findings.add(finding instanceof Unmet unmet ? unmet.toDo(remedy) : finding);
            return Optional.empty();
        });
    }

    /** The answer when it has the status; otherwise a finding with the exchange as evidence. */
    public Optional<Answered> answered(HttpObservation seen, String what, int status) {
        Optional<Answered> answer = answered(seen, what);
        if (answer.isPresent() && answer.get().status() != status) {
            findings.add(Finding.unmet(what + " answers " + answer.get().status() + " instead of " + status)
                    .expected("status " + status)
                    .butWas(Exchanges.line(answer.get()) + hint(answer.get()))
                    .lookAt(url(answer.get()))
                    .lookAt(kept(answer.get(), what).path()));
            return Optional.empty();
        }
        return answer;
    }

    /** False, with a finding added, when a cache in front gave the answer: it may be another person's. */
    public boolean fresh(Answered answer, String what) {
        String age = answer.header("Age").orElse("0").strip();
        String cache = answer.header("X-Cache").orElse("");
        boolean fresh = age.equals("0") && !cache.contains("Hit");
        if (!fresh) {
            findings.add(Finding.unmet(what + " comes from a cache in front, not from the application")
                    .expected("a page made for this person: no Age above 0, no 'Hit' in X-Cache")
                    .butWas("Age: " + age + ", X-Cache: " + cache)
                    .lookAt(url(answer))
                    .toDo("switch the cache off for everything but assets at once: people see each other's pages"));
        }
        return fresh;
    }

    /** Keeps the exchange as evidence. */
    public Evidence kept(HttpObservation seen, String what) {
        return findings.evidence().text(what, Exchanges.told(seen));
    }

    public static String url(HttpObservation seen) {
        return seen.sent().uri().toString();
    }

    private Finding noAnswer(NoAnswer none, String what) {
        URI uri = none.sent().uri();
        if (none.kind() == NoAnswer.Kind.UNREACHABLE) {
            return Finding.unknown(what + " could not be reached from here")
                    .expected("a way from this machine to " + uri.getHost())
                    .because(none.detail())
                    .lookAt(uri.toString())
                    .toDo("look at this machine's network first; then run again");
        }
        return Finding.unmet(what + " does not answer: " + words(none.kind()))
                .expected("an answer from " + uri)
                .butWas(none.detail()
                        + none.certificate()
                                .map(certificate -> "\ncertificate shown: " + certificate.told())
                                .orElse(""))
                .lookAt(uri.toString());
    }

    /** What kept an answer away, in words. */
    public static String words(NoAnswer.Kind kind) {
        return switch (kind) {
            case NAME_UNKNOWN -> "its name has no address";
            case REFUSED -> "connection refused";
            case UNREACHABLE -> "no way there";
            case TIMED_OUT -> "no complete answer in time";
            case TLS_NAME_MISMATCH -> "its certificate is for other names";
            case TLS_UNTRUSTED -> "its certificate is not trusted";
            case TLS_OTHER -> "the TLS handshake failed";
            case CLOSED_EARLY -> "the connection was closed in the middle";
            case MALFORMED -> "what came is not HTTP";
        };
    }

    /** What this answer usually means; empty when it says nothing special. */
    public static String hint(Answered answer) {
        String text = answer.text();
        if (answer.status() == 403 && text.contains("\"Forbidden\"")) {
            return "\nthe gateway has no mapping for this host or stage";
        }
        if (answer.status() == 403 && text.contains("Missing Authentication Token")) {
            return "\nthe gateway knows no such resource, or asks for a key";
        }
        if (answer.status() == 403 && text.contains("CSRF verification failed")) {
            return "\nthe form's token, cookie or Referer does not match the host that the application sees";
        }
        if (answer.status() == 502 && text.contains("Internal server error")) {
            return "\nthe function crashed before the application could answer";
        }
        if (answer.status() == 504) {
            return "\nthe function did not answer within the gateway's limit";
        }
        if (answer.status() == 400) {
            return "\nthe application does not know this host name (ALLOWED_HOSTS)";
        }
        if (text.contains("An uncaught exception happened")) {
            return "\nthe platform's own JSON error: the application's error handling failed";
        }
        return "";
    }
}
