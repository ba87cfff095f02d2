package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.django.Raised;
import cutover.twin.web.WebResponse;
import java.util.List;

/** The page for monitoring and the one that fails on purpose. */
final class HealthViews {

    private final Kit kit;

    HealthViews(Kit kit) {
        this.kit = kit;
    }

    List<Route> routes() {
        View error = Access.superuser(this::error);
        return List.of(
                Route.any(
                        "^health/$",
                        visit -> WebResponse.text(200, "text/html; charset=utf-8", "Everything seems fine")),
                Route.any(
                        "^health/error$",
                        visit -> kit.on(Fault.ERROR_PAGE_OPEN_TO_ALL) ? error(visit) : error.answer(visit)));
    }

    private WebResponse error(Visit visit) {
        throw new Raised("Exception", "This is a Test", "project/views.py, error_view");
    }
}
