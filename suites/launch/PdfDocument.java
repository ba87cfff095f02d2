package launch;

import common.Answers;
import cutover.environment.Application;
import cutover.environment.Known;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.browser.Browser;
import cutover.probe.browser.FetchedInPage;
import cutover.probe.browser.PageObservation;
import cutover.probe.http.Answered;
import cutover.probe.http.Exchanges;
import cutover.probe.http.Visit;
import cutover.probe.pdf.NotPdf;
import cutover.probe.pdf.PdfProbe;
import cutover.probe.pdf.Readable;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The PDF of one known person: as every kind of client gets it, and as the browser shows it. */
final class PdfDocument {

    private static final String AS_BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private final Workbench bench;
    private final Site site;
    private final Known.Document known;
    private final Application.Pdf pdf;
    private final Findings findings;
    private final Answers answers;
    private final URI uri;

    PdfDocument(Workbench bench) {
        this.bench = bench;
        this.site = bench.site();
        this.known = bench.environment().known().pdf();
        this.pdf = bench.application().pdf();
        this.findings = bench.findings();
        this.answers = new Answers(findings);
        this.uri = site.at(pdf.path().replace("{id}", String.valueOf(known.id())));
    }

    /** As bytes: any client, a browser's Accept header, and with compression accepted; all must be the same. */
    void asBytes() {
        new SignInJourney(bench).as(pdf.persona()).ifPresent(visit -> {
            Optional<byte[]> plain = read(visit, Map.of("Accept", "*/*"), "for any client");
            Optional<byte[]> asBrowser = read(visit, Map.of("Accept", AS_BROWSER), "for a browser");
            Optional<byte[]> packed =
                    read(visit, Map.of("Accept", AS_BROWSER, "Accept-Encoding", "gzip"), "compressed");
            same(plain, asBrowser, "a browser");
            same(plain, packed, "a client that accepts compression");
        });
    }

    /** The printout that holds the same application. */
    void asPrintout() {
        pdf.printout()
                .ifPresent(printout ->
                        new SignInJourney(bench).as(printout.persona()).ifPresent(visit -> printed(visit, printout)));
    }

    private void printed(Visit visit, Application.Printout printout) {
        URI address = site.at(printout.path().replace("{id}", String.valueOf(known.id())));
        String what = "the printout of application " + known.id() + " at " + site.host();
        answers.answered(visit.get(address), what, 200)
                .ifPresent(answer -> new PdfProbe()
                        .read(answer.content())
                        .fold(
                                document -> {
                                    rightPerson(document, what, address);
                                    return null;
                                },
                                not -> {
                                    notPdf(answer, not, what);
                                    return null;
                                }));
    }

    private Optional<byte[]> read(Visit visit, Map<String, String> headers, String forWhom) {
        String what = "the PDF of application " + known.id() + " at " + site.host() + ", " + forWhom + ",";
        Optional<Answered> answer = answers.answered(visit.get(uri, headers), what, 200);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        if (answer.get().contentLengthMismatch()) {
            findings.add(Finding.unmet(what + " is cut off")
                    .expected(answer.get().header("Content-Length").orElse("the whole body") + " bytes")
                    .butWas(answer.get().bytes().length + " bytes")
                    .lookAt(uri.toString()));
            return Optional.empty();
        }
        if (!answer.get().contentTrouble().isEmpty()) {
            findings.add(Finding.unmet(what + " can't be unpacked")
                    .expected("a body that its Content-Encoding describes")
                    .butWas(answer.get().contentTrouble())
                    .lookAt(uri.toString()));
            return Optional.empty();
        }
        boolean readable = judged(answer.get(), what);
        findings.expect(
                answer.get().mediaType().equals("application/pdf"),
                what + " is application/pdf",
                Finding.unmet(what + " has another content type")
                        .expected("application/pdf")
                        .butWas(Exchanges.line(answer.get()))
                        .lookAt(uri.toString()));
        return readable ? Optional.of(answer.get().content()) : Optional.empty();
    }

    private boolean judged(Answered answer, String what) {
        return new PdfProbe()
                .read(answer.content())
                .fold(
                        readable -> {
                            readable(readable, what);
                            return true;
                        },
                        not -> {
                            notPdf(answer, not, what);
                            return false;
                        });
    }

