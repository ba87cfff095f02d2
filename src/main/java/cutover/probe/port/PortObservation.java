package cutover.probe.port;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What became of one attempt to connect. */
public sealed interface PortObservation
        permits PortObservation.Open, PortObservation.Closed, PortObservation.Filtered, PortObservation.OwnTrouble {

    /** Where we knocked. */
    InetSocketAddress address();

    /** When we knocked. */
    Instant at();

    /** From then to the connection, or to the moment when it was clear that there will be none. */
    Duration took();

    /** One line for people; begins with the address. */
    String told();

    /** Applies the function for the case at hand; a new case breaks every caller at compile time. */
    <T> T fold(
            Function<Open, T> open,
            Function<Closed, T> closed,
            Function<Filtered, T> filtered,
            Function<OwnTrouble, T> ownTrouble);

    /**
     * A connection stood.
     *
     * @param greeting the first bytes that the server sent by itself, control characters escaped, at most 256 of them;
     *     empty when it said nothing within the time for it, as most protocols want it
     */
    record Open(InetSocketAddress address, Instant at, Duration took, Optional<String> greeting)
            implements PortObservation {

        @Override
        public String told() {
            return Told.of(address) + " is open"
                    + greeting.map(words -> " and greets with \"" + words + "\"")
                            .orElse("");
        }

        @Override
        public <T> T fold(
                Function<Open, T> open,
                Function<Closed, T> closed,
                Function<Filtered, T> filtered,
                Function<OwnTrouble, T> ownTrouble) {
            return open.apply(this);
        }
    }

    /** The host, or a firewall that speaks for it, refused the connection: a TCP reset, or ICMP "port unreachable". */
    record Closed(InetSocketAddress address, Instant at, Duration took) implements PortObservation {

        @Override
        public String told() {
            return Told.of(address) + " is closed: the connection was refused";
        }

        @Override
        public <T> T fold(
                Function<Open, T> open,
                Function<Closed, T> closed,
                Function<Filtered, T> filtered,
                Function<OwnTrouble, T> ownTrouble) {
            return closed.apply(this);
        }
    }

    /**
     * Nothing of the host itself was heard. Silence is also what a machine hears whose own way out is cut: it proves a
     * shut door only beside a door that is known to be open.
     */
    record Filtered(InetSocketAddress address, Instant at, Duration took, How how, String detail)
            implements PortObservation {

        /** How the connection was kept from us. */
        public enum How {
            /** No answer in time, as behind a firewall that drops packets, or from a host that is off. */
            SILENCE,
            /** The network answered with ICMP: prohibited, or host or network unreachable. */
            ICMP
        }

        @Override
        public String told() {
            return Told.of(address) + " is not reachable: " + detail;
        }

        @Override
        public <T> T fold(
                Function<Open, T> open,
                Function<Closed, T> closed,
                Function<Filtered, T> filtered,
                Function<OwnTrouble, T> ownTrouble) {
            return filtered.apply(this);
        }
    }

    /** The attempt did not leave this machine: no route, no IPv6 here, forbidden by a local rule. Says nothing of them. */
    record OwnTrouble(InetSocketAddress address, Instant at, Duration took, String detail) implements PortObservation {

        @Override
        public String told() {
            return Told.of(address) + " could not be tried from here: " + detail;
        }

        @Override
        public <T> T fold(
                Function<Open, T> open,
                Function<Closed, T> closed,
                Function<Filtered, T> filtered,
                Function<OwnTrouble, T> ownTrouble) {
            return ownTrouble.apply(this);
        }
    }
}
