package cutover.twin.site;

import cutover.twin.site.store.User;
import cutover.twin.site.store.Users;
import cutover.twin.web.WebResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sign-in of the application's users, their profile and their forgotten passwords. */
final class AccountViews {

    private static final String PROFILE = "/accounts/profile/";
    private static final String WRONG = "Sorry, that email and password do not work together";

    private final Kit kit;
    private final SignIn signIn;

    AccountViews(Kit kit) {
        this.kit = kit;
        this.signIn = new SignIn(kit);
    }

    List<Route> routes() {
        return List.of(
                Route.form("^accounts/login/$", this::login),
                Route.form("^accounts/logout/$", this::logout),
                Route.form("^accounts/profile/$", Access.login(this::profile)),
                Route.form("^accounts/password/reset/$", this::reset),
                Route.get(
                        "^accounts/password/reset/done/$", visit -> kit.page(visit, "password_reset_done", Map.of())));
    }

    private WebResponse login(Visit visit) {
        if (visit.user().isPresent()) {
            return Answers.found(SignIn.next(visit).orElse(PROFILE));
        }
        if (!visit.request().method().equals("POST")) {
            return form(kit, visit, "", "");
        }
        String email = visit.form().get("login").orElse("").trim();
        Optional<User> user = new Users(visit.db())
                .byEmail(email)
                .filter(found -> signIn.fits(found, visit.form().get("password").orElse("")));
        if (user.isEmpty()) {
            kit.events().emit(visit.id(), "anonymous", "user_failed_login", Map.of("attempted_login", email));
            return form(kit, visit, email, WRONG);
        }
        signIn.in(visit, user.get());
        kit.sessions().remember(visit.session(), visit.form().get("remember").isPresent());
        visit.flash().add("success", "Successfully signed in as " + user.get().name() + ".");
        return Answers.found(SignIn.next(visit).orElse(PROFILE));
    }

    /** The sign-in page. */
    static WebResponse form(Kit kit, Visit visit, String email, String error) {
        return kit.page(
                visit,
                "login",
                Map.of(
                        "email",
                        email,
                        "error",
                        error,
                        "next",
                        SignIn.next(visit).orElse("")));
    }

    private WebResponse logout(Visit visit) {
        if (visit.user().isPresent()) {
            signIn.out(visit);
            visit.flash().add("success", "You have signed out.");
        }
        return Answers.found("/");
    }

    private WebResponse profile(Visit visit) {
        User user = visit.signedIn();
        if (visit.request().method().equals("POST")) {
            String name = visit.form().get("name").orElse("").trim();
            if (!name.isEmpty()) {
                visit.db().update("update user_accounts_userprofile set name = ? where user_id = ?", name, user.id());
                return Answers.found(visit.url(PROFILE));
            }
        }
        kit.events()
                .emit(
                        visit.id(),
                        user.username(),
                        "user_login",
                        Map.of("organization", Visitors.profile(user).name()));
        return kit.page(visit, "profile", Map.of("name", user.name(), "email", user.email()));
    }

    private WebResponse reset(Visit visit) {
        if (!visit.request().method().equals("POST")) {
            kit.events().emit(visit.id(), "anonymous", "user_reset_password_page", Map.of());
            return kit.page(visit, "password_reset", Map.of());
        }
        String email = visit.form().get("email").orElse("").trim();
        new Users(visit.db()).byEmail(email).ifPresent(user -> {
            String key = Long.toString(user.id(), 36) + "-"
                    + kit.signer().digest("reset", user.password()).substring(0, 20);
            kit.alerts()
                    .send(
                            visit.id(),
                            List.of(user.email()),
                            "Reset your Clear My Record password",
                            "To choose a new password, go to\n\n  https://"
                                    + visit.request().host() + visit.url("/accounts/password/reset/key/" + key + "/")
                                    + "\n");
        });
        return Answers.found(visit.url("/accounts/password/reset/done/"));
    }
}
