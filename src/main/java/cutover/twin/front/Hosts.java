package cutover.twin.front;

/** The names under which the rehearsed application is known. */
public final class Hosts {

    public static final String NEW = "www.clearmyrecord.org";
    /** The new domain itself, which only redirects. */
    public static final String APEX = "clearmyrecord.org";

    public static final String OLD = "clearmyrecord.codeforamerica.org";

    /** The old application's name at its platform, which people have in their bookmarks too. */
    public static final String PLATFORM = "cmr-production.herokuapp.example";

    /** The gateway's own address of the new site, before the domain points to it; pages are below {@link #STAGE}. */
    public static final String GATEWAY = "c7x2m9k4q1.execute-api.us-east-1.amazonaws.com";

    public static final String STAGE = "/production";
    public static final String ASSETS = "intake-production-static.s3.amazonaws.com";

    /** The same store if its name had dots. */
    public static final String DOTTED_ASSETS = "intake.production.static.s3.amazonaws.com";

    private Hosts() {}
}
