package cutover.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/**
 * A run as one HTML file that asks nothing of any network: styles, pictures and texts are inside, there is no script, and
 * its own content security policy forbids everything else. All that came from the target is escaped.
 */
public final class HtmlReport {

    private HtmlReport() {}

    /** The whole document. Each piece of evidence is inside up to 300 kB; what is larger is named by its path. */
    public static String of(ReportedRun run, EvidenceSource evidence) {
        ClasspathLoader loader = new ClasspathLoader(HtmlReport.class.getClassLoader());
        PebbleEngine engine = new PebbleEngine.Builder()
                .loader(loader)
                .defaultLocale(Locale.ENGLISH)
                .strictVariables(true)
                .build();
        StringWriter out = new StringWriter();
        try {
            engine.getTemplate("cutover/report/report.html.peb")
                    .evaluate(out, Map.of("page", new PageMaker(run, evidence).page()));
        } catch (IOException e) {
            throw new UncheckedIOException("the report's template cannot be evaluated", e);
        }
        return out.toString();
    }
}
