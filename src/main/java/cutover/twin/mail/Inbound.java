package cutover.twin.mail;

/** Somebody else's mail exchanger for the domains whose mail does not end in a mailbox here. */
public interface Inbound {

    /**
     * Whether mail to that address is its own.
     *
     * @param recipient bare address at one of {@link MailHost#FORWARDED}
     */
    boolean takes(String recipient);

    /**
     * Gets a mail. Called within the SMTP exchange, while no other mail can be handed in: it must only note the mail and
     * return, and do what follows from it on a thread of its own.
     *
     * @param recipient bare address
     * @param mime the whole message (RFC 5322)
     */
    void receive(String recipient, byte[] mime);
}
