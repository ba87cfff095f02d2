package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.django.Params;
import cutover.twin.site.page.AdminModule;
import cutover.twin.site.store.AdminTable;
import cutover.twin.site.store.Audit;
import cutover.twin.site.store.User;
import cutover.twin.site.store.Users;
import cutover.twin.web.WebResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The framework's admin: sign-in, index, change lists. */
final class AdminViews {

    private static final int PAGE = 100;
    private static final String WRONG = "Please enter the correct username and password for a staff account. Note that"
            + " both fields may be case-sensitive.";

    private final Kit kit;
    private final SignIn signIn;

    AdminViews(Kit kit) {
        this.kit = kit;
        this.signIn = new SignIn(kit);
    }

    List<Route> routes() {
        return List.of(
                Route.form("^admin/$", staffOrFault(this::index)),
                Route.form("^admin/login/$", uncached(this::login)),
                Route.form("^admin/logout/$", uncached(this::logout)),
                Route.get("^admin/password_change/$", staff(visit -> page(visit, "admin_password", Map.of()))),
                Route.get("^admin/(\\w+)/$", known(this::app)),
                Route.get("^admin/(\\w+)/(\\w+)/$", known(this::changeList)),
                Route.get("^admin/(\\w+)/(\\w+)/(add)/$", known(this::form)),
                Route.get("^admin/(\\w+)/(\\w+)/(\\d+)/change/$", known(this::form)));
    }

    private View staffOrFault(View view) {
        View guarded = staff(view);
        return visit -> kit.on(Fault.ADMIN_OPEN_TO_ALL) ? uncached(view).answer(visit) : guarded.answer(visit);
    }

    private View staff(View view) {
        View known = visit -> visit.user().filter(User::staff).isPresent()
                ? view.answer(visit)
                : Answers.found(visit.url("/admin/login/") + "?next=" + Params.quote(visit.fullAddress()));
        return uncached(known);
    }

    /** Addresses of what the admin does not know are not found, whoever asks. */
    private View known(View view) {
        View guarded = staff(view);
        return visit -> {
            String app = visit.part(0);
            boolean known = visit.parts() == 1
                    ? AdminTables.ALL.stream().anyMatch(table -> table.app().equals(app))
                    : AdminTables.find(app, visit.part(1)).isPresent();
            if (!known) {
                throw new Missing();
            }
            return guarded.answer(visit);
        };
    }

    private static View uncached(View view) {
        return visit -> view.answer(visit).with("Cache-Control", "max-age=0, no-cache, no-store, must-revalidate");
    }

    private WebResponse login(Visit visit) {
        Optional<User> present = visit.user();
        if (!visit.request().method().equals("POST")) {
            if (present.filter(User::staff).isPresent()) {
                return Answers.found(next(visit));
            }
            String note = present.map(user -> "You are authenticated as " + user.username()
                            + ", but are not authorized to access this page. Would you like to login to a different"
                            + " account?")
                    .orElse("");
            return form(visit, note);
        }
        String name = visit.form().get("username").orElse("");
        Optional<User> user = new Users(visit.db())
                .byName(name)
                .filter(User::staff)
                .filter(found -> signIn.fits(found, visit.form().get("password").orElse("")));
        if (user.isEmpty()) {
            new Audit(visit.db()).signIn(2, name, visit.request().clientIp(), kit.now());
            return form(visit, WRONG);
        }
        signIn.in(visit, user.get());
        return Answers.found(next(visit));
    }

    private static String next(Visit visit) {
        return SignIn.next(visit).orElse(visit.url("/admin/"));
    }

    private WebResponse form(Visit visit, String note) {
        return page(visit, "admin_login", Map.of("note", note, "next", next(visit), "path", visit.fullAddress()));
    }

    private WebResponse logout(Visit visit) {
        signIn.out(visit);
        return page(visit, "admin_logged_out", Map.of());
    }

    private WebResponse index(Visit visit) {
        return modules(visit, table -> true, "Site administration", true);
    }

    private WebResponse app(Visit visit) {
        String app = visit.part(0);
        AdminTable first = AdminTables.ALL.stream()
                .filter(table -> table.app().equals(app))
                .findFirst()
                .orElseThrow(Missing::new);
        return modules(visit, table -> table.app().equals(app), first.appTitle() + " administration", false);
    }

    private WebResponse modules(Visit visit, Predicate<AdminTable> shown, String title, boolean home) {
        List<AdminTable> tables = visit.user().map(AdminViews::mayChange).orElse(kit.on(Fault.ADMIN_OPEN_TO_ALL))
                ? AdminTables.ALL.stream().filter(shown).toList()
                : List.of();
        List<AdminModule> modules = tables.stream()
                .map(AdminTable::app)
                .distinct()
                .map(app -> new AdminModule(
                        app,
                        tables.stream()
                                .filter(table -> table.app().equals(app))
                                .findFirst()
                                .orElseThrow()
                                .appTitle(),
                        tables.stream().filter(table -> table.app().equals(app)).toList()))
                .toList();
        return page(visit, "admin_index", Map.of("modules", modules, "title", title, "home", home));
    }

    private WebResponse changeList(Visit visit) {
        AdminTable table = table(visit);
        long count = table.count(visit.db());
        return page(
                visit,
                "admin_list",
                Map.of(
                        "table",
                        table,
                        "lines",
                        table.lines(visit.db(), PAGE),
                        "count",
                        count + " " + (count == 1 ? table.one() : table.many())));
    }

    private WebResponse form(Visit visit) {
        AdminTable table = table(visit);
        String which = visit.part(2);
        String text = which.equals("add")
                ? ""
                : table.line(visit.db(), visit.number(2))
                        .orElseThrow(Missing::new)
                        .text();
        return page(visit, "admin_form", Map.of("table", table, "text", text, "adding", which.equals("add")));
    }

    private AdminTable table(Visit visit) {
        return AdminTables.find(visit.part(0), visit.part(1))
                .filter(table -> mayChange(visit.signedIn()))
                .orElseThrow(Missing::new);
    }

    private static boolean mayChange(User user) {
        return user.superuser();
    }

    private WebResponse page(Visit visit, String template, Map<String, Object> model) {
        return kit.pages().admin(visit, template, model);
    }
}
