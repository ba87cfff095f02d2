package cutover.probe.dns;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An answer came.
 *
 * @param rcode in upper case: NOERROR, NXDOMAIN, SERVFAIL, REFUSED, FORMERR, …
 * @param aa the server answers with authority
 * @param tc cut, even over {@link #transport}
 * @param ad the resolver has verified the signatures
 * @param ra the server would find out for us
 * @param answer records of class IN in the order in which they came; so for the other two sections, without the
 *     pseudo-records of EDNS and of transactions
 * @param bytes size of the message
 */
public record Answered(
        Query query,
        Transport transport,
        String rcode,
        boolean aa,
        boolean tc,
        boolean ad,
        boolean ra,
        List<Resource> answer,
        List<Resource> authority,
        List<Resource> additional,
        Duration took,
        int bytes,
        Instant at,
        int ignored)
        implements DnsObservation {

    public Answered {
        answer = List.copyOf(answer);
        authority = List.copyOf(authority);
        additional = List.copyOf(additional);
    }

    /** The answer section's records of that name and type; without regard to case or a last dot. */
    public List<Resource> rrset(String name, String type) {
        String canonical = Names.canonical(name);
        String upper = type.toUpperCase(Locale.ROOT);
        return answer.stream().filter(each -> each.is(canonical, upper)).toList();
    }

    /** What was asked for, at the end of the chain of CNAMEs; empty when there is none. */
    public List<Resource> records() {
        List<String> chain = chain();
        return rrset(chain.get(chain.size() - 1), question().type());
    }

    /**
     * The names from the question along the CNAMEs of the answer section; only the asked one when there are none. It
     * ends before a name that it holds already.
     */
    public List<String> chain() {
        List<String> chain = new ArrayList<>(List.of(question().name()));
        Optional<String> next = target(chain.get(0));
        while (next.isPresent() && !chain.contains(next.get())) {
            chain.add(next.get());
            next = target(next.get());
        }
        return List.copyOf(chain);
    }

    private Optional<String> target(String name) {
        return question().type().equals("CNAME")
                ? Optional.empty()
                : rrset(name, "CNAME").stream().map(Resource::data).findFirst();
    }

    public boolean noerror() {
        return rcode.equals("NOERROR");
    }

    /** There is no such name, of any type. */
    public boolean nxdomain() {
        return rcode.equals("NXDOMAIN");
    }

    /**
     * The name exists and has no record of that type: RFC 2308 section 2.2. Not so when the answer leads elsewhere, be
     * it by a delegation or by a CNAME whose target it does not tell about.
     */
    public boolean nodata() {
        boolean elsewhere = chain().size() > 1 && soa().isEmpty();
        return noerror() && records().isEmpty() && !referral() && !elsewhere;
    }

    public boolean servfail() {
        return rcode.equals("SERVFAIL");
    }

    public boolean refused() {
        return rcode.equals("REFUSED");
    }

    /** The server knows only who may know: NS records in the authority section, nothing else. */
    public boolean referral() {
        return noerror()
                && !aa
                && answer.isEmpty()
                && soa().isEmpty()
                && authority.stream().anyMatch(each -> each.type().equals("NS"));
    }

    /**
     * No error, no authority and no answer. That is so for a server that does not serve the zone that it is listed for,
     * unless it answers with an error; the parent's servers answer like this with good reason, see {@link #referral}.
     */
    public boolean lame() {
        return noerror() && !aa && answer.isEmpty();
    }

    /** The SOA that came along, as the answer or to tell that there is none. */
    public Optional<Soa> soa() {
        return Stream.concat(answer.stream(), authority.stream())
                .flatMap(each -> Soa.of(each).stream())
                .findFirst();
    }

    /**
     * How long a resolver may remember that there is nothing: the lesser of the SOA's TTL and its last field, RFC 2308
     * section 5. Empty when there is something, or when no SOA came along and nothing may be remembered.
     */
    public Optional<Duration> negativeTtl() {
        return nxdomain() || nodata() ? soa().map(Soa::negativeTtl) : Optional.empty();
    }

    @Override
    public <T> T fold(Function<Answered, T> answered, Function<Silent, T> silent) {
        return answered.apply(this);
    }
}
