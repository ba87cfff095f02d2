package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.drill.Action;
import cutover.drill.DrillRecord;
import cutover.drill.Hands;
import cutover.finding.Finding;
import cutover.junit.Sabotage.Ended;
import cutover.runbook.Outcome;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Somebody goes back and does it wrong, on a whole twin: the drill names it, the suites themselves see it, and all of it is
 * undone. What several do wrong at once is seen by different steps.
 */
class SaboteurOnTwinTest {

    @TempDir
    private static Path folder;

    private static Sabotage sabotage;

    @BeforeAll
    static void start() {
        sabotage = new Sabotage(folder);
    }

    @AfterAll
    static void end() {
        sabotage.close();
    }

    /**
     * The last column has the steps that see nothing here: without a copy R12 can't tell, and the twin's hosts are pinned, so
     * that what the old application serves is looked at past its name.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            before-redirect | old-tasks                                |
            before-redirect | new-tasks                                |
            after-launch    | old-name                                 |
            after-launch    | new-names, phone, old-tasks, copy        | R12
            after-launch    | new-host, mail, new-tasks, monitor       |
            after-day-2     | database-name, new-host, old-tasks, copy | R12
            after-day-2     | database-port, new-tasks                 |
            after-day-2     | media-user, new-names, mail              |
            after-day-2     | old-credentials                          |
            after-day-2     | old-code, phone                          |
            after-day-2     | old-domain                               |
            after-day-2     | old-app                                  |
            after-day-2     | old-name                                 | R5, R6, R9
            corrupted-data  | database, phone, new-host, old-tasks     |
            corrupted-data  | old-name                                 | L9
            corrupted-data  | new-names, mail, new-tasks, documents    |
            """)
    void whatIsForgottenIsNamedAndSeen(String drill, String levers, String blind) {
        List<Action> forgotten = sabotage.moving(drill, List.of(levers.split(", ")));
        Set<String> steps = new TreeSet<>();
        forgotten.forEach(action -> steps.addAll(action.seenBy()));

        Ended ended = sabotage.run(
                drill,
                steps,
                (actions, each) -> actions.stream()
                        .filter(action -> !forgotten.contains(action))
                        .forEach(each));

        forgotten.forEach(action -> assertThat(ended.texts())
                .anySatisfy(text ->
                        assertThat(text).contains(action.lever() + " does not stand at " + action.to(), action.act())));
        Optional.ofNullable(blind).map(text -> List.of(text.split(", "))).ifPresent(steps::removeAll);
        assertThat(ended.steps(Outcome.UNMET)).isEqualTo(steps);
        undone(ended);
    }

    @Test
    void withoutACopyThereIsNothingToMakeTheLiveDatabase() {
        Ended ended = sabotage.run(
                "corrupted-data",
                List.of("L9"),
                (actions, each) -> actions.stream()
                        .filter(action -> !action.lever().equals("copy"))
                        .forEach(each));

        assertThat(ended.texts())
                .anySatisfy(text -> assertThat(text).contains("copy does not stand at restored"))
                .anySatisfy(text -> assertThat(text).contains("database was moved before copy"))
                .anySatisfy(text -> assertThat(text).contains("database does not stand at restored"));
        assertThat(ended.steps(Outcome.UNMET)).containsExactly("L9");
        undone(ended);
    }

    /** From records that are still broken it builds what is there already. */
    @Test
    void documentsThatAreBuiltBeforeTheDatabaseIsRestoredAreNamedAndSeen() {
        Ended ended = sabotage.run("corrupted-data", List.of("L9", "R13"), (actions, each) -> {
            List<Action> order = new ArrayList<>(actions);
            Action documents =
                    sabotage.moving("corrupted-data", List.of("documents")).get(0);
            order.remove(documents);
            order.add(0, documents);
            order.forEach(each);
        });

        assertThat(ended.texts())
                .anySatisfy(text -> assertThat(text).contains("documents was moved before database"))
                .anySatisfy(text -> assertThat(text).contains("documents does not stand at sound"));
        assertThat(ended.steps(Outcome.UNMET)).containsExactly("R13");
        assertThat(ended.sentences())
                .anyMatch(sentence -> sentence.matches("\\d+ stored PDFs do not show what their records hold, in .*"));
        undone(ended);
    }

