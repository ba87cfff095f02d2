package common;

import cutover.environment.Application;
import cutover.probe.http.Answered;
import cutover.probe.http.HttpObservation;
import cutover.probe.http.NoAnswer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What one look at a site that should be coming up says.
 *
 * @param words for progress and failure texts
 * @param remedy the next action; empty when the runbook's line serves
 */
record Appearance(Kind kind, String words, String remedy, HttpObservation seen) {

    enum Kind {
        /** The application answers. */
        HERE,
        /** What a platform shows while it sets up: worth waiting. */
        NOT_YET,
        /** Something that waiting does not mend. */
        WRONG
    }

    static Appearance of(HttpObservation seen, Application.Chrome chrome) {
        return seen.fold(answered -> of(answered, chrome), Appearance::of);
    }

    boolean isTerminal() {
        return kind != Kind.NOT_YET;
    }

    private static Appearance of(Answered answer, Application.Chrome chrome) {
        String text = answer.text();
        if (answer.status() == 200) {
            Element marker = Jsoup.parse(text).selectFirst(chrome.marker());
            if (marker != null && marker.text().contains(chrome.text())) {
                return new Appearance(Kind.HERE, "it is there", "", answer);
            }
            return text.strip().matches("(?s)[A-Za-z0-9+/\\r\\n]{40,}={0,2}")
                    ? wrong(
                            answer,
                            "its pages arrive as base64 text",
                            "make binary support agree: the gateway's binary media types must hold */* when the"
                                    + " function answers in base64")
                    : wrong(
                            answer,
                            "a page of somebody else",
                            "look whose page it is: a parking page, a placeholder, another application on this address");
        }
        if (answer.status() == 403 && text.contains("\"message\"")) {
            return notYet(
                    answer,
                    "the gateway answers 403, it has no mapping for this host yet",
                    "look whether the custom domain has its base path mapping to the stage, and needs no API key");
        }
        return switch (answer.status()) {
            case 502, 503, 504 ->
                notYet(
                        answer,
                        "the platform answers " + answer.status() + ", the function does not run",
                        "read the function's log: an import that fails and a package that is too large look like this");
            case 400 ->
                wrong(
                        answer,
                        "the application does not know this host name",
                        "add the host to ALLOWED_HOSTS (comma separated, no blanks) and deploy the setting");
            case 500 ->
                wrong(
                        answer,
                        "the application fails on its first page",
                        "read the ERROR records of the log: a missing asset manifest and a missing database look like this");
            default -> wrong(answer, "status " + answer.status(), "");
        };
    }

    private static Appearance of(NoAnswer none) {
        return switch (none.kind()) {
            case NAME_UNKNOWN -> notYet(none, "the name has no address yet", "look at the DNS record of the name");
            case TLS_NAME_MISMATCH ->
                notYet(
                        none,
                        "the platform's default certificate is served, the name is not set up yet",
                        "wait for the custom domain (up to 40 minutes); then look whether the certificate is attached to it");
            case REFUSED -> notYet(none, "nothing listens there", "look whether the name points at the right address");
            case TIMED_OUT, CLOSED_EARLY, UNREACHABLE -> notYet(none, none.detail(), "");
            case TLS_UNTRUSTED, TLS_OTHER, MALFORMED ->
                wrong(none, none.detail(), "look at the certificate and its chain as the server sends them");
        };
    }

    private static Appearance notYet(HttpObservation seen, String words, String remedy) {
        return new Appearance(Kind.NOT_YET, words, remedy, seen);
    }

    private static Appearance wrong(HttpObservation seen, String words, String remedy) {
        return new Appearance(Kind.WRONG, words, remedy, seen);
    }
}
