package frontdoor;

/**
 * What is wrong with one hop.
 *
 * @param hop counted from 1
 * @param says goes on after the address at which the chain begins, with the blank or comma between
 */
record Trouble(Kind kind, int hop, String says, String expected) {

    /** What can be wrong, the worst first. */
    enum Kind {
        LOOP("find the two that send visitors to each other and take one redirect away; after a rollback it is the"
                + " registrar's forwarding that is still on"),
        NO_ADDRESS("give the name its record; browsers say that the server can't be found"),
        NO_ANSWER(""),
        CERTIFICATE("let whoever answers there show a certificate for this very name; step B4 tells more of it"),
        NOBODY_THERE("create the bucket or the record under exactly this name"),
        HIDDEN_HOST("let the redirect name the public host, and pass the Host header on where a platform builds it"),
        FRAMED("use a redirect of the status 302; a frame or a refresh loses path, address bar and cookies"),
        ONLY_THE_FRONT_PAGE("make the redirect hold for every path, not only for the front page"),
        NOT_SENT_ON("put the redirect before whatever answers there"),
        NOWHERE(""),
        OTHER_HOST("correct the redirect's target"),
        PLAIN_HTTP("give the redirect the target with https: the visit, cookies included, crosses the net in the open"),
        PATH("let the redirect keep the path, with whatever the platform calls that"),
        QUERY("let the redirect keep the query as it came; where the platform can't, put one in front that can"),
        BYTES(
                "look whether the application reads both in the same way; if it does, write the query in the map like that"),
        TOO_LONG("lead to the target at once"),
        SENT_AWAY("look why the target sends its visitors away"),
        LANDING("look at the target itself: the steps of the site tell more"),
        PERMANENT("use 302 or 307 until day 2 is over: a permanent one stays in browsers and nobody can take it back"),
        REMEMBERED("shorten Cache-Control and Expires until day 2 is over"),
        STRICT("take the header away until day 2 is over: browsers that saw it refuse plain http there afterwards"),
        COOKIE("the name that only redirects must not set cookies; look who really answers there"),
        UNREACHABLE("");

        private final String toDo;

        Kind(String toDo) {
            this.toDo = toDo;
        }

        /** The next action; empty for the runbook's. */
        String toDo() {
            return toDo;
        }

        /** Whether the way itself is wrong; only the worst of those is told of one chain. */
        boolean ofTheWay() {
            return compareTo(LANDING) <= 0;
        }

        /** Whether it says something of this machine, not of the site. */
        boolean ours() {
            return this == UNREACHABLE;
        }
    }
}
