package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.store.Folder;
import cutover.twin.site.store.Organization;
import cutover.twin.site.store.Organizations;
import cutover.twin.site.store.Referrals;
import cutover.twin.web.WebResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What everybody may see. */
final class PublicViews {

    private static final String ROBOTS = "User-agent: *\nDisallow: /*  # disallow all\n";
    private static final List<String> ALLOWED = List.of(
            "/$",
            "/apply/",
            "/privacy/",
            "/partners/",
            "/stats/",
            "/personal-statement/",
            "/recommendation-letters/",
            "/getting_your_rap/",
            "/partnerships/");

    /** The fixtures are older than what people have set since, and still say that it is not live. */
    private static final String JOINED_LATER = "Yolo";

    private final Kit kit;

    PublicViews(Kit kit) {
        this.kit = kit;
    }

    List<Route> routes() {
        Stream<Route> pages = Stream.of(
                Route.get("^$", visit -> kit.page(visit, "home", Map.of("counties", counties(visit)))),
                Route.get("^apply/$", visit -> kit.page(visit, "apply", Map.of("counties", counties(visit)))),
                Route.get("^partners/$", this::partners),
                Route.get("^partners/([\\w-]+)/$", this::partner),
                Route.get("^stats/$", this::stats),
                Route.get("^robots\\.txt$", this::robots),
                Route.get("^(?:application|confirm|review|thanks)/$", this::withoutSession));
        Stream<Route> prose = Stream.of(
                prose("^privacy/$", "Privacy Policy", "We keep what you tell us to ourselves and to the attorneys."),
                prose(
                        "^personal-statement/$",
                        "Personal Statement",
                        "A personal statement tells the judge who you are today."),
                prose(
                        "^recommendation-letters/$",
                        "Recommendation Letters",
                        "A letter from somebody who knows you helps the judge."),
                prose(
                        "^getting_your_rap/$",
                        "Getting Your RAP Sheet",
                        "Your RAP sheet lists your arrests and convictions."),
                prose("^partnerships/$", "Partnerships", "Clear My Record works with public defenders."),
                prose("^partnerships/get-in-touch$", "Get in Touch", "Tell us about your office."));
        return Stream.concat(pages, prose).toList();
    }

    private Route prose(String pattern, String title, String text) {
        return Route.get(pattern, visit -> kit.page(visit, "prose", Map.of("title", title, "text", text)));
    }

    private List<String> counties(Visit visit) {
        return new Organizations(visit.db())
                .counties().stream().filter(this::isLive).toList();
    }

    private WebResponse partners(Visit visit) {
        Map<String, List<Organization>> byCounty = new Organizations(visit.db())
                .receiving().stream()
                        .filter(partner -> isLive(partner.county()))
                        .collect(Collectors.groupingBy(Organization::county, TreeMap::new, Collectors.toList()));
        return kit.page(visit, "partners", Map.of("counties", byCounty));
    }

    private boolean isLive(String county) {
        return !county.equals(JOINED_LATER) || !kit.faults().onAnySide(Fault.FIXTURES_LOADED);
    }

    private WebResponse partner(Visit visit) {
        return new Organizations(visit.db())
                .bySlug(visit.part(0))
                .map(partner -> kit.page(visit, "partner", Map.of("partner", partner)))
                .orElseThrow(Missing::new);
    }

    private WebResponse stats(Visit visit) {
        int all = new Referrals(visit.db()).count(Optional.empty(), Folder.ALL);
        return kit.page(visit, "stats", Map.of("applications", all));
    }

    private WebResponse robots(Visit visit) {
        String text = kit.on(Fault.ROBOTS_BLOCK)
                ? "User-agent: *\nDisallow: /\n"
                : ROBOTS
                        + String.join(
                                "",
                                ALLOWED.stream()
                                        .map(path -> "Allow: " + path + "\n")
                                        .toList());
        String sitemap =
                kit.on(Fault.OLD_HOST_IN_ROBOTS) ? "Sitemap: " + kit.settings().oldOrigin() + "/sitemap.xml\n" : "";
        return WebResponse.text(200, "text/plain", text + sitemap);
    }

    /** Pages in the middle of the applicant's form send those away who have not begun it. */
    private WebResponse withoutSession(Visit visit) {
        String path = visit.request().path();
        if (path.equals("/application/") || path.equals("/review/")) {
            String address = "https://" + visit.request().host() + visit.fullAddress();
            kit.log()
                    .record(
                            "ERROR",
                            visit.id(),
                            "No counties in session data on url " + address + " for ip "
                                    + visit.request().clientIp() + " expires " + kit.now());
            kit.log().record("ERROR", visit.id(), "No applicant in session data");
        }
        return Answers.found(visit.url("/apply/"));
    }
}
