package cutover.twin.site.page;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** The application's templates; everything that they show is escaped. Safe for several threads. */
public final class Templates {

    private final PebbleEngine engine;

    public Templates() {
        ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
        loader.setPrefix("cutover/twin/site/page");
        loader.setSuffix(".peb");
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .defaultLocale(Locale.ENGLISH)
                .build();
    }

    /** @throws io.pebbletemplates.pebble.error.PebbleException when the template asks for what the model lacks */
    public String render(String name, Map<String, Object> model) {
        StringWriter text = new StringWriter(4096);
        try {
            engine.getTemplate(name).evaluate(text, model);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return text.toString();
    }
}
