package cutover.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import cutover.runbook.Change;
import cutover.runbook.JournalRead;
import cutover.runbook.Runbook;
import cutover.runbook.State;
import cutover.runbook.Verdict;
import cutover.runbook.WayBack;
import cutover.runbook.Weight;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(JsonReport.class.getResourceAsStream("report.schema.json"));

    static Stream<ReportedRun> runs() {
        JournalRead damaged = new JournalRead(List.of(), List.of("there is no journal"), "{\"en");
        Verdict none = Verdict.of(new Runbook(List.of()), damaged, "run-1", Set.of());
        return Stream.of(
                SampleRun.troubled().reported(),
                SampleRun.smooth().reported(),
                SampleRun.changed().reported(),
                SampleRun.smooth()
                        .reported()
                        .with(List.of(
                                new Notified("Slack channel room", Notified.Outcome.ACCEPTED, "", ""),
                                new Notified("mail team", Notified.Outcome.LOST, "no answer", "tell them by hand"))),
                SampleRun.remembered().reported(),
                Hostile.run(),
                new ReportedRun(none, damaged, ZoneOffset.UTC, List.of()));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyReportIsAsTheSchemaSays(ReportedRun run) throws IOException {
        assertThat(schema.validate(JSON.readTree(JsonReport.of(run)))).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatItDoesNotKnow() throws IOException {
        ObjectNode report =
                (ObjectNode) JSON.readTree(JsonReport.of(SampleRun.smooth().reported()));
        report.put("decision", "MAYBE").put("colour", "green");
        assertThat(schema.validate(report)).hasSize(2);
    }

    @Test
    void theSchemaKnowsEveryStateAndWeight() throws IOException {
        JsonNode definitions = JSON.readTree(JsonReport.class.getResourceAsStream("report.schema.json"))
                .get("$defs");
        assertThat(names(definitions.at("/step/properties/state/enum"))).isEqualTo(keys(State.values()));
        assertThat(names(definitions.at("/standing/enum"))).isEqualTo(keys(WayBack.Standing.values()));
        assertThat(names(definitions.at("/wayBack/properties/subjects/items/properties/subject/enum")))
                .containsExactlyInAnyOrderElementsOf(keys(WayBack.Subject.values()));
        assertThat(names(definitions.at("/change/properties/kind/enum"))).isEqualTo(keys(Change.Kind.values()));
        assertThat(names(definitions.at("/reason/properties/weight/enum"))).isEqualTo(keys(Weight.values()));
    }

    @Test
    void theReportCarriesTheFiveFactsOfAFailure() throws IOException {
        JsonNode report = JSON.readTree(JsonReport.of(SampleRun.troubled().reported()));
        JsonNode finding = report.at("/steps/5/tests/0/findings/1");
        assertThat(report.get("decision").asText()).isEqualTo("NO-GO");
        assertThat(report.at("/reasons/0/step").asText()).isEqualTo("L6");
        assertThat(finding.get("finding").asText()).isEqualTo("unmet");
        assertThat(finding.get("expected").asText()).startsWith("exactly one mail");
        assertThat(finding.get("butWas").asText()).startsWith("0 mails");
        assertThat(finding.get("lookAt")).hasSize(3);
        assertThat(finding.get("toDo").asText()).startsWith("Check ADMINS");
    }

    @Test
    void whatIsOtherwiseThanInTheLastRunIsThereForPrograms() throws IOException {
        JsonNode report = JSON.readTree(JsonReport.of(SampleRun.changed().reported()));
        assertThat(report.at("/compared/earlierRun").asText()).isEqualTo("20260109T020000Z-11aa");
        assertThat(report.at("/compared/missedNights/1").asText()).isEqualTo("2026-01-11");
        assertThat(report.at("/compared/changes/1/now").asText()).isEqualTo("86400");
    }

    @Test
    void theWayBackAndTheLastRunsAreThereForPrograms() throws IOException {
        JsonNode report = JSON.readTree(JsonReport.of(SampleRun.remembered().reported()));
        assertThat(report.at("/wayBack/standing").asText()).isEqualTo("not-known");
        assertThat(report.at("/wayBack/until").asText()).isEqualTo("2026-02-11T20:00:00Z");
        assertThat(report.at("/wayBack/subjects/4/standing").asText()).isEqualTo("at-a-cost");
        assertThat(report.at("/wayBack/subjects/4/witnesses/0").asText()).startsWith("L5: 301");
        assertThat(report.at("/steps/0/earlier/3/state").asText()).isEqualTo("unknown");
        assertThat(report.at("/steps/0/earlier/3/tookMillis").asLong()).isEqualTo(9_900);
        assertThat(report.at("/steps/4/earlier").isMissingNode()).isTrue();
    }

    private static List<String> names(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
                .map(i -> array.get(i).asText())
                .toList();
    }

    private static List<String> keys(Enum<?>... constants) {
        return Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
