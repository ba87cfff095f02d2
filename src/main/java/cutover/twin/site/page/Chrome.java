package cutover.twin.site.page;

import java.util.List;

/**
 * What surrounds every page.
 *
 * @param stage prefix of all addresses that are made by name
 * @param css address of the style sheet
 * @param assets address before the names of the other static files
 * @param display name and organisation of who is signed in; empty for nobody
 * @param extra what a fault leaves behind in the pages
 */
public record Chrome(
        String language,
        String stage,
        String css,
        String js,
        String logo,
        String favicon,
        String csrf,
        String display,
        boolean followsUp,
        List<Message> messages,
        Extra extra,
        Wording wording) {

    /** Address of a page below the stage. */
    public String url(String path) {
        return stage + path;
    }

    public boolean signedIn() {
        return !display.isEmpty();
    }

    /** Things in a page that should not be there; empty texts for none. */
    public record Extra(
            String foreignScript,
            String oldLink,
            String stagingLink,
            String brokenLink,
            String plainImage,
            boolean staleScript,
            String writesTo) {}

    /** The few words that a page shows in another language when it is asked to. */
    public record Wording(String signIn, String signOut, String applications, String home) {

        public static Wording english() {
            return new Wording("Sign In", "Sign out", "Applications", "Home");
        }

        public static Wording spanish() {
            return new Wording("Iniciar sesión", "Cerrar sesión", "Solicitudes", "Inicio");
        }
    }
}
