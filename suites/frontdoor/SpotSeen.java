package frontdoor;

import cutover.probe.tls.ProtocolAnswer;
import cutover.probe.tls.TlsObservation;
import java.util.List;

/**
 * One place, looked at.
 *
 * @param versions none when there was no handshake
 */
record SpotSeen(Spot spot, TlsObservation seen, List<ProtocolAnswer> versions) {

    SpotSeen {
        versions = List.copyOf(versions);
    }
}
