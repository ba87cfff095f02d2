package cutover.twin;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.HerokuRouter.App;
import java.util.function.BooleanSupplier;

/** What the old platform's router finds under the application's domain, and under the name that the platform gave it. */
record OldApp(World world, BooleanSupplier maintenance, Faults faults) {

    /** The domain is taken away from the application the day after. */
    App underItsDomain() {
        boolean removed = world.is(Deed.OLD_DOMAIN_REMOVED) && !on(Fault.OLD_DOMAIN_STILL_SERVED);
        if (removed || on(Fault.OLD_APP_DELETED)) {
            return App.NO_SUCH_APP;
        }
        if (maintenance.getAsBoolean() || isOn() && on(Fault.OLD_APP_IN_MAINTENANCE)) {
            return App.MAINTENANCE;
        }
        return isOn() || on(Fault.OLD_DOMAIN_STILL_SERVED) ? App.RUNNING : App.NO_PROCESSES;
    }

    /** The application itself is kept, without processes, so that nobody else gets its name. */
    App underItsPlatformName() {
        if (on(Fault.OLD_APP_DELETED)) {
            return App.NO_SUCH_APP;
        }
        if (maintenance.getAsBoolean() || on(Fault.OLD_APP_IN_MAINTENANCE)) {
            return App.MAINTENANCE;
        }
        return isOn() || on(Fault.OLD_APP_STILL_ON) ? App.RUNNING : App.NO_PROCESSES;
    }

    private boolean isOn() {
        return !world.is(Deed.OLD_APP_OFF) && !on(Fault.OLD_APP_LEFT_OFF);
    }

    private boolean on(Fault fault) {
        return faults.on(Side.NEW, fault);
    }
}
