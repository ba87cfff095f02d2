package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.site.store.Db;
import cutover.twin.web.Letter;
import cutover.twin.web.LogSink;
import cutover.twin.web.Outbox;
import cutover.twin.web.Tasks;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The application on both sides over one real database, with everything it sends kept in lists. */
final class Rehearsed implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2018-03-15T17:00:00Z"), ZoneOffset.UTC);
    static final String VOICEMAIL = "voicemail@cutover.example";
    static final String HOST = "www.clearmyrecord.org";
    static final String OLD_HOST = "clearmyrecord.codeforamerica.org";
    static final String STAGE_HOST = "abc123.execute-api.us-east-1.amazonaws.com";

    final Faults faults = new Faults();
    final List<String> log = new CopyOnWriteArrayList<>();
    final List<Mail> mails = new CopyOnWriteArrayList<>();
    final List<Letter> letters = new CopyOnWriteArrayList<>();
    final SeedFacts facts;
    final DataSource database;
    final ClearMyRecord site;
    final ClearMyRecord oldSite;
    final Movable clock = new Movable();
    volatile boolean mailFails;
    volatile boolean lettersFail;

    private final Closing closing;

    /** What is to be closed with it. */
    @FunctionalInterface
    private interface Closing {
        void close() throws IOException;
    }

    /** Stands at {@link #CLOCK} until it is set. */
    static final class Movable extends Clock {

        private volatile Instant now = CLOCK.instant();

        void set(Instant time) {
            now = time;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    record Mail(String from, List<String> to, String subject, String text) {}

    /** With a database server of its own. */
    Rehearsed() throws IOException {
        this(EmbeddedPostgres.start());
    }

    private Rehearsed(EmbeddedPostgres postgres) {
        this(postgres.getPostgresDatabase(), seed(postgres.getPostgresDatabase()), postgres::close);
    }

    private Rehearsed(DataSource database, SeedFacts facts, Closing closing) {
        this.database = database;
        this.facts = facts;
        this.closing = closing;
        site = site(Side.NEW, HOST, "https://static-bucket.s3.amazonaws.com", "a1b2c3d4e5f6");
        oldSite = site(Side.OLD, OLD_HOST, "", "0f0e0d0c0b0a");
    }

    /** On a fresh copy of a seeded database. */
    static Rehearsed on(EmbeddedPostgres postgres, SeedFacts facts, String copy) {
        try (Db db = new Db(postgres.getPostgresDatabase()::getConnection)) {
            db.update("create database " + copy + " template seeded");
        }
        return new Rehearsed(postgres.getDatabase("postgres", copy), facts, () -> {});
    }

    /** Seeds the database from which copies are made. */
    static SeedFacts template(EmbeddedPostgres postgres) {
        try (Db db = new Db(postgres.getPostgresDatabase()::getConnection)) {
            db.update("create database seeded");
        }
        return seed(postgres.getDatabase("postgres", "seeded"));
    }

    static SeedFacts seed(DataSource database) {
        Map<String, String> passwords =
                People.PERSONAS.stream().collect(Collectors.toMap(persona -> persona, Rehearsed::password));
        return Seed.into(database, new People(passwords), CLOCK);
    }

    static String password(String persona) {
        return "pass phrase of " + persona;
    }

    Browser browser() {
        return new Browser(site, HOST, "");
    }

    Browser as(String persona) {
        Browser browser = browser();
        browser.signIn(persona);
        return browser;
    }

    void with(Fault fault, Runnable work) {
        with(Side.NEW, fault, work);
    }

    void with(Side side, Fault fault, Runnable work) {
        faults.switchOn(side, fault);
        try {
            work.run();
        } finally {
            faults.clear();
        }
    }

    long count(String table) {
        try (Db db = new Db(database::getConnection)) {
            return db.number("select count(*) from " + table);
        }
    }

    void update(String sql) {
        try (Db db = new Db(database::getConnection)) {
            db.update(sql);
        }
    }

    private ClearMyRecord site(Side side, String host, String assets, String build) {
        SiteSettings settings = new SiteSettings(
                side,
                Set.of(host, ".execute-api.us-east-1.amazonaws.com"),
                "https://" + host,
                "https://" + OLD_HOST,
                "https://staging.clearmyrecord.example",
                assets,
                build,
                List.of("alerts@cutover.example"),
                "root@localhost",
                "clearmyrecord@cutover.example",
                "a secret for tests only",
                Vendor.MAILGUN_KEY,
                Vendor.TWILIO_TOKEN,
                VOICEMAIL);
        return new ClearMyRecord(settings, database, outbox(), sink(), tasks(), faults, clock, new Random(7));
    }

    private Outbox outbox() {
        return new Outbox() {
            @Override
            public void send(String from, List<String> to, String subject, String text) throws MailFailure {
                if (mailFails) {
                    throw new MailFailure("connection refused", null);
                }
                mails.add(new Mail(from, to, subject, text));
            }

            @Override
            public void deliver(Letter letter) throws MailFailure {
                if (lettersFail || mailFails) {
                    throw new MailFailure("connection refused", null);
                }
                letters.add(letter);
            }
        };
    }

    private LogSink sink() {
        return new LogSink() {
            @Override
            public void record(String level, String requestId, String message) {
                log.add("[" + level + "]\t" + requestId + "\t" + message);
            }

            @Override
            public void line(String requestId, String text) {
                log.add(requestId + "\t" + text);
            }
        };
    }

    private static Tasks tasks() {
        return (name, requestId, work) -> work.accept(requestId + "-child");
    }

    @Override
    public void close() throws IOException {
        closing.close();
    }
}
