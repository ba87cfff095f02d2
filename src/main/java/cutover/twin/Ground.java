package cutover.twin;

import cutover.twin.aws.AwsKey;
import cutover.twin.clockwork.Ids;
import cutover.twin.clockwork.Later;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Hosts;
import cutover.twin.log.DrainFile;
import cutover.twin.log.HerokuLog;
import cutover.twin.log.LambdaLog;
import cutover.twin.log.LogGroup;
import cutover.twin.log.PastDay;
import cutover.twin.log.RecordShape;
import cutover.twin.mail.EarlierMail;
import cutover.twin.mail.MailHost;
import cutover.twin.mail.MailService;
import cutover.twin.tls.Authority;
import cutover.twin.web.WebRequest;
import cutover.twin.web.WebResponse;
import cutover.twin.work.HerokuWorker;
import cutover.twin.work.LambdaTasks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What lies below both platforms: mail, logs, asynchronous work and the vendor's credentials. */
final class Ground implements AutoCloseable {

    static final String LOG_GROUP = "/aws/lambda/intake-production";

    /** How late the faults that make something late make it: beyond every deadline of a rehearsal. */
    private static final Duration LATE = Duration.ofSeconds(60);

    private final Clock clock;
    private final Faults faults;
    private final Ids ids;
    private final Later later;
    private final MailHost mail;
    private final LogGroup group = new LogGroup(LOG_GROUP);
    private final DrainFile oldLog;
    private final LambdaLog lambdaLog;
    private final HerokuLog herokuLog;
    private final AwsKey key;
    private final PastDay past;
    private boolean pastWritten;
    private final AwsKey retiredKey;

    Ground(Clock clock, Ids ids, Faults faults, Later later, Path folder, Authority authority) {
        this.later = later;
        this.clock = clock;
        this.ids = ids;
        this.faults = faults;
        this.mail = new MailHost(ids, authority.identity(List.of(MailHost.HOST)));
        this.oldLog = new DrainFile(folder.resolve("heroku.log"));
        this.lambdaLog = new LambdaLog(group, oldLog, faults, LATE, clock, ids);
        this.herokuLog = new HerokuLog(oldLog, faults, LATE, later, clock);
        this.past = new PastDay(group, oldLog, faults, clock, ids);
        this.key = key(ids);
        this.retiredKey = key(ids);
        faults.listen(this::switched);
    }

    /** Puts the traffic of the day before into the logs, once until they are emptied. */
    synchronized void aDayLater() {
        if (!pastWritten) {
            past.write();
        }
        pastWritten = true;
    }

    Platform platform(Side side) {
        MailService outbox = new MailService(side, mail, faults, LATE, later, clock, ids);
        return side == Side.NEW
                ? new Platform(side, lambdaLog, outbox, new LambdaTasks(lambdaLog, faults, LATE, later, ids))
                : new Platform(side, herokuLog, outbox, new HerokuWorker(herokuLog, faults, LATE, later, ids));
    }

    /** Empties mailboxes and logs, and forgets what was to happen later. */
    synchronized void reset() {
        pastWritten = false;
        later.clear();
        mail.clear();
        lambdaLog.clear();
        herokuLog.clear();
    }

    void leaveErrorMailOfAnEarlierRun(Side side) {
        new EarlierMail(mail, clock, ids).leave(side == Side.NEW ? Hosts.NEW : Hosts.OLD);
    }

    MailHost mail() {
        return mail;
    }

    LogGroup group() {
        return group;
    }

    LambdaLog lambdaLog() {
        return lambdaLog;
    }

    HerokuLog herokuLog() {
        return herokuLog;
    }

    Map<String, String> values() {
        return Map.of(
                "twin.imap.host", MailHost.HOST,
                "twin.imap.port", Integer.toString(mail.imapPort()),
                "twin.imaps.port", Integer.toString(mail.imapsPort()),
                "twin.old.log", oldLogFile().toString());
    }

    Map<String, String> secrets() {
        return Map.of(
                "TWIN_ALERTS_PASSWORD", mail.alertsPassword(),
                "TWIN_VOICEMAIL_PASSWORD", mail.voicemailPassword(),
                "TWIN_AWS_ACCESS_KEY_ID", key.id(),
                "TWIN_AWS_SECRET_ACCESS_KEY", key.secret(),
                "TWIN_RETIRED_ACCESS_KEY_ID", retiredKey.id(),
                "TWIN_RETIRED_SECRET_ACCESS_KEY", retiredKey.secret());
    }

    Path oldLogFile() {
        return oldLog.file();
    }

    AwsKey key() {
        return key;
    }

    /** The one that the old host was given. */
    AwsKey retiredKey() {
        return retiredKey;
    }

    /** Writes into the old log what its scheduler has done of late. */
    void jobs(Side where) {
        Instant now = clock.instant();
        if (!faults.on(Side.NEW, Fault.SCHEDULER_LEFT)) {
            oldLog.write(now.minus(Duration.ofMinutes(100)), "heroku[web.1]", "State changed from starting to up");
        }
        boolean ran = where == Side.OLD
                ? !faults.on(Side.NEW, Fault.TASKS_ON_NEITHER_SIDE) && !faults.on(Side.NEW, Fault.SCHEDULER_SILENT)
                : faults.on(Side.NEW, Fault.SCHEDULER_RAN);
        if (ran) {
            oldLog.write(
                    now.minus(Duration.ofMinutes(20)),
                    "heroku[scheduler.2514]",
                    "Starting process with command `python manage.py send_followups`");
        }
    }

    private static AwsKey key(Ids ids) {
        return new AwsKey("AKIA" + ids.letters(16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), ids.password());
    }

    @Override
    public void close() {
        mail.close();
    }

    private void switched(Side side, Fault fault, boolean nowOn) {
        if (fault == Fault.MAILBOX_REFUSES) {
            mail.signIn(!nowOn);
        }
        if (fault == Fault.INBOX_REFUSES) {
            mail.voicemailSignIn(!nowOn);
        }
        if (fault == Fault.VOICEMAIL_IN_SPAM) {
            mail.voicemailIsSpam(nowOn);
        }
        if (fault == Fault.OLD_HOST_STILL_CALLED && nowOn) {
            List.of("/", "/apply/", "/health/").forEach(this::strangerCame);
        }
        if (fault == Fault.ONLY_OLD_MAIL && nowOn) {
            leaveErrorMailOfAnEarlierRun(side);
        }
    }

    private void strangerCame(String path) {
        WebRequest request = new WebRequest(
                "GET",
                true,
                Hosts.OLD,
                "",
                path,
                "",
                List.of(Map.entry("User-Agent", "Mozilla/5.0 (stranger)")),
                new byte[0],
                "192.0.2.77",
                ids.uuid());
        WebResponse answer = WebResponse.text(200, "text/html", "");
        herokuLog.record(
                "INFO",
                request.requestId(),
                RecordShape.access(request, answer, clock.instant(), Duration.ofMillis(20)));
    }
}
