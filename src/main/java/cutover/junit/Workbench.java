package cutover.junit;

import cutover.config.Secret;
import cutover.environment.Application;
import cutover.environment.Environment;
import cutover.environment.MailboxPlace;
import cutover.environment.Site;
import cutover.environment.TaskStart;
import cutover.finding.Finding;
import cutover.notice.Noticeboard;
import cutover.probe.browser.Browser;
import cutover.probe.browser.BrowserCookie;
import cutover.probe.browser.Browsers;
import cutover.probe.http.CookieJar;
import cutover.probe.http.HttpObservation;
import cutover.probe.http.HttpProbe;
import cutover.probe.http.Visit;
import cutover.probe.log.LogSource;
import cutover.probe.mail.Mailbox;
import cutover.runbook.History;
import cutover.runbook.Phase;
import cutover.runbook.WayBack;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that the test of a step works with; made for one attempt of one step. */
public final class Workbench implements AutoCloseable {

    private final Run run;
    private final String step;
    private final String test;
    private final Site site;
    private final Findings findings;
    private final List<Browser> borrowed;

    Workbench(Run run, String step, String test, Site site, Findings findings) {
        this(run, step, test, site, findings, new ArrayList<>());
    }

    private Workbench(Run run, String step, String test, Site site, Findings findings, List<Browser> borrowed) {
        this.run = run;
        this.step = step;
        this.test = test;
        this.site = site;
        this.findings = findings;
        this.borrowed = borrowed;
    }

    /** The same bench before another site: findings go to the same step, browsers end with it. */
    public Workbench before(Site other) {
        return new Workbench(run, step, test, other, findings, borrowed);
    }

    public Environment environment() {
        return run.files().environment();
    }

    public Application application() {
        return run.files().application();
    }

    /** The site that is looked at. */
    public Site site() {
        return site;
    }

    /** All other sites of the environment. */
    public List<Site> otherSites() {
        return environment().sites().values().stream()
                .filter(other -> !other.equals(site))
                .toList();
    }

    /** Id of the run; in every User-Agent. */
    public String run() {
        return run.settings().run();
    }

    /** Marks what this step sends, in query strings: id of the run and of the step. */
    public String marker() {
        return run() + "-" + step;
    }

    public Findings findings() {
        return findings;
    }

    public Clock clock() {
        return run.clock();
    }

    /** Reads only, without cookies. */
    public HttpProbe http() {
        return run.reading();
    }

    /** A visit that may post forms; for signing in. */
    public Visit signingVisit() {
        return run.signing().visit();
    }

    /** The front door as strangers meet it. */
    public Outside outside() {
        return run.outside();
    }

    /** Who was on the site under test before a way back, as far as this run knows, and stayed. */
    public List<KeptVisit> keptVisits() {
        return run.visits();
    }

    /** The phase that is judged. */
    public Phase phase() {
        return run.phase();
    }

    /** Letters and digits that nobody has seen before. */
    public String freshToken(int length) {
        return run.random()
                .ints(length, 0, 36)
                .collect(StringBuilder::new, (text, n) -> text.append(Character.forDigit(n, 36)), StringBuilder::append)
                .toString();
    }

    /** Lower-case hexadecimal digits that nobody has seen before, as vendors' ids have. */
    public String freshHex(int length) {
        return run.random()
                .ints(length, 0, 16)
                .collect(StringBuilder::new, (text, n) -> text.append(Character.forDigit(n, 16)), StringBuilder::append)
                .toString();
    }

    /** A browser without cookies, given back when the step ends; empty, with a finding added, when there is none. */
    public Optional<Browser> browser() {
        Instant asked = clock().instant();
        Browsers.Opened opened = run.browsers().borrow();
        run.figures().waited(test, Duration.between(asked, clock().instant()));
        return opened.fold(
                ready -> {
                    ready.browser().agent(Run.agent(run()));
                    borrowed.add(ready.browser());
                    return Optional.of(ready.browser());
                },
                unavailable -> {
                    findings.add(Finding.unknown(unavailable.sentence())
                            .expected("a browser for the steps that people would do in one")
                            .because(unavailable.because())
                            .toDo(unavailable.toDo()));
                    return Optional.empty();
                });
    }

    /**
     * Keeps a fact for later runs, which tell when it is another one, gone, or new.
     *
     * @param key names one thing, the same in every run, such as {@code dns example.org www A ttl}. One that begins with
     *     {@code time } is a measurement: a number in milliseconds that is compared with the median of earlier runs
     * @param value nothing that is otherwise each time although nothing happened, such as days left: rather the day itself
     */
    public void remember(String key, String value) {
        run.memory().remember(step, key, value);
    }

