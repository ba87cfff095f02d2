package cutover.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.drill.DrillRecord;
import cutover.drill.Targets;
import cutover.runbook.LineJson;
import java.util.function.UnaryOperator;

/**
 * Drills for other programs; {@code drills.schema.json} beside this class describes it. Times are UTC in ISO 8601, durations are
 * in milliseconds; negative for what did not happen.
 */
final class DrillsJson {

    private static final JsonMapper MAPPER =
            LineJson.masking(UnaryOperator.identity()).build();

    private DrillsJson() {}

    static String of(ReportedDrills drills) {
        ObjectNode document = MAPPER.createObjectNode()
                .put("format", 1)
                .put("decision", drills.decision().text())
                .put("run", drills.run())
                .put("environment", drills.environment());
        ArrayNode aside = document.putArray("aside");
        drills.aside().forEach(finding -> aside.add(MAPPER.valueToTree(finding)));
        ArrayNode all = document.putArray("drills");
        drills.records().forEach(record -> all.add(drill(drills, record)));
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always writable", e);
        }
    }

    private static ObjectNode drill(ReportedDrills drills, DrillRecord record) {
        ObjectNode node = MAPPER.valueToTree(record);
        node.put("met", record.isMet());
        Targets targets = record.targets();
        node.putObject("targets")
                .put("noticedMillis", targets.noticed().toMillis())
                .put("decidedMillis", targets.decided().toMillis())
                .put("backMillis", targets.back().toMillis());
        DrillPast past = drills.past(record);
        ArrayNode slower = node.putArray("slower");
        past.slower().forEach(slower::add);
        ArrayNode earlier = node.putArray("earlier");
        past.earlier().forEach(each -> earlier.add(earlier(each)));
        return node;
    }

    private static ObjectNode earlier(DrillRecord record) {
        return MAPPER.createObjectNode()
                .put("run", record.run())
                .put("begun", record.begun().toString())
                .put("met", record.isMet())
                .put("noticedMillis", record.noticedMillis())
                .put("decidedMillis", record.decidedMillis())
                .put("backMillis", record.backMillis());
    }
}
