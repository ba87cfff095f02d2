package cutover.twin.twilio;

import cutover.twin.web.WebResponse;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What came of a request to the customer. */
sealed interface Fetched {

    <T> T fold(Function<Arrived, T> arrived, Function<Failed, T> failed);

    /** Goes on from here, one way or the other. */
    default void then(Consumer<Arrived> arrived, Consumer<Failed> failed) {
        Runnable next = fold(one -> () -> arrived.accept(one), other -> () -> failed.accept(other));
        next.run();
    }

    /**
     * A 2xx answer.
     *
     * @param request the last one, after all redirects
     */
    record Arrived(Trouble.Sent request, WebResponse response) implements Fetched {

        @Override
        public <T> T fold(Function<Arrived, T> arrived, Function<Failed, T> failed) {
            return arrived.apply(this);
        }

        boolean empty() {
            return response.body().length == 0;
        }

        /** The media type without parameters, lower case; empty when none was sent. */
        String type() {
            return header("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        }

        Trouble trouble(Mishap mishap) {
            return Trouble.of(mishap, request).with(response);
        }

        private String header(String name) {
            return Fetched.header(response, name);
        }
    }

    /** No answer, or one that is of no use. */
    record Failed(Trouble trouble) implements Fetched {

        @Override
        public <T> T fold(Function<Arrived, T> arrived, Function<Failed, T> failed) {
            return failed.apply(this);
        }
    }

    /** The first header of that name; empty when there is none. */
    static String header(WebResponse response, String name) {
        return response.headers().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
