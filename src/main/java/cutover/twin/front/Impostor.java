package cutover.twin.front;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.web.WebResponse;
import java.util.Optional;

/** Somebody else who answers in the application's place. */
record Impostor(Side side, Faults faults) {

    /** The foreign answer; nothing while the application is asked itself. */
    Optional<WebResponse> answer(String path) {
        if (faults.on(side, Fault.PARKING_PAGE)) {
            return Optional.of(ParkingPage.shown());
        }
        if (faults.on(side, Fault.FOREIGN_HEALTH) && path.equals("/health/")) {
            return Optional.of(WebResponse.text(200, "application/json", "{\"status\":\"UP\"}")
                    .with("Server", "nginx"));
        }
        return Optional.empty();
    }
}
