package cutover.twin.mailgun;

import cutover.twin.internet.Asked;
import cutover.twin.internet.Came;
import cutover.twin.internet.Internet;
import cutover.twin.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** A web that keeps what it was asked and answers as it was told. */
final class Web implements Internet {

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Asked, Came> answers = request -> status(200);

    @Override
    public Came fetch(Asked request) {
        asked.add(request);
        return answers.apply(request);
    }

    void answer(Function<Asked, Came> next) {
        answers = next;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Waits for so many requests. */
    List<Asked> awaited(int count) {
        return Awaitility.await().atMost(Duration.ofSeconds(10)).until(this::asked, all -> all.size() >= count);
    }

    static Came status(int status) {
        return new Came.Answer(WebResponse.text(status, "text/plain", "said " + status));
    }

    static String text(Asked request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    static String header(Asked request, String name) {
        return request.headers().stream()
                .filter(header -> header.getKey().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
