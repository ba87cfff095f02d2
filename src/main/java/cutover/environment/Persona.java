package cutover.environment;

import cutover.config.Doc;
import cutover.config.Secret;

/** Somebody who signs in. Use accounts that were made for this suite: they sign in on every run. */
public record Persona(
        @Doc("what is typed into the first field of the sign-in form")
        String login,

        @Doc("NAME of the secret that holds the password") Secret password) {

    /** Name of the secret that holds the password, for messages. */
    public String passwordName() {
        return password.name();
    }

    /** The password itself, for the form only. */
    public String typed() {
        return password.reveal();
    }
}
