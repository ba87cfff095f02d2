package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.django.Passwords;
import cutover.twin.site.store.Audit;
import cutover.twin.site.store.User;
import cutover.twin.site.store.Users;
import java.net.URI;
import java.util.Optional;

/** Signing in and out, for both forms. */
final class SignIn {

    private final Kit kit;

    SignIn(Kit kit) {
        this.kit = kit;
    }

    boolean fits(User user, String password) {
        return kit.on(Fault.WRONG_PASSWORD_ACCEPTED) || Passwords.matches(password, user.password());
    }

    void in(Visit visit, User user) {
        kit.sessions().cycle(visit.db(), visit.session());
        visit.session().put("_auth_user_id", user.id());
        visit.session().put("_auth_user_hash", kit.signer().digest("auth", user.password()));
        visit.csrf().rotate();
        visit.forgetUser();
        new Users(visit.db()).signedIn(user, kit.now());
        Audit audit = new Audit(visit.db());
        audit.changed("auth.user", user.id(), user.id(), kit.now());
        audit.signIn(0, user.username(), visit.request().clientIp(), kit.now());
    }

    void out(Visit visit) {
        visit.user()
                .ifPresent(user -> new Audit(visit.db())
                        .signIn(1, user.username(), visit.request().clientIp(), kit.now()));
        kit.sessions().flush(visit.db(), visit.session());
        visit.forgetUser();
    }

    /** Where to go after signing in, when the address asked for it and it is on this host. */
    static Optional<String> next(Visit visit) {
        return visit.form().get("next").or(() -> visit.query().get("next")).filter(target -> here(visit, target));
    }

    private static boolean here(Visit visit, String target) {
        try {
            URI uri = URI.create(target);
            String authority = uri.getAuthority();
            return !target.isEmpty()
                    && !target.startsWith("//")
                    && (authority == null
                            ? uri.getScheme() == null
                            : authority.equals(visit.request().host()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
