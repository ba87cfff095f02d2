package cutover.probe.dns;

import java.util.Objects;

/**
 * One question to one server.
 *
 * @param transport where it begins; a truncated answer over UDP is fetched over TCP
 * @param recursion whether the server is asked to find out itself (RD); false for an authoritative server
 * @param dnssecOk whether signatures are wanted along (DO, RFC 3225)
 * @param unchecked whether a resolver that verifies signatures shall leave that (CD, RFC 4035 section 3.2.2)
 */
public record Query(
        NameServer server,
        Question question,
        Transport transport,
        boolean recursion,
        boolean dnssecOk,
        boolean unchecked) {

    public Query {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(transport, "transport");
    }

    /** With whatever checks the server makes. */
    public Query(NameServer server, Question question, Transport transport, boolean recursion, boolean dnssecOk) {
        this(server, question, transport, recursion, dnssecOk, false);
    }

    /** Over UDP, of a server that should know by itself. */
    public static Query authoritative(NameServer server, Question question) {
        return new Query(server, question, Transport.UDP, false, false);
    }

    /** Over UDP, of a resolver that finds out. */
    public static Query recursive(NameServer server, Question question) {
        return new Query(server, question, Transport.UDP, true, false);
    }

    /** The same of a resolver that shall verify nothing. */
    public Query withoutChecking() {
        return new Query(server, question, transport, recursion, dnssecOk, true);
    }

    /** "www.example.org A of ns1.example.org (192.0.2.1:53)". */
    public String told() {
        return question.told() + " of " + server.told();
    }
}
