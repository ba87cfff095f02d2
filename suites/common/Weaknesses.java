package common;

/** Ids of weaknesses that more than one step looks at; an environment may accept them. */
public final class Weaknesses {

    /** The log holds cookies, tokens or form fields of visitors. */
    public static final String LOG_HOLDS_SECRETS = "log-holds-secrets";

    private Weaknesses() {}
}
