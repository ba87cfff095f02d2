package cutover.environment.front;

import cutover.config.Doc;

/** A name server and where it answers. */
public record ServerPlace(
        @Doc("its name, without the last dot") String name,
        @Doc("its IPv4 or IPv6 address") String address) {

    public ServerPlace {
        NumericAddress.of(address);
    }
}
