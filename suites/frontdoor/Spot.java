package frontdoor;

import cutover.environment.Pin;
import cutover.environment.front.Endpoint;
import cutover.environment.front.NumericAddress;
import java.net.InetSocketAddress;

/**
 * A place at which a name is asked.
 *
 * @param told the address for people, as name servers or files tell it
 * @param tool the same with its port, as tools on a command line take it
 * @param reach where the connection goes
 */
record Spot(String told, String tool, InetSocketAddress reach) {

    /** An address that is told for a name, and where it is reached. */
    static Spot at(String address, int port, InetSocketAddress reach) {
        return new Spot(address, new Endpoint(address, port).toString(), reach);
    }

    /** Where a pin leads. */
    static Spot of(Pin pin) {
        String place = new Endpoint(pin.address(), pin.toPort()).toString();
        return new Spot(place, place, new InetSocketAddress(NumericAddress.of(pin.address()), pin.toPort()));
    }

    /** A command that shows a person what was seen there. */
    String command(String name, String option) {
        return "openssl s_client " + option + " -servername " + name + " -connect " + tool;
    }
}
