package cutover.probe.tls;

/**
 * What a peer makes of one version of TLS.
 *
 * @param detail how it is known, one line
 */
public record ProtocolAnswer(Protocol protocol, Stance stance, String detail) {

    /** Accepted, declined, or not known. */
    public enum Stance {
        /** The peer chose the version. */
        ACCEPTED,
        /** The peer gave a reason that has to do with the version, chose another one, or hung up on this one only. */
        DECLINED,
        /** Could not tell: no connection, silence, something that is not TLS. */
        UNKNOWN
    }

    static ProtocolAnswer accepted(Protocol protocol, String detail) {
        return new ProtocolAnswer(protocol, Stance.ACCEPTED, detail);
    }

    static ProtocolAnswer declined(Protocol protocol, String detail) {
        return new ProtocolAnswer(protocol, Stance.DECLINED, detail);
    }

    static ProtocolAnswer unknown(Protocol protocol, String detail) {
        return new ProtocolAnswer(protocol, Stance.UNKNOWN, detail);
    }
}
