package cutover.probe.http;

import java.net.URI;

/**
 * Something that a page or a style sheet names.
 *
 * @param text as written
 * @param target absolute, without fragment
 */
public record Reference(Kind kind, String text, URI target) {

    /** What it is named for. */
    public enum Kind {
        LINK,
        FORM,
        STYLE,
        SCRIPT,
        IMAGE,
        ICON,
        FONT,
        FRAME,
        MEDIA
    }

    /** True for what a browser loads by itself with the page. */
    public boolean isAsset() {
        return kind != Kind.LINK && kind != Kind.FORM && kind != Kind.FRAME;
    }
}
