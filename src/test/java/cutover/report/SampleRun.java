package cutover.report;

import cutover.config.Sources;
import cutover.config.StrictYaml;
import cutover.finding.Evidence;
import cutover.finding.Finding;
import cutover.runbook.Change;
import cutover.runbook.EarlierSteps;
import cutover.runbook.Entry;
import cutover.runbook.EvidenceKept;
import cutover.runbook.JournalRead;
import cutover.runbook.Outcome;
import cutover.runbook.Phase;
import cutover.runbook.Progress;
import cutover.runbook.Recorded;
import cutover.runbook.RunCompared;
import cutover.runbook.RunFinished;
import cutover.runbook.RunStarted;
import cutover.runbook.Runbook;
import cutover.runbook.SignOff;
import cutover.runbook.Signers;
import cutover.runbook.State;
import cutover.runbook.StepFinished;
import cutover.runbook.StepPast;
import cutover.runbook.StepStarted;
import cutover.runbook.Verdict;
import cutover.runbook.Waiver;
import cutover.runbook.Waivers;
import cutover.runbook.WayBack;
import cutover.runbook.WayBack.Subject;
import cutover.runbook.WayBackSeen;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A run as launch day might see it: most steps met, one not, one unknown, one only on a repeat. */
final class SampleRun {

    static final Set<String> COVERED = Set.of("L1", "L5", "L6", "L7", "L8", "L9", "L10", "L11");
    private static final Instant LAST = Instant.parse("2026-01-09T02:00:00Z");
    private static final Instant NOON = Instant.parse("2026-01-12T20:00:00Z");

    /** The shipped one without the webhooks, so that the pages stay short. */
    static final Runbook RUNBOOK = new Runbook(
            StrictYaml.read(Path.of("config/runbook.yaml"), Runbook.class, Sources.of(Map.of(), Map.of()))
                    .steps()
                    .stream()
                    .filter(step -> !Set.of("L15", "L16").contains(step.id()))
                    .toList());

    private final List<Entry> entries = new ArrayList<>();
    private Recorded recorded = Recorded.NOTHING;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

