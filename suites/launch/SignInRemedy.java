package launch;

/** The next action where a sign-in fails, by its cause. */
final class SignInRemedy {

    private SignInRemedy() {}

    static String noForm() {
        return "open the page by hand and look who answers; step L5 tells what is wrong with the site as a whole";
    }

    static String lostCookie() {
        return "look at the answer's Set-Cookie headers: the front end must pass on several of them";
    }

    static String refusedForm() {
        return "look which host and scheme the application sees (Host, X-Forwarded-Proto), and whether posted forms reach it"
                + " undamaged";
    }

    static String wrongPassword(String secret) {
        return "look whether the account exists in this database, and whether the secret " + secret + " is right";
    }

    static String other() {
        return "sign in by hand with this account; a monitoring account also needs a profile of its own";
    }
}
