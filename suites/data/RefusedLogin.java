package data;

import cutover.environment.cloud.RetiredLogin;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.database.DatabaseProbe;
import cutover.probe.database.Login;
import java.util.Optional;

/** Whether the database refuses the password that the old host knew. */
final class RefusedLogin {

    private final Workbench bench;

    RefusedLogin(Workbench bench) {
        this.bench = bench;
    }

    void judged() {
        Optional<RetiredLogin> known = bench.environment().retiredLogin();
        if (known.isEmpty()) {
            new Asking(bench, "retired-login")
                    .notKnown(
                            "how the old host signed in to the database",
                            "retired-login",
                            "a password that is refused");
        }
        known.ifPresent(login -> judge(login, bench.accounts().login(login)));
    }

    private void judge(RetiredLogin known, Login login) {
        bench.findings().progress("signing in as " + known.user() + " with the old password");
        bench.findings()
                .add(new DatabaseProbe()
                        .look(login)
                        .<Finding>fold(
                                entered -> Finding.unmet(
                                                "the old password of " + known.user() + " still opens the database")
                                        .expected("a refusal of " + known.password())
                                        .butWas(entered.detail())
                                        .lookAt(login.toString()),
                                refused -> Finding.met("the database refuses the old password of " + known.user()
                                        + "; that the applications have the new one is L9's and L11's to show"),
                                untold -> Finding.unknown("nobody could be asked whether the old password of "
                                                + known.user() + " still opens the database")
                                        .expected("a refusal by the database itself")
                                        .because(untold.detail())
                                        .lookAt(login.toString())
                                        .lookAt("config/environments, retired-login")
                                        .toDo(
                                                "once the database is not public, open a tunnel to it and name its end; or"
                                                        + " try the old password by hand from inside")));
    }
}