    SampleRun(boolean rehearsal) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("Cutover", "0.1.0");
        versions.put("Java", "17.0.13");
        versions.put("Browser", "Chromium 142.0");
        versions.put("Old build", "99c82d0f");
        versions.put("New build", "080489f5");
        entries.add(new RunStarted(
                "20260112T200000Z-7c2f",
                rehearsal ? "rehearsal" : "temp",
                rehearsal ? "https://new.twin.test:8443" : "https://temp.clearmyrecord.org",
                Phase.UAT,
                rehearsal,
                "",
                versions,
                NOON));
    }

    static SampleRun troubled() {
        return troubled(run -> {});
    }

    private static SampleRun troubled(Consumer<SampleRun> more) {
        SampleRun run = new SampleRun(false);
        more.accept(run);
        return run.met(
                        "L1",
                        "the same UAT holds on the old host",
                        0,
                        9_400,
                        "all eight pages of the old host are as expected")
                .met("L5", "the site appears", 900, 2_100, "https://temp.clearmyrecord.org answered warm after 2.1 s")
                .progress(
                        "L6",
                        "waiting for the mail to clearmyrecord-alerts@example.org: 3 looked at, gives up in 4 min 40 s")
                .test(
                        "L6",
                        "the 500 page mails every recipient once",
                        Outcome.UNMET,
                        3_000,
                        21_400,
                        List.of(
                                Finding.met("the 500 page shows no traceback and no settings"),
                                Finding.unmet(
                                                "no mail about the provoked 500 arrived at clearmyrecord-alerts@example.org")
                                        .expected("exactly one mail of run 20260112T200000Z-7c2f within 5 min")
                                        .butWas("0 mails of this run; 2 of earlier runs do not count")
                                        .lookAt("https://temp.clearmyrecord.org/health/error?run=20260112T200000Z-7c2f")
                                        .lookAt("evidence/L6-exchange.txt")
                                        .lookAt("mail.alerts in config/environments/temp.yaml")
                                        .toDo(
                                                "Check ADMINS and the SendGrid key of the new stage, then run L6 again.")))
                .kept("L6", new Evidence("GET /health/error", "evidence/L6-exchange.txt", "text/plain"))
                .kept("L6", new Evidence("The error page in the browser", "evidence/L6-page.png", "image/png"))
                .test(
                        "L7",
                        "the debug task leaves its own line",
                        Outcome.UNKNOWN,
                        3_200,
                        1_050,
                        List.of(Finding.unknown("the log group /aws/lambda/intake-production could not be read")
                                .expected("a line of the debug task under another request id")
                                .because("the credential AWS_ACCESS_KEY_ID has expired")
                                .lookAt("logs.group in config/environments/temp.yaml")))
                .test(
                        "L8",
                        "the login survives the redirect",
                        Outcome.UNMET,
                        4_400,
                        6_200,
                        List.of(Finding.unmet("the admin index did not open after a good password")
                                .expected("200 and \"Site administration\"")
                                .butWas("302 to /admin/login/?next=/admin/")))
                .test(
                        "L8",
                        "the login survives the redirect",
                        Outcome.MET,
                        11_000,
                        4_300,
                        List.of(Finding.met("the admin index opens after a good password")))
                .met(
                        "L9",
                        "staff see every row",
                        12_000,
                        3_800,
                        "43 rows on 2 pages, as the tab \"All Applications (43)\" says")
                .met(
                        "L9",
                        "an org user sees only its own rows",
                        12_500,
                        5_150,
                        "2 rows, both of the San Francisco Public Defender")
                .met(
                        "L10",
                        "clicking around changes nothing",
                        15_900,
                        14_700,
                        "61 pages read; unread counters 2 before and 2 after")
                .met(
                        "L11",
                        "the PDF is the right person's",
                        18_000,
                        2_260,
                        "3 pages, 69 227 bytes, names Borges, María")
                .kept("L11", new Evidence("The PDF", "evidence/L11.pdf", "application/pdf"))
                .finished(31_000);
    }

    /** One that is otherwise than the last of its phase. */
    static SampleRun changed() {
        return new SampleRun(false)
                .met("L5", "the site appears", 0, 100, "it is there")
                .compared(
                        List.of(
                                new Change(Change.Kind.STEP, "L5", "not met", "met", LAST),
                                new Change(Change.Kind.CHANGED, "dns example.org www A ttl", "60", "86400", LAST),
                                new Change(Change.Kind.APPEARED, "dns example.org TXT", "", "\"v=spf1\"", LAST),
                                new Change(
                                        Change.Kind.GONE,
                                        "tls www.example.org until",
                                        "2026-03-01T00:00:00Z",
                                        "",
                                        LAST.minusSeconds(86_400)),
                                new Change(
                                        Change.Kind.SLOWER, "time /health/ ms", "120 (median of 9 runs)", "812", LAST)),
                        List.of(LocalDate.of(2026, 1, 10), LocalDate.of(2026, 1, 11)),
                        List.of("1 line of the history cannot be read"))
                .finished(100);
    }

    /** The troubled one, with the way back as its steps saw it, and the runs before it. */
    static SampleRun remembered() {
        return troubled(run -> run.wayBack("L1", WayBack.possible(Subject.OLD_APPLICATION, "https://old.example.org"))
                .wayBack(
                        "L1",
                        WayBack.possible(Subject.CERTIFICATE, "https://old.example.org/")
                                .until(NOON.plus(Duration.ofDays(30))))
                .wayBack(
                        "L5",
                        WayBack.atACost(
                                Subject.REDIRECTS,
                                "permanent redirects seen: browsers that met one follow it until they forget it",
                                "301 at http://old.example.org"))
                .wayBack("L5", WayBack.possible(Subject.STRICT_TRANSPORT, "https://www.example.org/"))
                .earlier());
    }

    static SampleRun smooth() {
        SampleRun run = new SampleRun(true);
        int at = 0;
        for (String id : List.of("L1", "L5", "L6", "L7", "L8", "L9", "L10", "L11")) {
            run.met(id, "the step " + id + " holds", at, 2_000, "all as expected");
            at += 1_500;
        }
        return run.finished(at + 500);
    }

    SampleRun met(String step, String name, long from, long millis, String seen) {
        return test(step, name, Outcome.MET, from, millis, List.of(Finding.met(seen)));
    }

    SampleRun test(String step, String name, Outcome outcome, long from, long millis, List<Finding> findings) {
        String test = step + "." + name.replace(' ', '_');
        entries.add(new StepStarted(step, test, name, NOON.plusMillis(from)));
        entries.add(new StepFinished(step, test, name, outcome, findings, millis, NOON.plusMillis(from + millis)));
        counts.merge(outcome, 1, Integer::sum);
        return this;
    }

    SampleRun progress(String step, String text) {
        entries.add(new Progress(step, text, NOON));
        return this;
    }

    SampleRun kept(String step, Evidence evidence) {
        entries.add(new EvidenceKept(step, evidence, NOON));
        return this;
    }

    SampleRun compared(List<Change> changes, List<LocalDate> missed, List<String> notes) {
        entries.add(new RunCompared(
                List.of(new RunCompared.EarlierRun("20260109T020000Z-11aa", LAST)), changes, missed, notes, NOON));
        return this;
    }

    SampleRun wayBack(String step, WayBack seen) {
        entries.add(new WayBackSeen(step, seen, NOON));
        return this;
    }

    /** Eight whole runs, in which L6 began to be slow and L8 was unmet once, and one of L9 alone. */
    SampleRun earlier() {
        List<EarlierSteps.Of> runs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            SortedMap<String, StepPast> steps = new TreeMap<>();
            steps.put("L1", new StepPast(i == 3 ? State.UNKNOWN : State.MET, 9_000 + 300 * i));
            steps.put("L6", new StepPast(State.MET, 4_000 + 900 * i));
            steps.put("L8", new StepPast(i == 5 ? State.UNMET : State.MET, 10_000));
            runs.add(new EarlierSteps.Of("run-" + i, LAST.minus(Duration.ofDays(8 - i)), true, steps));
        }
        runs.add(new EarlierSteps.Of(
                "run-narrowed", LAST, false, new TreeMap<>(Map.of("L9", new StepPast(State.MET, 8_000)))));
        entries.add(new EarlierSteps(runs, NOON));
        return this;
    }

    SampleRun finished(long after) {
        entries.add(new RunFinished(NOON.plusMillis(after), counts));
        return this;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    Verdict verdict() {
        return Verdict.of(RUNBOOK, JournalRead.sound(entries), "20260112T200000Z-7c2f", COVERED, recorded);
    }

    /** With what people have said of it. */
    SampleRun said(List<SignOff> signOffs, Waiver... waivers) {
        recorded = new Recorded(signOffs, new Waivers(List.of(waivers)), Signers.EVERYBODY);
        return this;
    }

    ReportedRun reported() {
        return new ReportedRun(
                verdict(),
                JournalRead.sound(entries),
                ZoneId.of("America/Los_Angeles"),
                List.of("/mailgun-bounce accepts a replayed token; known since 2018, no fix planned"));
    }
}