    @Test
    void newNamesBeforeTheOldOneAreToldAlthoughAllIsWellInTheEnd() {
        Ended ended = sabotage.run("after-launch", List.of("R1", "R3"), (actions, each) -> {
            List<Action> order = new ArrayList<>(actions);
            Collections.swap(order, 0, 1);
            order.forEach(each);
        });

        assertThat(ended.sentences()).isEmpty();
        assertThat(ended.steps(Outcome.UNMET)).isEmpty();
        assertThat(ended.record().open())
                .singleElement()
                .extracting(Finding::sentence)
                .asString()
                .endsWith("new-names was moved before old-name");
        undone(ended);
    }

    /** One of two numbers, the webhooks without the route, one rule of several. */
    @Test
    void whatIsDoneByHalfIsNamedWithWhereItStandsAndSeen() {
        Hands half = WrongHands.half(sabotage.twin());

        Ended ended = sabotage.run("after-launch", List.of("R2", "R4"), half);

        assertThat(ended.texts())
                .anySatisfy(text -> assertThat(text).contains("phone does not stand at old", "neither: "))
                .anySatisfy(text -> assertThat(text).contains("mail does not stand at old", "neither: "))
                .anySatisfy(text -> assertThat(text).contains("new-tasks does not stand at off", "rules are on"));
        assertThat(ended.steps(Outcome.UNMET)).containsExactly("R2", "R4");
        assertThat(ended.sentences())
                .anyMatch(sentence -> sentence.startsWith("Twilio +14155550101 still calls the new host"))
                .anyMatch(sentence -> sentence.startsWith("Mailgun's route catch_all() still forwards to"));
        undone(ended);
    }

    /** Nobody who comes anew meets it: the names are back. */
    @Test
    void aNewHostThatRefusesIsSeenByWhoStillHasAConnectionToIt() {
        Ended ended = sabotage.run("after-launch", List.of("R3"), (actions, each) -> {
            sabotage.twin().faults().switchOn(Side.NEW, Fault.NEW_HOST_REFUSES);
            actions.forEach(action -> {
                each.accept(action);
                sabotage.peopleGoOn();
            });
        });

        assertThat(ended.steps(Outcome.UNMET)).containsExactly("R3");
        assertThat(ended.sentences())
                .filteredOn(sentence -> sentence.endsWith("gets no page: 403"))
                .isNotEmpty()
                .allMatch(sentence -> sentence.startsWith("who still has a connection to www.clearmyrecord.org at "));
        undone(ended);
    }

    /** Who redirects has nothing to say afterwards, unless a browser still asks there. */
    @Test
    void aRedirectThatKeepsItsConnectionsTurnsPeopleInCircles() {
        Ended ended = sabotage.run("after-launch", List.of("R3"), (actions, each) -> {
            sabotage.twin().faults().switchOn(Side.NEW, Fault.REDIRECT_KEEPS_CONNECTIONS);
            actions.forEach(each);
        });

        assertThat(ended.steps(Outcome.UNMET)).containsExactly("R3");
        assertThat(ended.sentences())
                .anyMatch(sentence -> sentence.matches(
                        "who still has a connection to clearmyrecord.codeforamerica.org at .* circles"));
        undone(ended);
    }

    @Test
    void theOldNameInTheWrongZoneIsNamedAsNotMovedAndSeen() {
        Ended ended = sabotage.run("after-launch", List.of("R0", "R1"), WrongHands.inTheWrongZone(sabotage.twin()));

        assertThat(ended.texts())
                .anySatisfy(text -> assertThat(text).contains("old-name does not stand at old", "but was  : new"));
        assertThat(ended.steps(Outcome.UNMET)).containsExactly("R0", "R1");
        undone(ended);
    }

    @Test
    void whatCannotBePutBackIsDescribed() {
        Ended ended = sabotage.run("after-launch", List.of("R4"), WrongHands.deletingAWebhook(sabotage.twin()));

        DrillRecord record = ended.record();
        assertThat(record.left())
                .singleElement()
                .asString()
                .startsWith("mail stands at neither: ")
                .contains("no webhook for permanent_fail", "it was found at new");
        assertThat(ended.texts())
                .anySatisfy(text -> assertThat(text)
                        .startsWith("the drill has not been undone: mail stands elsewhere")
                        .contains("expected : new, where it was found", "404", "put mail back to new by hand"));
    }

    private static void undone(Ended ended) {
        assertThat(ended.record().isMet()).isFalse();
        assertThat(ended.record().left()).isEmpty();
        assertThat(ended.after()).isEqualTo(ended.before());
        assertThat(ended.texts()).noneMatch(text -> text.contains("does not hold after it"));
    }
}
