package cutover.environment;

import cutover.config.Default;
import cutover.config.Doc;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One file in {@code config/applications}: what the application looks like wherever it is hosted. Selectors are CSS
 * selectors; paths start with a slash and carry no stage prefix.
 */
public record Application(
        @Doc("what the application is called") String title,
        @Doc("Content-Language of every page") String language,
        @Doc("the page that monitors look at") Health health,

        @Doc("a request that shows whether the database is behind the health page")
        Optional<DatabaseProbe> database,

        @Doc("how a build shows itself") Build build,
        @Doc("what every page has in common") Chrome chrome,
        @Doc("the form for everybody") SignIn signIn,
        @Doc("the page that fails on purpose") ErrorPage errorPage,
        @Doc("the debug task's own words") Task debugTask,
        @Doc("the administration of the framework") Admin admin,

        @Doc("applications lists, by the role of the persona that reads them")
        Map<String, Listing> lists,

        @Doc("the walk that changes nothing") Explore explore,
        @Doc("the document of an application") Pdf pdf,
        @Doc("what crawlers are told") Robots robots,

        @Doc("what everybody may see, and what comes with it; leave it out where nothing is promised")
        Optional<PublicPages> publicPages,

        @Doc("what the tables mean (R12); leave it out where nobody looks into the database")
        Optional<Records> records,

        @Doc("the webhook for bounced mail; leave it out where there is none")
        Optional<BounceHook> bounce,

        @Doc("the webhooks for voicemail; leave it out where there are none")
        Optional<VoicemailHook> voicemail) {

    /** The page that monitors look at. */
    public record Health(
            @Doc("where it is") String path,

            @Doc("the whole body, without blanks at its ends")
            String body,

            @Doc("its media type, without parameters") String contentType) {}

    /** Health with a session cookie that does not exist: the application must ask the database, and deletes the cookie. */
    public record DatabaseProbe(
            @Doc("the page that is asked") String path,

            @Doc("the session cookie that is sent with an invented value")
            String cookie) {}

    /** A page and a pattern whose first group is the build. */
    public record Build(
            @Doc("the page that shows it") String path,
            @Doc("its first group is the build") Pattern pattern) {}

    /** What every page of the application has in common. */
    public record Chrome(
            @Doc("is on every page of the application, and on no page of anybody else")
            String marker,

            @Doc("text of the marker") String text,
            @Doc("texts that no page may show") List<String> errorTexts,

            @Doc("texts in the log that show that notifications are not sent")
            List<String> divertedNotices,

            @Doc(
                    "texts in the log that show that a host outside could not be reached, such as that of the HTTP library;"
                            + " the host is read from host='…' in the same record")
            @Default("[]")
            List<String> unreachedNotices) {}

    /** The form for everybody. */
    public record SignIn(
            @Doc("where the form is") String path,
            @Doc("the form itself") String form,
            @Doc("name of the field for the login") String user,
            @Doc("name of the field for the password") String password,

            @Doc("name of the box that makes the session last")
            String remember,

            @Doc("its button") String submit,

            @Doc("is there only for somebody who is signed in")
            String signedIn,

            @Doc("text for a wrong password") String failure,

            @Doc("name of the cookie that holds the session")
            String sessionCookie,

            @Doc("name of the cookie against forged form posts")
            String csrfCookie,

            @Doc("how long a remembered session lasts") Duration sessionLifetime,

            @Doc("where an anonymous visitor of a protected page is sent; {next} is the page")
            String redirect,

            @Doc("opening it signs out; never opened while exploring")
            String signOut) {}

    /** The page that fails on purpose. */
    public record ErrorPage(
            @Doc("where it is") String path,
            @Doc("role of the persona that may provoke it") String persona,
            @Doc("role of a persona that may not") String refused,
            @Doc("text of the page that visitors see") String marker,
            @Doc("texts that would give the inside away") List<String> hidden,

            @Doc("subject of the mail, or a part of it; {path} is the page's path with the stage prefix")
            String mailSubject,

            @Doc("texts that the mail must hold") List<String> mailTexts,
            @Doc("mailboxes that get the mail, by purpose") List<String> mailboxes,

            @Doc("first line of the error's log record; {path} as in mail-subject")
            String logMessage,

            @Doc("text in the lines below it") String logDetail) {

        /** What the subject of the mail holds when the page stands at that site. */
        public String mailSubjectAt(Site site) {
            return mailSubject.replace("{path}", site.stagePrefix() + path);
        }

        /** How the log record begins when the page stands at that site. */
        public String logMessageAt(Site site) {
            return logMessage.replace("{path}", site.stagePrefix() + path);
        }
    }

    /** What the debug task writes. */
    public record Task(@Doc("text of its line in the log") String line) {}

    /** The administration of the framework. */
    public record Admin(
            @Doc("where its index is") String path,
            @Doc("where its own form is") String login,
            @Doc("role of the persona that signs in") String persona,
            @Doc("that form") String form,
            @Doc("field for the login") String user,
            @Doc("field for the password") String password,
            @Doc("its button") String submit,
            @Doc("text for a wrong password") String failure,
            @Doc("title of the index") String title,
            @Doc("is on the index only") String marker,
            @Doc("texts that the index must hold") List<String> modules,

            @Doc("an element that only a style sheet makes look like this")
            Look look,

            @Doc("opening it signs out") String signOut,
            @Doc("title after signing out") String signedOut) {}

    /** A computed style. */
    public record Look(
            @Doc("the element") String selector,
            @Doc("a property of CSS") String property,
            @Doc("as the browser computes it") String value) {}

    /** One applications list. */
    public record Listing(
            @Doc("where it is") String path,
            @Doc("text of its h1, or a part of it") String heading,
            @Doc("a row") String row,

            @Doc("attribute of the row that holds the application's id")
            String key,

            @Doc("the tab whose number is the number of rows")
            String tab,

            @Doc("element that tells the numbers of the page")
            String paging,

            @Doc("pattern whose three groups are first, last and number of rows")
            Pattern pagingNumbers,

            @Doc("query parameter of the page") String pageParameter,
            @Doc("rows on a page") int pageSize,

            @Doc("a last page of so few rows is joined to the one before")
            int orphans,

            @Doc("true where the newest application comes first") @Default("true")
            boolean newestFirst) {}

    /** The walk that changes nothing. */
    public record Explore(
            @Doc("role of the persona that walks") String persona,
            @Doc("where the walk begins") List<String> start,
            @Doc("links are followed so deep") int depth,

            @Doc("at most so many pages of one shape (digits in the path taken as one)")
            int perShape,

            @Doc("at most so many pages in all") int pages,
            @Doc("paths that are never opened") List<Pattern> avoid,

            @Doc("console messages that are known to be harmless") @Default("[]")
            List<Pattern> harmless,

            @Doc("numbers that must be the same before and after")
            List<Counter> counters,

            @Doc("what list and page must say alike; leave it out to compare nothing")
            Optional<Statuses> statuses) {}

    /** A number on a page. */
    public record Counter(
            @Doc("what is counted, for messages") String name,
            @Doc("role of the persona that reads it") String persona,
            @Doc("the page that shows it") String path,
            @Doc("the element that holds it") String selector,
            @Doc("its first group is the number") Pattern number) {}

    /** The document of an application. */
    public record Pdf(
            @Doc("path with {id} in it") String path,
            @Doc("role of the persona that opens it") String persona,

            @Doc("a printout that holds it among others and only reads")
            Optional<Printout> printout) {}

    /** A PDF made of several applications. */
    public record Printout(
            @Doc("path with {id} in it") String path,
            @Doc("role of the persona that opens it") String persona) {}

    /** What crawlers are told. */
    public record Robots(
            @Doc("where the file is") String path,
            @Doc("lines that must be there") List<String> lines) {}
}
