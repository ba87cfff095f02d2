package webhooks;

/** What to do about answers that have nothing to do with webhooks. */
final class Trouble {

    static final String ELSEWHERE =
            "this is not the webhook's own trouble: mend what steps L5 and L6 find of the site first,"
                    + " then run this step again";

    private Trouble() {}
}
