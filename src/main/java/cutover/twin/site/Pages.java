package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.front.Hosts;
import cutover.twin.site.django.Raised;
import cutover.twin.site.page.Chrome;
import cutover.twin.site.page.Dates;
import cutover.twin.site.page.Templates;
import cutover.twin.site.store.Organization;
import cutover.twin.site.store.User;
import cutover.twin.web.WebResponse;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Renders pages with all that surrounds them. */
final class Pages {

    private static final String HTML = "text/html; charset=utf-8";
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final Chrome.Extra NOTHING = new Chrome.Extra("", "", "", "", "", false, "");

    private final SiteSettings settings;
    private final Switches faults;
    private final AssetAddresses assets;
    private final Templates templates = new Templates();

    Pages(SiteSettings settings, Switches faults, AssetAddresses assets) {
        this.settings = settings;
        this.faults = faults;
        this.assets = assets;
    }

    /** A page of the application's own layout. */
    WebResponse page(Visit visit, String template, Map<String, Object> model) {
        if (faults.on(Fault.MANIFEST_MISSING)) {
            throw new Raised(
                    "compressor.exceptions.OfflineGenerationError",
                    "You have offline compression enabled but key \"a5b1c2\" is missing from offline manifest."
                            + " You may need to run \"python manage.py compress\".",
                    "compressor/templatetags/compress.py, render_offline");
        }
        Map<String, Object> all = new HashMap<>(model);
        all.put("chrome", chrome(visit));
        return WebResponse.text(200, HTML, canonical(visit, templates.render(template, all)));
    }

    private String canonical(Visit visit, String page) {
        String link = "<link rel=\"canonical\" href=\"" + settings.oldOrigin()
                + visit.request().path() + "\">";
        String script = "<script src=\"https://" + Hosts.NEW + "/static/stats.js\"></script>";
        String head =
                (faults.on(Fault.OLD_HOST_IN_PAGE) ? link : "") + (faults.on(Fault.NEW_HOST_IN_PAGE) ? script : "");
        return head.isEmpty() ? page : page.replace("</head>", head + "</head>");
    }

    /** A page of the admin, whose style sheets are not compressed. */
    WebResponse admin(Visit visit, String template, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("language", language());
        all.put("csrf", visit.csrf().token());
        all.put("stage", visit.request().stage());
        all.put("base", assets.of("admin/css/base.css"));
        all.put("login", assets.of("admin/css/login.css"));
        all.put("dashboard", assets.of("admin/css/dashboard.css"));
        all.put("changelists", assets.of("admin/css/changelists.css"));
        all.put("forms", assets.of("admin/css/forms.css"));
        all.put("name", visit.user().map(User::name).orElse(""));
        return WebResponse.text(200, HTML, templates.render(template, all));
    }

    /** Address of a static file, relative when the application serves it itself. */
    String asset(String name) {
        return assets.of(name);
    }

    Dates dates() {
        return new Dates(faults.on(Fault.WRONG_TIME_ZONE) ? ZoneOffset.UTC : PACIFIC);
    }

    String language() {
        return faults.on(Fault.WRONG_LANGUAGE) ? "es" : "en";
    }

    private Chrome chrome(Visit visit) {
        String display = visit.user()
                .map(user -> user.name()
                        + user.organization()
                                .map(Organization::name)
                                .map(name -> " at " + name)
                                .orElse(""))
                .orElse("");
        return new Chrome(
                language(),
                visit.request().stage(),
                assets.css(),
                assets.js(),
                assets.of("intake/img/logo.png"),
                assets.of("favicons/favicon.png"),
                visit.csrf().token(),
                display,
                visit.user().filter(User::followsUp).isPresent(),
                visit.flash().take(),
                display.isEmpty() ? NOTHING : extra(visit),
                faults.on(Fault.WRONG_LANGUAGE) ? Chrome.Wording.spanish() : Chrome.Wording.english());
    }

    private Chrome.Extra extra(Visit visit) {
        String image = assets.of("intake/img/seal.png");
        String absolute = image.startsWith("/") ? "https://" + visit.request().host() + image : image;
        return new Chrome.Extra(
                when(Fault.ASSET_FROM_OLD_HOST, settings.oldOrigin() + "/static/intake/js/legacy.js"),
                when(Fault.LINK_TO_OLD_HOST, settings.oldOrigin() + "/partners/"),
                when(Fault.LINK_TO_STAGING, settings.stagingOrigin() + "/"),
                when(Fault.LINK_BROKEN, visit.url("/help/getting-started/")),
                when(Fault.MIXED_CONTENT, absolute.replaceFirst("^https:", "http:")),
                faults.on(Fault.SCRIPT_ERROR),
                when(Fault.PAGE_WRITES, visit.url("/applications-autocomplete/")));
    }

    private String when(Fault fault, String text) {
        return faults.on(fault) ? text : "";
    }
}
