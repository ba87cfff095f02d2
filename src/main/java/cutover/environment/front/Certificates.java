package cutover.environment.front;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.runbook.Phase;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Certificates and protocols of the names that people and providers call by https. */
public record Certificates(
        @Doc("each name; asked at each of its addresses") List<Name> names,

        @Doc("a certificate that is valid for fewer days is a finding") @Default("14")
        int daysLeft,

        @Doc("versions of TLS that must be accepted") @Default("[TLSv1.2]")
        List<String> accepted,

        @Doc("versions of TLS that must not be accepted") @Default("[TLSv1, TLSv1.1]")
        List<String> refused) {

    /** One name. */
    public record Name(
            @Doc("the host") String name,

            @Doc("phases in which it must have its certificate; leave it out for all") @Default("[]")
            List<Phase> phases,

            @Doc("pattern of the issuer's distinguished name, as in RFC 2253; leave it out for any trusted one")
            Optional<Pattern> issuer,

            @Doc(
                    "domain by which a CAA record must permit its issuer, where there is such a record; leave it out to look"
                            + " at none")
            Optional<String> caa,

            @Doc("true where a stapled OCSP response is promised") @Default("false")
            boolean staple) {

        /** Whether it must have its certificate in the phase. */
        public boolean in(Phase phase) {
            return phases.isEmpty() || phases.contains(phase);
        }
    }
}
