package cutover.environment.front;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.runbook.Phase;
import java.net.Inet6Address;
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
        List<Endpoint> control,

        @Doc("each door") List<Door> doors) {

    public Doors {
        for (Door door : doors) {
            for (String address : door.addresses()) {
                demandControl(door, address, control);
            }
        }
        if (control.isEmpty()) {
            throw new IllegalArgumentException(
                    "control needs a door that is surely open: without one, silence proves" + " nothing");
        }
    }

    private static void demandControl(Door door, String address, List<Endpoint> control) {
        boolean six = NumericAddress.of(address) instanceof Inet6Address;
        if (control.stream().noneMatch(each -> each.six() == six)) {
            throw new IllegalArgumentException("door '" + door.name() + "' has the address " + address
                    + ", and control has none of " + (six ? "IPv6" : "IPv4"));
        }
    }

    /** One port of one machine. */
    public record Door(
            @Doc("what stands behind it, for messages") String name,

            @Doc("name that is resolved at all resolvers; leave it out for a door that has addresses only")
            Optional<String> host,

            @Doc("addresses that it has or had; they stay known when the name no longer tells them") @Default("[]")
            List<String> addresses,

            @Doc("the port") int port,

            @Doc("phases in which it must be shut, and its name must not lead to a public address") @Default("[]")
            List<Phase> shut,

            @Doc("phases in which it must be open, and its name must lead to a public address") @Default("[]")
            List<Phase> open) {

        public Door {
            addresses.forEach(NumericAddress::of);
            if (host.isEmpty() && addresses.isEmpty()) {
                throw new IllegalArgumentException("door '" + name + "' needs a host or addresses");
            }
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("ports are 1 to 65535, got " + port);
            }
            shut.stream().filter(open::contains).findFirst().ifPresent(phase -> {
                throw new IllegalArgumentException(
                        "door '" + name + "' can't be both shut and open in phase " + phase.key());
            });
        }

        /** Whether anything is expected of it in the phase. */
        public boolean in(Phase phase) {
            return shut.contains(phase) || open.contains(phase);
        }
    }
}
