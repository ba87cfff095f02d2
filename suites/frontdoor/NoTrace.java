package frontdoor;

import common.Answers;
import cutover.environment.Application;
import cutover.environment.Phone;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.patience.FanOut;
import cutover.probe.http.Answered;
import cutover.probe.http.Html;
import cutover.probe.http.HttpObservation;
import cutover.probe.http.Reference;
import cutover.provider.twilio.TwilioRequests;
import cutover.provider.twilio.TwilioSignature;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public pages, what they load, their headers, and what callers hear: none of it names a host that must not show. */
final class NoTrace {

    private static final int AT_ONCE = 4;
    private static final int SHOWN = 8;

    private final Workbench bench;
    private final Site site;
    private final Application application;
    private final Findings findings;
    private final Traces traces;
    private final Set<URI> asked = new LinkedHashSet<>();
    private final List<String> unread = new ArrayList<>();
    /** Trace → where it was seen. */
    private final Map<String, List<String>> found = new LinkedHashMap<>();

    NoTrace(Workbench bench) {
        this.bench = bench;
        this.site = bench.site();
        this.application = bench.application();
        this.findings = bench.findings();
        this.traces = new Traces(site);
    }

    void judged() {
        Set<URI> next = new LinkedHashSet<>(starts());
        for (int depth = 0; depth <= application.explore().depth() && !next.isEmpty(); depth++) {
            next = read(next);
        }
        calls();
        if (!found.isEmpty()) {
            findings.add(finding());
        } else if (unread.isEmpty()) {
            findings.add(nothing());
        }
        if (!unread.isEmpty()) {
            findings.add(unknown());
        }
    }

    /** What everybody may open; what needs a sign-in shows its form. */
    private List<URI> starts() {
        return Stream.of(
                        Stream.of(
                                application.build().path(),
                                application.robots().path(),
                                "/sitemap.xml",
                                application.signIn().path(),
                                "/no-such-page-" + bench.run()),
                        application.explore().start().stream())
                .flatMap(paths -> paths)
                .distinct()
                .map(site::at)
                .toList();
    }

    /** @return what these lead to: pages of the site, and what is loaded with pages */
    private Set<URI> read(Set<URI> addresses) {
        List<URI> now = addresses.stream().filter(asked::add).limit(room()).toList();
        findings.progress("reading " + now.size() + " public pages and files of " + site.host());
        List<HttpObservation> seen = new FanOut(
                        AT_ONCE, bench.environment().deadlines().exchange().multipliedBy(now.size() + 1L))
                .each(now, bench.http()::get, (address, why) -> {
                    throw new IllegalStateException(address + ": " + why);
                });
        Set<URI> next = new LinkedHashSet<>();
        for (HttpObservation one : seen) {
            one.fold(
                    answer -> next.addAll(read(answer)),
                    none -> unread.add(none.sent().told() + ": " + Answers.words(none.kind())));
        }
        next.removeAll(asked);
        return next;
    }

    private long room() {
        return application.explore().pages() * 3L;
    }

    private List<URI> read(Answered answer) {
        String place = answer.sent().uri().getPath();
        answer.headers().forEach(header -> note(header.value(), "header " + header.name() + " of " + place));
        boolean text = answer.mediaType().matches("text/.*|.*(javascript|json|xml|svg).*");
        if (text) {
            note(answer.text(), place);
        }
        return answer.mediaType().equals("text/html") ? references(Html.of(answer)) : List.of();
    }

    private List<URI> references(Html html) {
        Stream<URI> loaded = html.assets().stream()
                .map(Reference::target)
                .filter(target -> site.host().equals(target.getHost())
                        || site.assetHosts().contains(String.valueOf(target.getHost())));
        Stream<URI> linked = html.links().stream()
                .filter(link -> link.kind() == Reference.Kind.LINK)
                .map(Reference::target)
                .filter(site::holds)
                .filter(this::mayBeOpened);
        return Stream.concat(loaded, linked).toList();
    }

    private boolean mayBeOpened(URI target) {
        String path = target.getPath().substring(site.stagePrefix().length());
        return application.explore().avoid().stream()
                .noneMatch(avoided -> avoided.matcher(path).find());
    }

    private void note(String text, String place) {
        traces.in(text)
                .forEach(trace ->
                        found.computeIfAbsent(trace, key -> new ArrayList<>()).add(place));
    }

    /** What Twilio is told for an incoming call. */
    private void calls() {
        if (application.voicemail().isEmpty()) {
            return;
        }
        bench.environment().phone().ifPresent(phone -> phone.numbers().forEach(line -> call(phone, line)));
    }

    private void call(Phone phone, Phone.Line line) {
        URI address = site.at(line.voice());
        Map<String, String> fields = new TreeMap<>(TwilioRequests.incomingCall(
                phone.account(), "CA" + bench.freshHex(32), phone.caller().orElse(phone.voicemail()), line.number()));
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/x-www-form-urlencoded",
                TwilioSignature.HEADER,
                bench.vendors().callSignature(address.toString(), fields));
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        bench.post(address, headers, body.getBytes(StandardCharsets.US_ASCII), "traces")
                .fold(
                        answer -> {
                            note(answer.text(), "the answer to a call to " + line.number());
                            return true;
                        },
                        none -> unread.add(none.sent().told() + ": " + Answers.words(none.kind())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Finding unknown() {
        return Finding.unknown(unread.size() + " public pages and files of " + site.host()
                        + " could not be read, so that they may still name what must not show")
                .expected("an answer to each, whatever it is")
                .because(unread.get(0) + (unread.size() == 1 ? "" : "\nand " + (unread.size() - 1) + " more"))
                .lookAt(site.origin().toString())
                .toDo("look first why the site does not answer; other steps tell more; then run this step again");
    }

    private Finding nothing() {
        return Finding.met(asked.size() + " public pages and files of " + site.host() + " name none of "
                + String.join(", ", site.forbiddenHosts()));
    }

    private Finding finding() {
        Map.Entry<String, List<String>> first = found.entrySet().iterator().next();
        return Finding.unmet(first.getValue().get(0) + " of " + site.host() + " names a host that must not show: "
                        + first.getKey())
                .expected("none of " + String.join(", ", site.forbiddenHosts()) + " in " + asked.size()
                        + " public pages and files, their headers, and the answers to calls")
                .butWas(found.entrySet().stream()
                        .limit(SHOWN)
                        .map(NoTrace::line)
                        .collect(Collectors.joining("\n")))
                .lookAt(site.origin().toString())
                .lookAt("config/environments, sites, forbidden-hosts")
                .toDo("find where the address is set (DEFAULT_HOST, templates, database, asset build) and correct it:"
                        + " once the old name is gone these are dead ends");
    }

    private static String line(Map.Entry<String, List<String>> trace) {
        int more = trace.getValue().size() - 1;
        return trace.getKey() + " in " + trace.getValue().get(0) + (more == 0 ? "" : " and " + more + " more");
    }
}
