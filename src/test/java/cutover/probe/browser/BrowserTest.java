package cutover.probe.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.probe.browser.PageObservation.Trouble;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {

    private final LittleSite site = new LittleSite();
    private Browser browser;

    @BeforeAll
    void open(@TempDir Path folder) {
        browser = Sessions.open(folder, site.plan());
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    @BeforeEach
    void asNew() {
        browser.forget();
    }

    @Test
    void aPinnedNameKeepsItsUrlAndHostAndTheAgentIsMarked() {
        site.page("/", "<title>Home</title><p id=a>Hello</p>");

        PageObservation page = browser.open(at("/"));

        assertThat(page.trouble()).isEqualTo(Trouble.NONE);
        assertThat(page.uri()).isEqualTo(at("/"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.title()).isEqualTo("Home");
        assertThat(page.html()).contains("Hello");
        assertThat(site.header("/", "Host")).isEqualTo(LittleSite.HOST);
        assertThat(site.header("/", "User-Agent")).startsWith("Mozilla/5.0").endsWith(" little/1");
        assertThat(browser.version()).matches("\\w+ \\d+(\\.\\d+)+");
    }

    @Test
    void whatFailedAndWhatComplainedIsSeen() {
        site.page(
                "/sick",
                500,
                "text/html",
                "<link rel=stylesheet href=/good.css><link rel=stylesheet href=/none.css><img src=/none.png>"
                        + "<img src=https://elsewhere.test/a.png><script src=/x.js></script>"
                        + "<script>console.error('woe', 7); setTimeout(() => lost(), 0)</script>");
        site.page("/good.css", 200, "text/css", "body { color: rgb(1, 2, 3) }");
        site.page("/x.js", 302, "text/plain", "", "Location", "/y.js");
        site.page("/y.js", 200, "text/javascript", "");

        PageObservation page = browser.open(at("/sick"));

        assertThat(page.status()).isEqualTo(500);
        assertThat(page.trouble()).isEqualTo(Trouble.NONE);
        assertThat(page.resources())
                .contains(
                        new Resource(at("/good.css"), "GET", "Stylesheet", 200, "text/css", ""),
                        new Resource(at("/none.png"), "GET", "Image", 404, "text/plain", ""),
                        new Resource(at("/y.js"), "GET", "Script", 200, "text/javascript", ""))
                .anySatisfy(hop -> {
                    assertThat(hop.uri()).isEqualTo(at("/x.js"));
                    assertThat(hop.status()).isEqualTo(302);
                })
                .anySatisfy(away -> {
                    assertThat(away.uri().getHost()).isEqualTo("elsewhere.test");
                    assertThat(away.status()).isZero();
                    assertThat(away.failure()).isEqualTo("net::ERR_NAME_NOT_RESOLVED");
                });
        assertThat(page.consoleErrors())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("woe 7 (https://www.site.test/sick:"))
                .anySatisfy(line -> assertThat(line).contains("ReferenceError: lost is not defined"));
        assertThat(browser.styleSheets()).isEqualTo(1);
        assertThat(browser.style("body", "color"))
                .hasValueSatisfying(color -> assertThat(color).contains("1, 2, 3"));
    }

    @Test
    void aRedirectedPageTellsWhereItStands() {
        site.page("/from", 302, "text/plain", "", "Location", "/to?a=b|c");
        site.page("/to", "<p>there");

        PageObservation page = browser.open(at("/from"));

        assertThat(page.asked()).isEqualTo(at("/from"));
        assertThat(page.uri().getPath()).isEqualTo("/to");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.resources()).isEmpty();
    }

    @Test
    void aFormIsFilledAndSentAndTheNextPageIsThere() {
        site.page("/form", "<form method=post action=/sent><input name=n value=old><button>go</button></form>");
        site.page("/sent", "<h1> Thank you </h1><ul><li>one<li>two</ul>");
        browser.open(at("/form"));

        assertThat(browser.fill("input[name=n]", "new").done()).isTrue();
        assertThat(browser.click("button").done()).isTrue();

        assertThat(browser.text("h1")).contains("Thank you");
        assertThat(browser.texts("li")).containsExactly("one", "two");
        assertThat(browser.count("li")).isEqualTo(2);
        assertThat(browser.look().uri()).isEqualTo(at("/sent"));
        assertThat(browser.look().resources()).isEmpty();
        assertThat(browser.click("#none")).isEqualTo(new Acted.Missing("#none"));
        assertThatThrownBy(() -> browser.count("li[")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClickThatLeadsOnAfterAFetchIsFollowed() {
        site.page("/late", "<a href=# onclick=\"fetch('/data').then(() => location = '/landed'); return false\">x</a>");
        site.page("/data", 200, "text/plain", "d");
        site.page("/landed", "<title>landed</title>");
        browser.open(at("/late"));

        browser.click("a");

        assertThat(browser.look().title()).isEqualTo("landed");
    }

    @Test
    void whatCannotBeClickedIsToldWithTheBrowsersWord() {
        site.page("/hidden", "<button style='display:none'>x</button>");
        browser.open(at("/hidden"));

        assertThat(browser.click("button"))
                .isInstanceOfSatisfying(
                        Acted.Broken.class,
                        broken -> assertThat(broken.detail()).contains("not interactable"));
    }

    @Test
    void namesOutsideTheFenceAreUnreachable() {
        PageObservation page = browser.open(URI.create("https://elsewhere.test/"));

        assertThat(page.trouble()).isEqualTo(Trouble.UNREACHABLE);
        assertThat(page.detail()).isEqualTo("net::ERR_NAME_NOT_RESOLVED");
        assertThat(page.status()).isZero();
        assertThat(page.html()).isEmpty();
    }

    @Test
    void cookiesHaveTheirAttributesAndAreForgotten() {
        site.page("/set", 200, "text/html", "x", "Set-Cookie", "s=secret; Path=/a; Secure; HttpOnly; SameSite=Lax");
        browser.open(at("/set"));

        assertThat(browser.cookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie)
                    .isEqualTo(new BrowserCookie(
                            "s", "secret", LittleSite.HOST, "/a", true, true, "Lax", Optional.empty()));
            assertThat(cookie.toString()).contains("HttpOnly", "/a").doesNotContain("secret");
        });
        browser.forget();
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void whatPagesStoreIsForgotten() {
        site.page(
                "/store",
                "<script>document.title = [localStorage.k, sessionStorage.k];"
                        + "localStorage.k = sessionStorage.k = 1</script>");
        browser.open(at("/store"));
        assertThat(browser.open(at("/store")).title()).isEqualTo("1,1");

        browser.forget();

        assertThat(browser.open(at("/store")).title()).isEqualTo(",");
    }

    @Test
    void aPageFetchesBytesItself() {
        site.page("/", "x");
        site.page("/some.pdf", 200, "application/pdf", "%PDF-1.7 …");
        browser.open(at("/"));

        FetchedInPage fetched = browser.inPageFetch(at("/some.pdf"));

        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.type()).isEqualTo("application/pdf");
        assertThat(new String(fetched.bytes(), StandardCharsets.UTF_8)).isEqualTo("%PDF-1.7 …");
        FetchedInPage failed = browser.inPageFetch(URI.create("https://elsewhere.test/"));
        assertThat(failed.status()).isZero();
        assertThat(failed.detail()).contains("Failed to fetch");
    }

    @Test
    void anAlertHoldsNothingUp() {
        site.page(
                "/alert",
                "<script>alert('now')</script><p>after<button onclick=\"alert('then'); title = 'on'\">b</button>");

        PageObservation page = browser.open(at("/alert"));

        assertThat(page.trouble()).isEqualTo(Trouble.NONE);
        assertThat(browser.text("p"))
                .hasValueSatisfying(text -> assertThat(text).startsWith("after"));
        assertThat(browser.click("button").done()).isTrue();
        assertThat(browser.count("button[title=on]")).isEqualTo(1);
    }

    @Test
    void aDownloadLeavesThePageInPlace() {
        site.page("/links", "<a href=/file>f</a>");
        site.page("/file", 200, "application/pdf", "%PDF", "Content-Disposition", "attachment; filename=f.pdf");
        browser.open(at("/links"));

        assertThat(browser.click("a").done()).isTrue();

        assertThat(browser.look().uri()).isEqualTo(at("/links"));
        assertThat(browser.look().trouble()).isEqualTo(Trouble.NONE);
        assertThat(browser.open(at("/file")).status()).isEqualTo(200);
    }

    @Test
    void aPdfInItsViewerIsAPageWithoutResources() {
        site.page(
                "/shown",
                200,
                "application/pdf",
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                        + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

        PageObservation page = browser.open(at("/shown"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.trouble()).isEqualTo(Trouble.NONE);
        assertThat(page.resources()).isEmpty();
        assertThat(page.consoleErrors()).isEmpty();
    }

    @Test
    void whatIsBlockedForItsKindIsToldWithTheReason() {
        site.page("/mixed", "<script src=http://www.site.test/a.js></script>");

        PageObservation page = browser.open(at("/mixed"));

        assertThat(page.resources()).singleElement().satisfies(script -> {
            assertThat(script.status()).isZero();
            assertThat(script.failure()).isEqualTo("blocked (mixed-content)");
        });
        assertThat(page.consoleErrors()).singleElement().asString().startsWith("Mixed Content:");
    }

    @Test
    void aScreenshotIsPng() {
        assertThat(browser.screenshot()).startsWith(0x89, 'P', 'N', 'G');
    }

    private static URI at(String path) {
        return URI.create("https://" + LittleSite.HOST + path);
    }
}
