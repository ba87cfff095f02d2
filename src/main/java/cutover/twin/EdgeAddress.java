package cutover.twin;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Front;
import cutover.twin.front.Incoming;
import cutover.twin.front.ParkingPage;
import cutover.twin.front.Reply;

/** One of the new name's addresses, at which somebody else may answer while all others are right. */
record EdgeAddress(Faults faults, Front newSite, Front oldSite) implements Front {

    @Override
    public Reply answer(Incoming request) {
        if (faults.on(Side.NEW, Fault.EDGE_ADDRESS_OLD)) {
            return oldSite.answer(underItsOwnName(request));
        }
        return faults.on(Side.NEW, Fault.EDGE_ADDRESS_PARKED)
                ? Reply.now(ParkingPage.shown())
                : newSite.answer(request);
    }

    /** The old application would not let itself be found under the new name; a forgotten mapping lets it. */
    private static Incoming underItsOwnName(Incoming request) {
        return request.under(cutover.twin.front.Hosts.OLD);
    }
}