    /** Tells the journal what this step saw about the way back; no finding, so the step is as it was. */
    public void wayBack(WayBack seen) {
        run.wayBack(step, seen);
    }

    /** Tells the journal which build a site runs, as its pages show it; no finding, so the step is as it was. */
    public void runs(Site site, String build) {
        run.build(step, site.origin() + site.stagePrefix(), build);
    }

    /** The runs against this environment before this one; empty when none is remembered. */
    public History history() {
        return run.memory().earlier();
    }

    /** Gives a browser back before the step ends, so that another step need not wait for it. */
    public void giveBack(Browser browser) {
        if (borrowed.remove(browser)) {
            run.browsers().giveBack(browser);
        }
    }

    /** Keeps a picture of what the browser shows; the path of the file, empty when the browser is gone. */
    public String screenshot(Browser browser, String title) {
        byte[] png = browser.screenshot();
        return png.length == 0
                ? ""
                : findings.evidence().bytes(title, "image/png", png).path();
    }

    /** The session that a browser got from the site before the launch; empty where nobody kept one. */
    public Optional<String> earlierSession() {
        return site.earlierSession().map(Secret::reveal);
    }

    /** Makes the browser's cookies secrets of this run. @return their values */
    public List<String> learnCookies(Browser browser) {
        return learn(browser.cookies().stream().map(BrowserCookie::value).toList());
    }

    /** Makes the visit's cookies secrets of this run. */
    public void learnCookies(CookieJar jar) {
        learn(jar.cookies().stream().map(cookie -> cookie.value()).toList());
    }

    /** The mailbox for that purpose; empty when the environment names none. */
    public Optional<Mailbox> mailbox(String purpose) {
        return Optional.ofNullable(environment().mailboxes().get(purpose)).map(run.providers()::mailbox);
    }

    public LogSource log(Site of) {
        return run.providers().log(of.logs());
    }

    /** Removes what the run left in a mailbox that a provider keeps; does nothing elsewhere, mailboxes are read only. */
    public void tidy(String purpose, Instant since, String text) {
        if (environment().mailboxes().get(purpose) instanceof MailboxPlace.Stored stored) {
            run.providers().stored(stored).remove(since, text);
        }
    }

    /** The providers that call the application, and what signs in their name. */
    public Vendors vendors() {
        return new Vendors(environment(), run.providers(), run.masker());
    }

    /** The accounts behind the application. */
    public Accounts accounts() {
        return new Accounts(environment());
    }

    /** Posts with any body, as a provider does; told apart from the step's other requests by the name in its agent. */
    public HttpObservation post(URI address, Map<String, String> headers, byte[] body, String name) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("User-Agent", Run.agent(marker() + "-" + name));
        return run.signing().post(address, all, body);
    }

    /** Where the users are in this phase: at the site that the application leaves until it is live, and after a rollback. */
    public Site home() {
        return switch (run.phase()) {
            case LIVE, DAY2, NIGHTLY -> environment().siteUnderTest();
            case BEFORE, UAT, ROLLEDBACK -> environment().siteLeft().orElseGet(environment()::siteUnderTest);
        };
    }

    /** The same step before the site of the checklist: the one under test, and after a rollback the one that is back. */
    public Workbench checklist() {
        return run.phase() == Phase.ROLLEDBACK ? before(home()) : this;
    }

    /** Starts a task once. */
    public StartedTask start(TaskStart how) {
        return run.providers().start(how, environment().deadlines().task());
    }

    /** The channels on which the team is told. */
    public Noticeboard noticeboard() {
        return Notices.board(environment(), run(), clock());
    }

    /** Whether the environment accepts that weakness. */
    public boolean accepted(String weakness) {
        return environment().accepted().stream()
                .anyMatch(accepted -> accepted.weakness().equals(weakness));
    }

    /** What to say where the environment names nobody for a role. */
    public Finding noPersona(String role) {
        return Finding.unknown("nobody is known who could sign in as " + role)
                .expected("a persona for the role " + role)
                .because("config/environments/" + run.settings().environment() + ".yaml has no personas." + role)
                .toDo("add the persona, or look at this by hand");
    }

    @Override
    public void close() {
        borrowed.forEach(run.browsers()::giveBack);
        borrowed.clear();
    }

    private List<String> learn(List<String> values) {
        List<String> worth =
                values.stream().filter(value -> value.length() >= 16).toList();
        worth.forEach(value -> run.masker().learn("COOKIE", value));
        return worth;
    }
}
