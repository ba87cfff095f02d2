package cutover.report;

import cutover.runbook.Phase;
import cutover.runbook.ReturnWindow;
import cutover.runbook.ReturnWindow.Line;
import cutover.runbook.WayBack.Standing;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether, until when and at what cost it is still possible to go back, in words. */
final class GoingBack {

    private final ReturnWindow window;
    private final ZoneId zone;

    GoingBack(ReturnWindow window, ZoneId zone) {
        this.window = window;
        this.zone = zone;
    }

    /** Once it was gone, the same things say whether people can stay there. */
    String subject() {
        return window.phase() == Phase.ROLLEDBACK ? "staying back" : "going back";
    }

    /** "possible at a cost until 14 Jan 2026 20:00:00 UTC; costs: 60 s: …; not known: old application". */
    String sentence() {
        List<String> parts = new ArrayList<>();
        parts.add(head());
        parts.addAll(window.of(Standing.NO_LONGER).stream().map(GoingBack::told).toList());
        List<Line> costs = window.of(Standing.AT_A_COST);
        if (!costs.isEmpty()) {
            parts.add("costs: " + costs.stream().map(GoingBack::words).collect(Collectors.joining("; ")));
        }
        List<Line> unknown = window.of(Standing.NOT_KNOWN);
        if (!unknown.isEmpty()) {
            parts.add("not known: "
                    + unknown.stream().map(line -> line.subject().title()).collect(Collectors.joining(", ")));
        }
        return Printable.line(String.join("; ", parts));
    }

    /** How the whole looks. */
    Sign sign() {
        return sign(window.standing());
    }

    Page.Back panel() {
        String subject = subject();
        return new Page.Back(
                Character.toUpperCase(subject.charAt(0)) + subject.substring(1),
                sign().style(),
                head(),
                window.lines().stream().map(this::line).toList());
    }

    private String head() {
        if (window.standing() == Standing.NO_LONGER) {
            return Standing.NO_LONGER.text();
        }
        List<Line> unknown = window.of(Standing.NOT_KNOWN);
        if (unknown.size() == window.lines().size()) {
            return Standing.NOT_KNOWN.text();
        }
        Standing known = window.of(Standing.AT_A_COST).isEmpty() ? Standing.POSSIBLE : Standing.AT_A_COST;
        return known.text()
                + window.until().map(end -> " until " + Times.told(end, zone)).orElse("")
                + (unknown.isEmpty() ? "" : ", as far as this run has looked");
    }

    private Page.Subject line(Line line) {
        return new Page.Subject(
                line.subject().title(),
                sign(line.standing()).style(),
                line.standing().text(),
                line.until().map(end -> Times.told(end, zone)).orElse(""),
                line.words().stream().map(Printable::line).toList(),
                line.witnesses().stream().map(Printable::line).toList());
    }

    private static String told(Line line) {
        return line.subject().title() + ": " + words(line);
    }

    private static String words(Line line) {
        return String.join("; ", line.words());
    }

    static Sign sign(Standing standing) {
        return switch (standing) {
            case NO_LONGER -> Sign.UNMET;
            case NOT_KNOWN -> Sign.UNKNOWN;
            case AT_A_COST -> Sign.FLAKY;
            case POSSIBLE -> Sign.MET;
        };
    }
}
