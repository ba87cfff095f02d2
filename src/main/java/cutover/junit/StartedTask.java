package cutover.junit;

import java.util.function.Function;

/** What became of the attempt to start a task. */
public sealed interface StartedTask {

    /** How it was started, for a person who wants to do the same. */
    String how();

    /** Applies the function for the case at hand. */
    <T> T fold(Function<Accepted, T> accepted, Function<Failed, T> failed, Function<Unable, T> unable);

    /**
     * The platform took it.
     *
     * @param requestId the invocation or process that started it; empty where the platform names none
     */
    record Accepted(String how, String requestId) implements StartedTask {
        @Override
        public <T> T fold(Function<Accepted, T> accepted, Function<Failed, T> failed, Function<Unable, T> unable) {
            return accepted.apply(this);
        }
    }

    /** The platform took it and it failed. */
    record Failed(String how, String detail) implements StartedTask {
        @Override
        public <T> T fold(Function<Accepted, T> accepted, Function<Failed, T> failed, Function<Unable, T> unable) {
            return failed.apply(this);
        }
    }

    /** We could not even ask: no credential, no network, no program. */
    record Unable(String how, String detail) implements StartedTask {
        @Override
        public <T> T fold(Function<Accepted, T> accepted, Function<Failed, T> failed, Function<Unable, T> unable) {
            return unable.apply(this);
        }
    }
}
