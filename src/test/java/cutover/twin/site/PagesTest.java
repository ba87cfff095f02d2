package cutover.twin.site;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.web.WebResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final String STORE = "https://static-bucket.s3.amazonaws.com/";

    private static Rehearsed rehearsed;
    private static Browser staff;

    @BeforeAll
    static void start() throws IOException {
        rehearsed = new Rehearsed();
        staff = rehearsed.as("staff");
    }

    @AfterAll
    static void stop() throws IOException {
        rehearsed.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/apply/",
                "/privacy/",
                "/partners/",
                "/partners/sf_pubdef/",
                "/stats/",
                "/personal-statement/",
                "/recommendation-letters/",
                "/getting_your_rap/",
                "/partnerships/",
                "/partnerships/get-in-touch",
                "/accounts/login/",
                "/accounts/password/reset/"
            })
    void publicPagesHaveTheCommonParts(String path) {
        WebResponse answer = rehearsed.browser().get(path);
        assertThat(answer.status()).isEqualTo(200);
        Document page = Browser.document(answer);
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("meta[name=csrf-token]").attr("content")).isNotEmpty();
        assertThat(page.select("header.header .top_bar h2.site_name a").text()).isEqualTo("Clear My Record");
        assertThat(page.select("link[rel=stylesheet]").attr("href")).isEqualTo(STORE + "CACHE/css/a1b2c3d4e5f6.css");
        assertThat(page.select(".auth-notice")).isEmpty();
    }

    @Test
    void robotsMayReadThePublicPagesOnly() {
        WebResponse answer = rehearsed.browser().get("/robots.txt");
        assertThat(Browser.header(answer, "Content-Type")).isEqualTo("text/plain");
        assertThat(Browser.text(answer))
                .startsWith("User-agent: *\nDisallow: /*")
                .contains("Allow: /apply/\n");
        rehearsed.with(
                Fault.ROBOTS_BLOCK,
                () -> assertThat(Browser.text(rehearsed.browser().get("/robots.txt")))
                        .isEqualTo("User-agent: *\nDisallow: /\n"));
        rehearsed.with(
                Fault.NOINDEX,
                () -> assertThat(Browser.header(rehearsed.browser().get("/"), "X-Robots-Tag"))
                        .isEqualTo("noindex"));
    }

    @Test
    void faultsThatPagesShow() {
        shows(
                Fault.LINK_BROKEN,
                page -> assertThat(
                                staff.get(page.select("nav.main-nav a").last().attr("href"))
                                        .status())
                        .isEqualTo(404));
        shows(
                Fault.LINK_TO_OLD_HOST,
                page -> assertThat(page.select("a[href^=https://clearmyrecord.codeforamerica.org/]"))
                        .hasSize(1));
        shows(
                Fault.LINK_TO_STAGING,
                page -> assertThat(page.select("a[href^=https://staging.]")).hasSize(1));
        shows(Fault.ASSET_FROM_OLD_HOST, page -> {
            String script = page.select("script[src^=https://clearmyrecord.codeforamerica.org]")
                    .attr("src");
            Browser old = new Browser(rehearsed.oldSite, Rehearsed.OLD_HOST, "");
            assertThat(old.get(script.substring(script.indexOf("/static/"))).status())
                    .isEqualTo(200);
        });
        shows(Fault.SCRIPT_ERROR, page -> assertThat(page.html()).contains("cmr.setUpNotes()"));
        shows(
                Fault.MIXED_CONTENT,
                page -> assertThat(page.select("img[src^=http://]")).hasSize(1));
        shows(Fault.PAGE_WRITES, page -> assertThat(page.html()).contains("method: 'POST'"));
        shows(
                Fault.WRONG_LANGUAGE,
                page -> assertThat(page.select("html").attr("lang")).isEqualTo("es"));
        shows(
                Fault.STYLE_GONE,
                page -> assertThat(asset(page.select("link[rel=stylesheet]").first()))
                        .isFalse());
        shows(Fault.WRONG_BUILD, page -> {
            assertThat(page.select("link[rel=stylesheet]").attr("href")).doesNotContain("a1b2c3d4e5f6");
            assertThat(asset(page.select("link[rel=stylesheet]").first())).isTrue();
        });
        shows(
                Fault.ASSETS_SIGNED,
                page -> assertThat(page.select("link[rel=stylesheet]").attr("href"))
                        .contains("?AWSAccessKeyId=", "&Signature=", "&Expires=1521136800"));
        rehearsed.with(
                Fault.MANIFEST_MISSING,
                () -> assertThat(staff.get("/applications/").status()).isEqualTo(500));
    }

    private static void shows(Fault fault, Consumer<Document> seen) {
        rehearsed.with(fault, () -> {
            seen.accept(staff.page("/applications/"));
            seen.accept(staff.page("/application/100/"));
        });
    }

    private static boolean asset(Element link) {
        String name = link.attr("href").substring(STORE.length());
        return new Assets("a1b2c3d4e5f6", rehearsed.faults, Side.NEW).find(name).isPresent();
    }

    @Test
    void aHealthyPageHasNothingOfThat() {
        String page = Browser.text(staff.get("/applications/"));
        assertThat(page).doesNotContain("codeforamerica.org", "staging", "http://", "setUpNotes", "fetch(");
    }

    @Test
    void onTheStageAddressNamesCarryTheStageAndFixedPathsDoNot() {
        Browser visitor = new Browser(rehearsed.site, Rehearsed.STAGE_HOST, "/production");
        assertThat(Browser.header(visitor.get("/applications/"), "Location"))
                .isEqualTo("/accounts/login/?next=/production/applications/");
        assertThat(Browser.header(visitor.get("/admin/"), "Location"))
                .isEqualTo("/production/admin/login/?next=/production/admin/");
        Document login = visitor.page("/accounts/login/?next=/production/applications/");
        assertThat(login.select("form.login").attr("action")).isEqualTo("/production/accounts/login/");
        assertThat(login.select("footer a").eachAttr("href")).contains("/personal-statement/", "/production/partners/");
        assertThat(Browser.setCookies(visitor.get("/health/"))).isEmpty();
        Browser fresh = new Browser(rehearsed.site, Rehearsed.STAGE_HOST, "/production");
        assertThat(Browser.setCookies(fresh.get("/health/"))).hasSize(1);
    }

    @Test
    void theOldSiteServesItsAssetsItself() {
        Browser old = new Browser(rehearsed.oldSite, Rehearsed.OLD_HOST, "");
        String css = old.page("/").select("link[rel=stylesheet]").attr("href");
        assertThat(css).isEqualTo("/static/CACHE/css/0f0e0d0c0b0a.css");
        WebResponse answer = old.get(css);
        assertThat(Browser.header(answer, "Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(Browser.text(answer))
                .contains("url(\"../../intake/fonts/icons.ttf\")", "url(\"../../intake/img/seal.png\")");
        assertThat(old.get("/static/nothing.css").status()).isEqualTo(404);
        assertThat(rehearsed.browser().get("/static/admin/css/base.css").status())
                .isEqualTo(404);
    }

    @Test
    void assetsDisappearWithTheirFaults() {
        Faults faults = new Faults();
        Assets assets = new Assets("a1b2c3d4e5f6", faults, Side.NEW);
        assertThat(assets.find("/CACHE/css/a1b2c3d4e5f6.css").orElseThrow().contentType())
                .startsWith("text/css");
        assertThat(assets.find("CACHE/js/a1b2c3d4e5f6.js")).isPresent();
        assertThat(assets.find("compressed.css")).isEmpty();
        assertThat(new String(assets.find("favicons/favicon.png").orElseThrow().content(), StandardCharsets.ISO_8859_1))
                .contains("PNG");
        faults.switchOn(Side.NEW, Fault.FONT_MISSING);
        faults.switchOn(Side.NEW, Fault.ADMIN_STYLES_MISSING);
        faults.switchOn(Side.NEW, Fault.STYLES_WRONG_TYPE);
        assertThat(assets.find("intake/fonts/icons.ttf")).isEmpty();
        assertThat(assets.find("admin/css/base.css")).isEmpty();
        assertThat(assets.find("CACHE/css/a1b2c3d4e5f6.css").orElseThrow().contentType())
                .isEqualTo("binary/octet-stream");
    }
}
