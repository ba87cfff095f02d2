package cutover.environment;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.environment.cloud.Cloud;
import cutover.environment.cloud.DatabasePlace;
import cutover.environment.cloud.Heroku;
import cutover.environment.cloud.Pingdom;
import cutover.environment.cloud.Restored;
import cutover.environment.cloud.RetiredLogin;
import cutover.environment.front.Certificates;
import cutover.environment.front.Doors;
import cutover.environment.front.Gone;
import cutover.runbook.Phase;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One file in {@code config/environments}: all that a run needs to know of the place that it looks at. */
public record Environment(
        @Doc("what the place is called in console and report")
        String title,

        @Doc("true for the embedded twin: the verdict is REHEARSAL PASSED or FAILED, never GO") @Default("false")
        boolean rehearsal,

        @Doc("phase that is judged unless -Dphase names another")
        Phase phase,

        @Doc("file in config/applications, without .yaml") String application,
        @Doc("key of the site that the steps look at") String underTest,

        @Doc("key of the site that the application leaves, for the steps that compare both")
        Optional<String> leaves,

        @Doc("the homes of the application, by name") Map<String, Site> sites,

        @Doc("host:port -> address:port; holds for HTTP, TLS and the browser alike") @Default("[]")
        List<Pin> pins,

        @Doc("trust that replaces the JDK's certificate store; leave it out for public hosts")
        Optional<Trust> trust,

        @Doc("who signs in, by role; a role that is missing makes the steps that need it unknown")
        Map<String, Persona> personas,

        @Doc("where mail of the application arrives, by purpose")
        Map<String, MailboxPlace> mailboxes,

        @Doc("the account at Twilio; leave it out where nobody calls")
        Optional<Phone> phone,

        @Doc("domains at Mailgun, by a name of your own") @Default("{}")
        Map<String, MailDomain> mailDomains,

        @Doc("how bounces are tested; leave it out where there are none")
        Optional<BounceTests> bounceTests,

        @Doc("file in config/dns, without .yaml: names as they must be; leave it out where none are looked at")
        Optional<String> dns,

        @Doc("file in config, without .yaml: which addresses lead where; leave it out where none are looked at")
        Optional<String> redirects,

        @Doc("certificates and protocols; leave it out where none are looked at")
        Optional<Certificates> certificates,

        @Doc("TCP ports that must be shut or open; leave it out where none are looked at")
        Optional<Doors> doors,

        @Doc("where the application must be gone once the old host is off") @Default("[]")
        List<Gone> gone,

        @Doc("what past traffic may look like in the log; leave it out where nobody looks at it")
        Optional<Audit> audit,

        @Doc("channels on which the team is told of verdicts, by a name of your own") @Default("{}")
        Map<String, Notification> notifications,

        @Doc("the account at Amazon: snapshots, buckets, keys; leave it out where none is looked at")
        Optional<Cloud> cloud,

        @Doc(
                "the old application at Heroku: its processes and its scheduled work; leave it out where none is looked at")
        Optional<Heroku> heroku,

        @Doc("how the old host signed in to the database (D5); leave it out where nobody tries")
        Optional<RetiredLogin> retiredLogin,

        @Doc("the live database, to be read (R12, R13); leave it out where nobody looks into it")
        Optional<DatabasePlace> database,

        @Doc("a copy of the database to go back to (R12); leave it out where there is none")
        Optional<Restored> restored,

        @Doc("the account at Pingdom, which watches the health page; leave it out where none is looked at")
        Optional<Pingdom> pingdom,

        @Doc("records that must be found") Known known,
        @Doc("how long to wait for what") Deadlines deadlines,

        @Doc("known weaknesses that are accepted here; shown in the report") @Default("[]")
        List<Accepted> accepted) {

    public Environment {
        demand("under-test", underTest, sites);
        leaves.ifPresent(site -> demand("leaves", site, sites));
        restored.ifPresent(copy -> database.ifPresent(copy::demandOtherThan));
        mailboxes.forEach((purpose, place) -> {
            if (place instanceof MailboxPlace.Stored stored) {
                demandOne("mailboxes." + purpose + ".domain", stored.domain(), "mail-domains", mailDomains);
            }
        });
        bounceTests.ifPresent(tests -> {
            demandOne("bounce-tests.domain", tests.domain(), "mail-domains", mailDomains);
            demandOne("bounce-tests.mailbox", tests.mailbox(), "mailboxes", mailboxes);
            tests.testMailbox()
                    .ifPresent(purpose -> demandOne("bounce-tests.test-mailbox", purpose, "mailboxes", mailboxes));
        });
    }

    /** The site that the steps look at. */
    public Site siteUnderTest() {
        return sites.get(underTest);
    }

    /** The site that the application leaves; empty where only one is known. */
    public Optional<Site> siteLeft() {
        return leaves.map(sites::get);
    }

    private static void demand(String key, String site, Map<String, Site> sites) {
        demandOne(key, site, "sites", sites);
    }

    private static void demandOne(String key, String name, String among, Map<String, ?> known) {
        if (!known.containsKey(name)) {
            throw new IllegalArgumentException(key + " names '" + name + "', which is none of " + among + "; known are "
                    + String.join(", ", known.keySet()));
        }
    }

    /** A weakness that somebody decided to live with; the report shows it, it is never silently green. */
    public record Accepted(
            @Doc("id of the expectation, as the failure text names it")
            String weakness,

            @Doc("why, and who decided") String reason) {}
}
