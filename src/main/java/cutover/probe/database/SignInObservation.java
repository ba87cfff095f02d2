package cutover.probe.database;

import java.util.function.Function;

/** What a database said to somebody who wanted to sign in. */
public sealed interface SignInObservation
        permits SignInObservation.Entered, SignInObservation.Refused, SignInObservation.Untold {

    /** Applies the function for the case at hand; a new case breaks every caller at compile time. */
    <T> T fold(Function<Entered, T> entered, Function<Refused, T> refused, Function<Untold, T> untold);

    /** The password is good, whatever came after it. */
    record Entered(String detail) implements SignInObservation {

        @Override
        public <T> T fold(Function<Entered, T> entered, Function<Refused, T> refused, Function<Untold, T> untold) {
            return entered.apply(this);
        }
    }

    /** The password is wrong, or there is no such user, which PostgreSQL does not tell apart. */
    record Refused(String detail) implements SignInObservation {

        @Override
        public <T> T fold(Function<Entered, T> entered, Function<Refused, T> refused, Function<Untold, T> untold) {
            return refused.apply(this);
        }
    }

    /** Nobody looked at the password: no connection, or a server that does not want us from here. */
    record Untold(String detail) implements SignInObservation {

        @Override
        public <T> T fold(Function<Entered, T> entered, Function<Refused, T> refused, Function<Untold, T> untold) {
            return untold.apply(this);
        }
    }
}
