package cutover.environment.front;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.runbook.Phase;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** One file in {@code config}: which addresses lead where. Paths and queries stand as they go over the wire. */
public record Redirects(
        @Doc("each rule is tried with each of them; {run} is the run's id")
        List<String> paths,

        @Doc("and each of these behind it, without the question mark; an empty one means none") @Default("['']")
        List<String> queries,

        @Doc("at most so many redirects until the target") @Default("2")
        int hops,

        @Doc("hosts that no visitor may be sent to; .example.org stands for every host below it") @Default("[]")
        List<String> neverShown,

        @Doc("phases in which going back is still possible: no redirect may be permanent or long remembered")
        @Default("[before, uat, live, rolledback]")
        List<Phase> revocableIn,

        @Doc("while going back is possible, an answer of a redirecting name may be remembered at most so long")
        @Default("5m")
        Duration remembered,

        @Doc("which addresses lead where") List<Rule> rules,

        @Doc("old links that the application itself still knows") @Default("[]")
        List<Legacy> legacy) {

    /** Where some origins lead. */
    public record Rule(
            @Doc("scheme and host of each that redirects") List<URI> from,

            @Doc("scheme and host that they lead to, path and query kept")
            URI to,

            @Doc("phases in which they do; leave it out for all") @Default("[]")
            List<Phase> phases,

            @Doc("true where a permanent redirect is harmless, as from http to https of the same name")
            @Default("false")
            boolean permanent) {

        public Rule {
            from.forEach(Rule::demandOrigin);
            demandOrigin(to);
        }

        /** Whether it holds in the phase. */
        public boolean in(Phase phase) {
            return phases.isEmpty() || phases.contains(phase);
        }

        private static void demandOrigin(URI uri) {
            if (uri.getHost() == null
                    || !List.of("http", "https").contains(uri.getScheme())
                    || !uri.getRawPath().isEmpty()) {
                throw new IllegalArgumentException(
                        "an origin is http://host or https://host without a path, got " + uri);
            }
        }
    }

    /** A link from long ago. */
    public record Legacy(
            @Doc("path and query, as people have kept it") String path,

            @Doc("path and query at which it ends at the target, sign-in page included")
            String endsAt,

            @Doc("at most so many redirects until there") @Default("3")
            int hops) {}
}
