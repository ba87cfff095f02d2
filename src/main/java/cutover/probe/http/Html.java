package cutover.probe.http;

import cutover.probe.http.Reference.Kind;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page as a reader of its source sees it; nothing runs. Selectors are CSS selectors as jsoup knows them. */
public final class Html {

    private final Document document;
    private final URI base;
    private final References references;

    private Html(Document document, URI page) {
        this.document = document;
        this.base = Optional.ofNullable(document.selectFirst("base[href]"))
                .flatMap(element -> WebAddress.resolve(page, element.attr("href")))
                .orElse(page);
        this.references = new References(base);
        collect();
    }

    /** @param page address from which the text came; a {@code base} element is heeded */
    public static Html of(String html, URI page) {
        return new Html(Jsoup.parse(html, page.toString()), page);
    }

    /** The answer's text, whatever its media type says. */
    public static Html of(Answered answer) {
        return of(answer.text(), answer.sent().uri());
    }

    /** Text of the title element, blanks collapsed; empty when there is none. */
    public String title() {
        return document.title();
    }

    /** Visible text of the whole page, blanks collapsed. */
    public String text() {
        return document.body().text();
    }

    /** Text of the first element that fits; empty when none does. */
    public Optional<String> text(String selector) {
        return Optional.ofNullable(document.selectFirst(selector)).map(Element::text);
    }

    /** Text of each element that fits, in the page's order. */
    public List<String> texts(String selector) {
        return document.select(selector).eachText();
    }

    /** How many elements fit. */
    public int count(String selector) {
        return document.select(selector).size();
    }

    /** That attribute of each element that fits and has it, in the page's order. */
    public List<String> attributes(String selector, String name) {
        return document.select(selector).eachAttr(name);
    }

    /** Targets of the links, forms and frames. */
    public List<Reference> links() {
        return references.found().stream()
                .filter(reference -> !reference.isAsset())
                .toList();
    }

    /** What the browser loads with the page: style sheets, scripts, images, icons, media, and url() of inline styles. */
    public List<Reference> assets() {
        return references.found().stream().filter(Reference::isAsset).toList();
    }

    /** Everything over plain http that a page over https loads, frames, or posts to; empty for a page over http. */
    public List<Reference> mixedContent() {
        if (!"https".equalsIgnoreCase(base.getScheme())) {
            return List.of();
        }
        return references.found().stream()
                .filter(reference -> reference.kind() != Kind.LINK)
                .filter(reference -> reference.target().getScheme().equals("http"))
                .toList();
    }

    /** References that are no address. */
    public List<String> broken() {
        return references.broken();
    }

    /** The first form that fits, or that lies in the first element that fits. */
    public Optional<HtmlForm> form(String selector) {
        return Optional.ofNullable(document.selectFirst(selector))
                .map(element -> element.is("form") ? element : element.selectFirst("form"))
                .flatMap(form -> HtmlForm.of(form, base));
    }

    private void collect() {
        add(Kind.LINK, "a[href], area[href]", "href");
        document.select("form[action]").forEach(form -> references.add(Kind.FORM, form.attr("action")));
        add(Kind.FRAME, "iframe[src], frame[src], embed[src]", "src");
        add(Kind.FRAME, "object[data]", "data");
        document.select("link[href]").forEach(this::addLinked);
        add(Kind.SCRIPT, "script[src]", "src");
        add(Kind.IMAGE, "img[src], input[type=image][src]", "src");
        document.select("img[srcset], source[srcset]").forEach(this::addSourceSet);
        add(Kind.MEDIA, "audio[src], video[src], source[src], track[src]", "src");
        document.select("style").forEach(style -> addStyles(style.data()));
        document.select("[style]").forEach(element -> addStyles(element.attr("style")));
    }

    private void add(Kind kind, String selector, String attribute) {
        document.select(selector).forEach(element -> references.add(kind, element.attr(attribute)));
    }

    private void addLinked(Element link) {
        String relation = link.attr("rel").toLowerCase(Locale.ROOT);
        if (relation.contains("stylesheet")) {
            references.add(Kind.STYLE, link.attr("href"));
        } else if (relation.contains("icon")) {
            references.add(Kind.ICON, link.attr("href"));
        } else if (relation.contains("preload") && "font".equals(link.attr("as"))) {
            references.add(Kind.FONT, link.attr("href"));
        }
    }

    private void addSourceSet(Element element) {
        for (String candidate : element.attr("srcset").split(",\\s+")) {
            references.add(Kind.IMAGE, candidate.strip().split("\\s+")[0]);
        }
    }

    private void addStyles(String css) {
        Css.of(css, base).assets().forEach(asset -> references.add(asset.kind(), asset.text()));
    }
}
