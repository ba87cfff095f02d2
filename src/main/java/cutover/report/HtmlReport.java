package cutover.report;

/**
 * A run as one HTML file that asks nothing of any network: styles, pictures and texts are inside, there is no script, and
 * its own content security policy forbids everything else. All that came from the target is escaped.
 */
public final class HtmlReport {

    private HtmlReport() {}

    /** The whole document. Each piece of evidence is inside up to 300 kB; what is larger is named by its path. */
    public static String of(ReportedRun run, EvidenceSource evidence) {
        return HtmlTemplate.filled("report.html.peb", new PageMaker(run, evidence).page());
    }
}
