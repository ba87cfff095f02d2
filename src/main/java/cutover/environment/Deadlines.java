package cutover.environment;

import cutover.config.Default;
import cutover.config.Doc;
import java.time.Duration;

/** How long to wait for what; after that the expectation is unmet. */
public record Deadlines(
        @Doc("until the site appears under its name") Duration appears,
        @Doc("until an error mail is in the mailbox") Duration mail,
        @Doc("until a log record can be found") Duration log,
        @Doc("until the debug task has written its line") Duration task,

        @Doc("how long to go on looking for a second copy where exactly one is expected")
        Duration settle,

        @Doc("until a test call has ended") @Default("3m") Duration call,

        @Doc("for one HTTP exchange") Duration exchange,
        @Doc("for one page in the browser") Duration page,

        @Doc("a page that took longer than this is a finding")
        Duration pageBudget) {}
