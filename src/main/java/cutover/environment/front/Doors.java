package cutover.environment.front;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.runbook.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** TCP ports that must be shut, or open, for the outside. */
public record Doors(
        @Doc("how long to wait for a connection; a port that drops packets is told by this alone") @Default("5s")
        Duration timeout,

        @Doc(
                "address:port of a door that is surely open, one for each address family that is looked at; without an answer"
                        + " there it is our own network that is down")
        List<String> control,

        @Doc("each door") List<Door> doors) {

    /** One port of one machine. */
    public record Door(
            @Doc("what stands behind it, for messages") String name,

            @Doc("name that is resolved at all resolvers; leave it out for a door that has addresses only")
            Optional<String> host,

            @Doc("addresses that it has or had; they stay known when the name no longer tells them") @Default("[]")
            List<String> addresses,

            @Doc("the port") int port,

            @Doc("phases in which it must be shut, and its name must not lead to a public address")
            List<Phase> shut,

            @Doc("phases in which it must be open") @Default("[]")
            List<Phase> open) {

        public Door {
            addresses.forEach(NumericAddress::of);
            if (host.isEmpty() && addresses.isEmpty()) {
                throw new IllegalArgumentException("door '" + name + "' needs a host or addresses");
            }
        }
    }
}
