package cutover.twin.mailgun;

/**
 * Why a message was not delivered.
 *
 * @param severity {@code permanent} or {@code temporary}
 * @param code of SMTP, or the vendor's own from 600 on
 * @param message the mail server's words
 * @param description the vendor's words
 */
record Failure(String severity, String reason, int code, String message, String description) {

    static Failure bounced(Refusal refusal) {
        return new Failure("permanent", "bounce", refusal.code(), refusal.text(), "");
    }

    static Failure putOff(Refusal refusal) {
        return new Failure("temporary", "generic", refusal.code(), refusal.text(), "");
    }

    static Failure givenUp(Refusal refusal) {
        return new Failure("permanent", "old", refusal.code(), refusal.text(), "Too old");
    }

    static Failure suppressed() {
        return new Failure("permanent", "suppress-bounce", 605, "", "Not delivering to previously bounced address");
    }
}
