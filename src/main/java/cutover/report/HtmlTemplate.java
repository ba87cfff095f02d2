package cutover.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** The templates beside this class; what they are filled with is escaped. */
final class HtmlTemplate {

    private HtmlTemplate() {}

    /** @param page what the template calls {@code page} */
    static String filled(String template, Record page) {
        ClasspathLoader loader = new ClasspathLoader(HtmlTemplate.class.getClassLoader());
        PebbleEngine engine = new PebbleEngine.Builder()
                .loader(loader)
                .defaultLocale(Locale.ENGLISH)
                .strictVariables(true)
                .build();
        StringWriter out = new StringWriter();
        try {
            engine.getTemplate("cutover/report/" + template).evaluate(out, Map.of("page", page));
        } catch (IOException e) {
            throw new UncheckedIOException("the template " + template + " cannot be evaluated", e);
        }
        return out.toString();
    }
}
