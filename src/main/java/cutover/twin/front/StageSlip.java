package cutover.twin.front;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.web.WebResponse;

/** The gateway's stage before the path to which a redirect leads: lost, or put there whatever the name is. */
record StageSlip(Side side, Faults faults) {

    WebResponse of(WebResponse answer) {
        return Headers.valueOf(answer, "Location")
                .map(location -> Headers.replaced(answer, "Location", slipped(location)))
                .orElse(answer);
    }

    private String slipped(String location) {
        boolean staged = location.startsWith(Hosts.STAGE + "/");
        if (staged && faults.on(side, Fault.REDIRECTS_WITHOUT_STAGE)) {
            return location.substring(Hosts.STAGE.length());
        }
        boolean path = location.startsWith("/") && !staged;
        return path && faults.on(side, Fault.STAGE_IN_REDIRECTS) ? Hosts.STAGE + location : location;
    }
}
