package launch;

import common.Answers;
import cutover.environment.Application;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.Html;
import cutover.probe.http.HttpObservation;
import cutover.probe.http.Visit;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** The numbers that exploring must not move; each persona signs in once. */
final class Counters {

    private final Workbench bench;
    private final Site site;
    private final Map<String, Optional<Visit>> visits = new HashMap<>();

    Counters(Workbench bench) {
        this.bench = bench;
        this.site = bench.site();
    }

    /** All numbers as of now, by name; one that can't be read is missing, with a finding added. */
    Map<String, Long> read() {
        Map<String, Long> numbers = new LinkedHashMap<>();
        Map<String, Optional<Answered>> pages = new HashMap<>();
        for (Application.Counter counter : bench.application().explore().counters()) {
            pages.computeIfAbsent(counter.persona() + counter.path(), key -> page(counter))
                    .flatMap(page -> number(page, counter))
                    .ifPresent(number -> numbers.put(counter.name(), number));
        }
        return numbers;
    }

    /** Compares what was read before with what is there now. */
    void unchangedSince(Map<String, Long> before) {
        Map<String, Long> after = read();
        List<String> moved = before.keySet().stream()
                .filter(name -> after.containsKey(name) && !after.get(name).equals(before.get(name)))
                .map(name -> name + ": " + before.get(name) + " before, " + after.get(name) + " after")
                .toList();
        bench.findings()
                .expect(
                        moved.isEmpty(),
                        "exploring moved none of " + before.size() + " counters",
                        Finding.unmet("exploring " + site.host() + " has changed something: "
                                        + (moved.isEmpty() ? "" : moved.get(0)))
                                .expected("the same numbers before and after")
                                .butWas(String.join("\n", moved))
                                .lookAt("config/applications, explore.counters")
                                .toDo(
                                        "look which page writes when it is read; set what it marked as read back to unread."
                                                + " If somebody worked at the same time, run again when nobody does"));
    }

    private Optional<Answered> page(Application.Counter counter) {
        URI uri = site.at(counter.path());
        return visits.computeIfAbsent(counter.persona(), persona -> new SignInJourney(bench).as(persona))
                .flatMap(visit -> page(visit.get(uri), "the page " + counter.path() + " of " + counter.persona()));
    }

    private Optional<Answered> page(HttpObservation seen, String what) {
        Answers answers = new Answers(bench.findings());
        return answers.answered(seen, what, 200).filter(answer -> answers.fresh(answer, what));
    }

    private Optional<Long> number(Answered page, Application.Counter counter) {
        Matcher matcher =
                counter.number().matcher(String.join("\n", Html.of(page).texts(counter.selector())));
        if (matcher.find()) {
            return Optional.of(Long.parseLong(matcher.group(1)));
        }
        bench.findings()
                .add(Finding.unmet("the number of " + counter.name() + " is not shown at " + site.host())
                        .expected(counter.number() + " at " + counter.selector())
                        .butWas("no match")
                        .lookAt(Answers.url(page))
                        .lookAt("config/applications, explore.counters"));
        return Optional.empty();
    }
}
