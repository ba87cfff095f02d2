package cutover.environment.front;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.runbook.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Certificates and protocols of the names that people and providers call by https. */
public record Certificates(
        @Doc("each name; asked at each of its addresses") List<Name> names,

        @Doc("a certificate that is valid for fewer days is a finding") @Default("14")
        int daysLeft,

        @Doc("versions of TLS that must be accepted: TLSv1.2, TLSv1.3") @Default("[TLSv1.2]")
        List<String> accepted,

        @Doc("versions of TLS that must not be accepted") @Default("[TLSv1, TLSv1.1]")
        List<String> refused,

        @Doc("patterns of the names in the certificates that platforms show for a name that they do not know yet")
        @Default("['.*\\.amazonaws\\.com', '.*\\.cloudfront\\.net', '.*\\.herokuapp\\.com', '.*\\.herokussl\\.com']")
        List<Pattern> platformNames) {

    private static final List<String> VERSIONS = List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");

    public Certificates {
        List<String> both = new ArrayList<>(accepted);
        both.addAll(refused);
        both.stream().filter(version -> !VERSIONS.contains(version)).findFirst().ifPresent(version -> {
            throw new IllegalArgumentException(
                    "no version of TLS is called '" + version + "'; there are " + String.join(", ", VERSIONS));
        });
        accepted.stream().filter(refused::contains).findFirst().ifPresent(version -> {
            throw new IllegalArgumentException(version + " can't be both accepted and refused");
        });
    }

    /** The names that must have their certificate in the phase. */
    public List<Name> in(Phase phase) {
        return names.stream().filter(name -> name.in(phase)).toList();
    }

    /** One name, or one name at some places; the same name may be there twice, for different phases. */
    public record Name(
            @Doc("the host") String name,

            @Doc(
                    "addresses at which it is asked instead of those that its name tells: where it will lead, or led before")
            @Default("[]")
            List<String> at,

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

        public Name {
            at.forEach(NumericAddress::of);
        }

        /** Whether it must have its certificate in the phase. */
        public boolean in(Phase phase) {
            return phases.isEmpty() || phases.contains(phase);
        }
    }
}
