package cutover.probe.mail;

import java.time.Instant;

/** Reads mail that comes as bytes (RFC 5322, MIME), by the same code as mail in a mailbox. */
public final class MimeMail {

    private MimeMail() {}

    /**
     * Reads what can be read; broken MIME never throws.
     *
     * @param folder where the mail lies, for its texts
     * @param received when the server took it in; bytes don't tell that
     */
    public static Mail read(byte[] raw, String folder, Instant received) {
        return MailText.read(folder, received, raw);
    }
}
