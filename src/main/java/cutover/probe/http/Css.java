package cutover.probe.http;

import cutover.probe.http.Reference.Kind;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a style sheet loads: {@code url()} and {@code @import}; data: addresses are left out. */
public final class Css {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern URL = Pattern.compile(
            "(@import\\s+)?url\\(\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\"')\\s]*))\\s*\\)|@import\\s+(?:\"([^\"]*)\"|'([^']*)')",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FONT = Pattern.compile("\\.(woff2?|ttf|otf|eot)([?#].*)?$");

    private final References references;

    private Css(References references) {
        this.references = references;
    }

    /** @param base address of the style sheet, or of the page for styles inside it */
    public static Css of(String css, URI base) {
        References references = new References(base);
        Matcher matcher = URL.matcher(COMMENT.matcher(css).replaceAll(" "));
        while (matcher.find()) {
            String text = first(matcher, 2, 3, 4, 5, 6);
            boolean imports = matcher.group(1) != null || matcher.group(5) != null || matcher.group(6) != null;
            references.add(imports ? Kind.STYLE : kind(text), text);
        }
        return new Css(references);
    }

    public List<Reference> assets() {
        return references.found();
    }

    /** Texts that are no address. */
    public List<String> broken() {
        return references.broken();
    }

    private static Kind kind(String text) {
        return FONT.matcher(text.toLowerCase(Locale.ROOT)).find() ? Kind.FONT : Kind.IMAGE;
    }

    private static String first(Matcher matcher, int... groups) {
        for (int group : groups) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return "";
    }
}
