package cutover.probe.dns;

/** How a DNS message travels: RFC 1035 section 4.2. */
public enum Transport {
    /** One datagram each way; an answer that does not fit says so and is fetched over TCP. */
    UDP,
    /** A stream of messages, each behind its length in two bytes. */
    TCP
}
