package cutover.environment.cloud;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.config.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The old application at Heroku, as far as its scheduled work is looked at. */
public record Heroku(
        @Doc("the application's name there") String app,

        @Doc("NAME of the secret that is a token of its Platform API; read is enough")
        Secret token,

        @Doc("another address of the API; leave it out for Heroku")
        Optional<URI> endpoint,

        @Doc("types of processes that run scheduled work, for instance clock") @Default("[]")
        List<String> processes,

        @Doc("types of processes that run whenever the old application is on (R9)") @Default("[web, worker]")
        List<String> serving,

        @Doc(
                "whether the scheduler add-on runs scheduled work; its list of jobs has no API, so its runs are looked for in the"
                        + " old site's log")
        @Default("true")
        boolean scheduler,

        @Doc("the longest time between two runs of the scheduler") @Default("24h")
        Duration period,

        @Doc(
                "when the jobs were last switched off, or on again; leave it out where nobody noted it, then a run in the last"
                        + " period can't be told from one before the switch")
        Optional<Instant> changedAt) {

    public Heroku {
        if (period.toMillis() < 1) {
            throw new IllegalArgumentException("the period of the scheduler is at least 1 ms");
        }
    }
}
