package cutover.environment.front;

import cutover.config.Default;
import cutover.config.Doc;

/** A resolver whose users must reach the application. */
public record Resolver(
        @Doc("whose it is, for messages") String name,
        @Doc("its IPv4 or IPv6 address") String address,

        @Doc("true when it is known to verify signatures (DNSSEC); then a zone that is signed must verify there")
        @Default("false")
        boolean validates) {

    public Resolver {
        NumericAddress.of(address);
    }
}
