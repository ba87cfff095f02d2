package cutover.probe.browser;

import java.util.function.Function;

/** How one act on a page went. */
public sealed interface Acted {

    /** Applies the function for the case at hand. */
    <T> T fold(
            Function<Done, T> done,
            Function<Missing, T> missing,
            Function<TimedOut, T> timedOut,
            Function<Broken, T> broken);

    /** True when the act was done; what it led to is for a look to tell. */
    default boolean done() {
        return this instanceof Done;
    }

    /** It was done. */
    record Done() implements Acted {
        @Override
        public <T> T fold(
                Function<Done, T> done,
                Function<Missing, T> missing,
                Function<TimedOut, T> timedOut,
                Function<Broken, T> broken) {
            return done.apply(this);
        }
    }

    /**
     * The page, quiet, has no such element.
     *
     * @param selector the CSS selector
     */
    record Missing(String selector) implements Acted {
        @Override
        public <T> T fold(
                Function<Done, T> done,
                Function<Missing, T> missing,
                Function<TimedOut, T> timedOut,
                Function<Broken, T> broken) {
            return missing.apply(this);
        }
    }

    /**
     * It was done, but what it led to did not come within its limit.
     *
     * @param what did not come
     */
    record TimedOut(String what) implements Acted {
        @Override
        public <T> T fold(
                Function<Done, T> done,
                Function<Missing, T> missing,
                Function<TimedOut, T> timedOut,
                Function<Broken, T> broken) {
            return timedOut.apply(this);
        }
    }

    /**
     * It could not be done: the element is hidden, covered or not to be written into, or the browser is gone.
     *
     * @param detail the browser's own word
     */
    record Broken(String detail) implements Acted {
        @Override
        public <T> T fold(
                Function<Done, T> done,
                Function<Missing, T> missing,
                Function<TimedOut, T> timedOut,
                Function<Broken, T> broken) {
            return broken.apply(this);
        }
    }
}
