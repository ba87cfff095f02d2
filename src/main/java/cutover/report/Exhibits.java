package cutover.report;

import cutover.finding.Evidence;
import cutover.runbook.StepVerdict;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings evidence into the page itself: pictures as data, texts as text, up to a limit that is told when reached. */
final class Exhibits {

    static final int LIMIT = 300_000;

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");
    private static final Set<String> TEXTS =
            Set.of("application/json", "application/xml", "message/rfc822", "application/xhtml+xml", "image/svg+xml");

    private final EvidenceSource source;
    private final Map<String, String> anchors = new LinkedHashMap<>();

    Exhibits(EvidenceSource source, List<StepVerdict> steps) {
        this.source = source;
        steps.stream()
                .flatMap(step -> step.evidence().stream())
                .forEach(evidence -> anchors.putIfAbsent(evidence.path(), "evidence-" + (anchors.size() + 1)));
    }

    /** The anchor of the evidence that lies at this path, if the page has it. */
    Optional<String> anchor(String path) {
        return Optional.ofNullable(anchors.get(path));
    }

    Page.Exhibit of(Evidence evidence) {
        String type = evidence.mediaType().replaceAll(";.*", "").strip();
        if (PICTURES.contains(type)) {
            return picture(evidence, type);
        }
        return type.startsWith("text/") || TEXTS.contains(type) ? text(evidence) : file(evidence, "");
    }

    private Page.Exhibit picture(Evidence evidence, String type) {
        long size = source.size(evidence);
        if (size > LIMIT) {
            return file(evidence, "too large to be shown here (" + size / 1_000 + " kB)");
        }
        return source.read(evidence, LIMIT)
                .map(bytes -> exhibit(
                        evidence,
                        "image",
                        "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes),
                        ""))
                .orElseGet(() -> file(evidence, "the file is not there"));
    }

    private Page.Exhibit text(Evidence evidence) {
        long size = source.size(evidence);
        String note = size > LIMIT ? "the first " + LIMIT / 1_000 + " of " + size / 1_000 + " kB" : "";
        return source.read(evidence, LIMIT)
                .map(bytes ->
                        exhibit(evidence, "text", Printable.whole(new String(bytes, StandardCharsets.UTF_8)), note))
                .orElseGet(() -> file(evidence, "the file is not there"));
    }

    private Page.Exhibit file(Evidence evidence, String note) {
        return exhibit(evidence, "file", "", note);
    }

    private Page.Exhibit exhibit(Evidence evidence, String kind, String content, String note) {
        return new Page.Exhibit(
                anchors.getOrDefault(evidence.path(), ""),
                Printable.line(evidence.title()),
                Printable.line(evidence.path()),
                href(evidence.path()),
                kind,
                content,
                note);
    }

    /** Relative to the report, so that no path can become an address of something else. */
    private static String href(String path) {
        return Arrays.stream(path.split("/"))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/", "./", ""));
    }
}
