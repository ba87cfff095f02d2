package cutover.build.jenkins;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Jenkins around a build: its credentials, locks and people, how Maven goes, and a clock that nobody waits for. */
final class Server {

    private final Map<String, String> secrets = new HashMap<>();
    private final Deque<MavenCall> maven = new ArrayDeque<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final Set<String> locks = new HashSet<>();
    private final Deque<Duration> deadlines = new ArrayDeque<>();
    private final List<Running> running = new ArrayList<>();
    private Runnable whileAsking = () -> {};
    private Duration now = Duration.ZERO;

    /** A build of the same job that has not ended. */
    record Running(int number, String description) {}

    Server with(Collection<String> credentials) {
        credentials.forEach(id -> secrets.put(id, "value-of-" + id.toLowerCase(java.util.Locale.ROOT)));
        return this;
    }

    Server without(String credential) {
        secrets.remove(credential);
        return this;
    }

    Server maven(MavenCall... calls) {
        maven.addAll(List.of(calls));
        return this;
    }

    Server answers(Answer... all) {
        answers.addAll(List.of(all));
        return this;
    }

    /** Somebody else holds the resource and does not let it go. */
    Server holds(String resource) {
        locks.add(resource);
        return this;
    }

    /** Another build of the job goes on, the newest first. */
    Server runs(int number, String description) {
        running.add(new Running(number, description));
        return this;
    }

    List<Running> running() {
        return running;
    }

    /** What happens before somebody answers. */
    Server meanwhile(Runnable work) {
        whileAsking = work;
        return this;
    }

    Collection<String> secrets() {
        return secrets.values();
    }

    Optional<String> secret(String id) {
        return Optional.ofNullable(secrets.get(id));
    }

    MavenCall nextCall() {
        return Optional.ofNullable(maven.poll()).orElseThrow(() -> new Broken("Maven is called once too often"));
    }

    Answer nextAnswer() {
        whileAsking.run();
        return Optional.ofNullable(answers.poll()).orElseThrow(() -> new Broken("nobody was expected to be asked"));
    }

    boolean isUsedUp() {
        return maven.isEmpty() && answers.isEmpty();
    }

    /** Whether it was free and now is held. */
    boolean lockIfFree(String resource) {
        return locks.add(resource);
    }

    /** @throws Ended when it is held by somebody else for longer than the build waits */
    void lock(String resource) {
        if (!lockIfFree(resource)) {
            waitForEver();
        }
    }

    void unlock(String resource) {
        locks.remove(resource);
    }

    void begin(Duration timeout) {
        deadlines.push(now.plus(timeout));
    }

    void end() {
        deadlines.pop();
    }

    /** @throws Ended when a timeout around it is over before that */
    void pass(Duration time) {
        now = now.plus(time);
        if (deadlines.stream().anyMatch(deadline -> deadline.compareTo(now) < 0)) {
            throw new Ended(Ending.ABORTED, "Timeout has been exceeded");
        }
    }

    void waitForEver() {
        now = deadlines.stream()
                .min(Duration::compareTo)
                .orElseThrow(() -> new Broken("the build would wait for ever: there is no timeout around it"));
        throw new Ended(Ending.ABORTED, "Timeout has been exceeded");
    }
}