    private void notPdf(Answered answer, NotPdf not, String what) {
        String sentence = switch (not.reason()) {
            case BASE64 -> " arrives as base64 text";
            case HTML -> " is a web page, not a PDF";
            case EMPTY -> " is empty";
            case DAMAGED_UTF8 -> " was pushed through UTF-8 and is damaged";
            case TRUNCATED -> " ends in the middle";
            case LOCKED -> " can't be opened without a password";
            case NO_MAGIC, UNPARSABLE -> " is damaged";
        };
        String toDo = switch (not.reason()) {
            case BASE64, DAMAGED_UTF8 ->
                "make binary support agree: the gateway's binary media types must hold"
                        + " */* when the function answers in base64";
            case HTML -> "look whether the session was lost or the PDF failed to build";
            default -> "";
        };
        findings.add(Finding.unmet(what + sentence)
                .expected("a PDF of " + known.pages() + " page(s)")
                .butWas(not.detail())
                .lookAt(uri.toString())
                .lookAt(answers.kept(answer, what).path())
                .toDo(toDo));
    }

    private void readable(Readable document, String what) {
        findings.expect(
                document.pages() == known.pages(),
                what + " has " + known.pages() + " page(s)",
                Finding.unmet(what + " has another number of pages")
                        .expected(String.valueOf(known.pages()))
                        .butWas(String.valueOf(document.pages()))
                        .lookAt(uri.toString()));
        rightPerson(document, what, uri);
    }

    private void rightPerson(Readable document, String what, URI address) {
        String text = document.allText();
        List<String> missing =
                known.texts().stream().filter(wanted -> !text.contains(wanted)).toList();
        List<String> foreign = known.foreign().stream().filter(text::contains).toList();
        findings.expect(
                foreign.isEmpty(),
                what + " holds nobody else's data",
                Finding.unmet(what + " holds another person's data")
                        .expected("no " + String.join(", ", known.foreign()))
                        .butWas("it holds " + String.join(", ", foreign))
                        .lookAt(address.toString())
                        .toDo("take the site down until this is mended: people get strangers' records"));
        findings.expect(
                missing.isEmpty(),
                what + " holds the right person's data",
                Finding.unmet(what + " lacks the person's data")
                        .expected(String.join(", ", known.texts()))
                        .butWas("missing: " + String.join(", ", missing)
                                + (text.isBlank() ? "; the PDF has no text at all" : ""))
                        .lookAt(address.toString())
                        .toDo("look at the template and at the tool that fills it: fields that stay empty are a valid"
                                + " PDF"));
    }

    private void same(Optional<byte[]> one, Optional<byte[]> other, String who) {
        if (one.isPresent() && other.isPresent()) {
            findings.expect(
                    Arrays.equals(one.get(), other.get()),
                    who + " gets the same bytes as any client",
                    Finding.unmet("the PDF of application " + known.id() + " differs for " + who)
                            .expected(one.get().length + " bytes, the same as for any client")
                            .butWas(other.get().length + " bytes, or others")
                            .lookAt(uri.toString()));
        }
    }

    /** As the signed-in browser gets and shows it. */
    void inTheBrowser() {
        bench.browser().ifPresent(browser -> {
            if (new BrowserSignIn(bench, browser)
                    .as(pdf.persona(), pdf.path().replace("{id}", String.valueOf(known.id())))) {
                shown(browser);
            }
        });
    }

    private void shown(Browser browser) {
        String what = "the PDF of application " + known.id() + " at " + site.host() + ", fetched by the browser,";
        browser.open(site.at(bench.application().health().path()));
        FetchedInPage fetched = browser.inPageFetch(uri);
        findings.expect(
                fetched.status() == 200 && fetched.type().startsWith("application/pdf"),
                what + " is application/pdf",
                Finding.unmet(what + " does not arrive")
                        .expected("status 200, application/pdf")
                        .butWas("status " + fetched.status() + ", " + fetched.type() + " " + fetched.detail())
                        .lookAt(uri.toString()));
        if (fetched.status() == 200) {
            new PdfProbe()
                    .read(fetched.bytes())
                    .fold(
                            document -> {
                                findings.evidence().bytes("the PDF", "application/pdf", fetched.bytes());
                                readable(document, what);
                                return null;
                            },
                            not -> findings.add(Finding.unmet(what + " is not a readable PDF")
                                    .expected("a PDF of " + known.pages() + " page(s)")
                                    .butWas(not.reason() + ": " + not.detail())
                                    .lookAt(uri.toString())));
        }
        PageObservation seen = browser.open(uri);
        if (Pages.broken(seen, findings)) {
            return;
        }
        findings.expect(
                seen.status() == 200 && browser.contentType().equals("application/pdf"),
                "the browser opens its PDF viewer for application " + known.id(),
                Finding.unmet("the browser does not open its PDF viewer for application " + known.id())
                        .expected("the PDF viewer")
                        .butWas(Pages.told(seen) + ", shown as " + browser.contentType())
                        .lookAt(uri.toString())
                        .lookAt(bench.screenshot(browser, "the PDF in the browser")));
    }
}
