package cutover.twin.site;

import cutover.twin.site.django.Params;
import cutover.twin.site.store.User;
import cutover.twin.web.WebResponse;
import java.util.function.Predicate;

/** Who may see what: wrappers around views. */
final class Access {

    private Access() {}

    static View login(View view) {
        return only(user -> true, view);
    }

    /** Users who may see applications. */
    static View details(View view) {
        return only(User::mayViewApplications, view);
    }

    static View staff(View view) {
        return only(User::staff, view);
    }

    static View superuser(View view) {
        return only(User::superuser, view);
    }

    /** To the sign-in page, whose address knows no stage. */
    static WebResponse toLogin(Visit visit) {
        return Answers.found("/accounts/login/?next=" + Params.quote(visit.fullAddress()));
    }

    private static View only(Predicate<User> allowed, View view) {
        return visit -> visit.user().filter(allowed).isPresent() ? view.answer(visit) : toLogin(visit);
    }
}
