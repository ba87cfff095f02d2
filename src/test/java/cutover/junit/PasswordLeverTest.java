package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.database.DatabaseProbe;
import cutover.probe.database.Login;
import cutover.probe.database.SignInObservation;
import cutover.provider.Told;
import cutover.provider.postgres.DatabaseUsers;
import cutover.provider.postgres.OwnerLogin;
import cutover.twin.Moment;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Changing the password of the database's user, on the twin. */
class PasswordLeverTest extends OneLeverTwin {

    @Test
    void theUserSignsInWithTheNewPasswordAndNoLongerWithTheOldOne() {
        assertThat(entered(old())).isTrue();

        assertThat(users().changePassword("cmr", "it's new")).isEqualTo(Told.value(true));

        assertThat(entered("it's new")).isTrue();
        assertThat(entered(old())).isFalse();
    }

    @Test
    void aMomentAndAResetBringTheOldOneBack() {
        users().changePassword("cmr", "new");
        lever.twin.reset();
        assertThat(entered(old())).isTrue();
        users().changePassword("cmr", "new");
        lever.twin.at(Moment.SWITCHED);
        assertThat(entered(old())).isTrue();
        lever.twin.at(Moment.CLOSED);
        users().changePassword("cmr", old());
        assertThat(entered(old())).isTrue();
    }

    @Test
    void whatWeMayNotChangeAndWhatIsNotThereIsRefused() {
        assertThat(users().changePassword("postgres", "mine").trouble())
                .startsWith("it refuses our call with 403 42501: ")
                .doesNotContain("mine");
        assertThat(users().changePassword("nobody", "mine").trouble()).startsWith("it refuses our call with 404 42704");
    }

    @Test
    void aWrongPasswordOfOursIsRefusedAndNobodyThereIsTroubleOfOurs() throws IOException {
        assertThat(users("wrong", port()).changePassword("cmr", "new").trouble())
                .startsWith("it refuses our call with 401 28P01: ");
        int nowhere = LeverTwin.nowhere().getPort();
        assertThat(users("wrong", nowhere).changePassword("cmr", "new").trouble())
                .startsWith("master at 127.0.0.1:" + nowhere + "/intake does not answer: ");
        assertThat(entered(old())).isTrue();
    }

    private DatabaseUsers users() {
        return users(lever.secret("TWIN_MASTER_PASSWORD"), port());
    }

    private DatabaseUsers users(String password, int port) {
        return new DatabaseUsers(
                new OwnerLogin("127.0.0.1", port, "intake", "master", () -> password, LeverTwin.PATIENCE));
    }

    private boolean entered(String password) {
        return new DatabaseProbe()
                        .look(new Login("127.0.0.1", port(), "intake", "cmr", () -> password, LeverTwin.PATIENCE))
                instanceof SignInObservation.Entered;
    }

    private String old() {
        return lever.secret("TWIN_RETIRED_DATABASE_PASSWORD");
    }

    private int port() {
        return Integer.parseInt(lever.value("twin.postgres.port"));
    }
}
