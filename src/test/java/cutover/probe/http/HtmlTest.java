package cutover.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.http.Reference.Kind;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlTest {

    private static final URI PAGE = URI.create("https://www.example.org/applications/all");
    private static final String SOURCE = """
            <html><head><title> Applications
              list </title>
            <link rel="stylesheet" href="/static/a.css"><link rel="shortcut icon" href="/i.ico">
            <script src="http://old.example.org/x.js"></script>
            <style>@import "more.css"; body { background: url('bg.png') } @font-face { src: url(f.woff2?#iefix) }</style>
            </head><body><h1>Two  rows</h1><a href="?page=2">next</a><a href="mailto:a@b.c">m</a><a href="#top">t</a>
            <a href="http://[bad">b</a><a href="http://plain.example.org">p</a><img src="data:image/png;base64,AA"><img src="a b.png">
            <form class="login" method="post" action="/accounts/login/?next=/x">
              <input type="hidden" name="csrfmiddlewaretoken" value="tok"><input name="login"><input type="password" name="password">
              <input type="checkbox" name="remember"><input type="checkbox" name="keep" checked><button name="go" value="1">Go</button>
              <select name="s"><option value="1">a</option><option selected value="2">b</option></select>
            </form></body></html>
            """;

    private final Html html = Html.of(SOURCE, PAGE);

    @Test
    void textsAreReadBySelector() {
        assertThat(html.title()).isEqualTo("Applications list");
        assertThat(html.text("h1")).contains("Two rows");
        assertThat(html.text("h2")).isEmpty();
        assertThat(html.count("a")).isEqualTo(5);
    }

    @Test
    void linksAreResolvedAsABrowserDoes() {
        assertThat(html.links())
                .extracting(link -> link.kind() + " " + link.target())
                .containsExactly(
                        "LINK https://www.example.org/applications/all?page=2",
                        "LINK http://plain.example.org/",
                        "FORM https://www.example.org/accounts/login/?next=/x");
        assertThat(html.broken()).containsExactly("http://[bad");
    }

    @Test
    void assetsIncludeThoseOfInlineStyles() {
        assertThat(html.assets())
                .extracting(asset -> asset.kind() + " " + asset.target())
                .containsExactlyInAnyOrder(
                        "STYLE https://www.example.org/static/a.css",
                        "ICON https://www.example.org/i.ico",
                        "SCRIPT http://old.example.org/x.js",
                        "STYLE https://www.example.org/applications/more.css",
                        "IMAGE https://www.example.org/applications/bg.png",
                        "FONT https://www.example.org/applications/f.woff2?",
                        "IMAGE https://www.example.org/applications/a%20b.png");
    }

    @Test
    void mixedContentIsWhatThePageLoadsOverPlainHttp() {
        assertThat(html.mixedContent()).extracting(Reference::kind).containsExactly(Kind.SCRIPT);
        assertThat(Html.of(SOURCE, URI.create("http://www.example.org/")).mixedContent())
                .isEmpty();
    }

    @Test
    void aFormSendsWhatABrowserWould() {
        HtmlForm form = html.form("form.login").orElseThrow();
        assertThat(form.method()).isEqualTo("POST");
        assertThat(form.action()).isEqualTo(URI.create("https://www.example.org/accounts/login/?next=/x"));
        assertThat(form.fields())
                .containsExactly(
                        Map.entry("csrfmiddlewaretoken", "tok"),
                        Map.entry("login", ""),
                        Map.entry("password", ""),
                        Map.entry("keep", "on"),
                        Map.entry("s", "2"));
        assertThat(form.filled(Map.of("login", "a")))
                .containsEntry("login", "a")
                .containsEntry("s", "2");
        assertThat(html.form("#other")).isEmpty();
    }

    @Test
    void styleSheetsNameTheirFontsAndImports() {
        Css css = Css.of(
                "/* url(no.png) */ @import url(\"b.css\"); @font-face{src:url( 'x.ttf' )} i{background:url(../y.svg)}",
                URI.create("https://cdn.example.org/css/a.css"));
        assertThat(css.assets())
                .extracting(asset -> asset.kind() + " " + asset.target())
                .containsExactly(
                        "STYLE https://cdn.example.org/css/b.css",
                        "FONT https://cdn.example.org/css/x.ttf",
                        "IMAGE https://cdn.example.org/y.svg");
    }
}
