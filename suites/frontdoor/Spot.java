package frontdoor;

import java.net.InetSocketAddress;

/**
 * A place at which a name is asked.
 *
 * @param told the address for people, as name servers or files tell it
 * @param reach where the connection goes
 */
record Spot(String told, InetSocketAddress reach) {}
