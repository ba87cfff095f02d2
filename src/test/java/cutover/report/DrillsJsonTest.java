package cutover.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import cutover.runbook.Decision;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DrillsJsonTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of("classpath:cutover/report/drills.schema.json"));

    static Stream<ReportedDrills> drills() {
        return Stream.of(SampleDrills.troubled(), SampleDrills.smooth());
    }

    @ParameterizedTest
    @MethodSource("drills")
    void everyReportIsAsTheSchemaSays(ReportedDrills drills) throws IOException {
        assertThat(schema.validate(JSON.readTree(DrillsJson.of(drills)))).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatItDoesNotKnow() throws IOException {
        ObjectNode report = (ObjectNode) JSON.readTree(DrillsJson.of(SampleDrills.smooth()));
        report.put("decision", "MAYBE");
        ((ObjectNode) report.at("/drills/0")).put("colour", "green");
        ((ObjectNode) report.at("/drills/0/findings/0")).remove("sentence");
        assertThat(schema.validate(report)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void theSchemaKnowsEveryDecision() throws IOException {
        JsonNode decisions = JSON.readTree(DrillsJson.class.getResourceAsStream("drills.schema.json"))
                .at("/properties/decision/enum");
        assertThat(StreamSupport.stream(decisions.spliterator(), false).map(JsonNode::asText))
                .containsExactlyElementsOf(
                        Stream.of(Decision.values()).map(Decision::text).toList());
    }

    @Test
    void theTroubledSampleHasOneOfEverything() throws IOException {
        JsonNode report = JSON.readTree(DrillsJson.of(SampleDrills.troubled()));
        List.of("lost", "assumes", "proves", "needless", "moved", "left", "looks", "findings", "slower", "earlier")
                .forEach(list -> assertThat(
                                StreamSupport.stream(report.get("drills").spliterator(), false))
                        .as(list)
                        .anyMatch(drill -> !drill.get(list).isEmpty()));
    }
}
