package cutover.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.finding.Evidence;
import cutover.finding.Finding;
import cutover.runbook.Change;
import cutover.runbook.Phase;
import cutover.runbook.Reason;
import cutover.runbook.RunCompared;
import cutover.runbook.RunStarted;
import cutover.runbook.SignOff;
import cutover.runbook.StepVerdict;
import cutover.runbook.TestRun;
import cutover.runbook.Waiver;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A run for other programs; {@code report.schema.json} beside this class describes it. */
public final class JsonReport {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonReport() {}

    /** The document, indented. Times are UTC in ISO 8601, durations are in milliseconds. */
    public static String of(ReportedRun run) {
        ObjectNode document = NODES.objectNode()
                .put("format", 1)
                .put("decision", run.verdict().decision().text())
                .put("run", run.verdict().run());
        run.started().ifPresent(start -> document.set("facts", facts(start, run)));
        run.compared().ifPresent(compared -> document.set("compared", compared(compared)));
        run.window().ifPresent(window -> document.set("wayBack", WayBackJson.of(window)));
        document.set("reasons", list(run.verdict().reasons(), JsonReport::reason));
        document.set("steps", list(run.verdict().steps(), step -> step(step, run)));
        document.set("notified", list(run.notified(), JsonReport::notified));
        document.set("acceptedWeaknesses", texts(run.acceptedWeaknesses()));
        document.set("journalDamage", texts(run.journal().damage()));
        try {
            return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always writable", e);
        }
    }

    private static ObjectNode facts(RunStarted start, ReportedRun run) {
        ObjectNode versions = NODES.objectNode();
        start.versions().forEach(versions::put);
        ObjectNode facts = NODES.objectNode()
                .put("run", start.run())
                .put("environment", start.environment())
                .put("host", start.host())
                .put("phase", start.phase().key())
                .put("rehearsal", start.rehearsal())
                .put("narrowed", start.narrowed())
                .put("startedAt", start.at().toString());
        run.lastSeen().ifPresent(end -> facts.put("lastSeenAt", end.toString()));
        return facts.set("versions", versions);
    }

    private static ObjectNode compared(RunCompared compared) {
        ObjectNode node = NODES.objectNode();
        compared.earlier()
                .ifPresent(run -> node.put("earlierRun", run.run())
                        .put("earlierStartedAt", run.started().toString()));
        node.set("changes", list(compared.changes(), JsonReport::change));
        node.set("missedNights", list(compared.missedNights(), night -> NODES.textNode(night.toString())));
        return node.set("notes", texts(compared.notes()));
    }

    private static ObjectNode change(Change change) {
        return NODES.objectNode()
                .put("kind", key(change.kind()))
                .put("subject", change.subject())
                .put("before", change.before())
                .put("now", change.now())
                .put("since", change.since().toString());
    }

    private static ObjectNode reason(Reason reason) {
        return NODES.objectNode()
                .put("weight", key(reason.weight()))
                .put("decisive", reason.weight().isDecisive())
                .put("step", reason.step())
                .put("sentence", reason.sentence())
                .put("toDo", reason.toDo());
    }

    private static ObjectNode notified(Notified notified) {
        return NODES.objectNode()
                .put("channel", notified.channel())
                .put("outcome", notified.outcome().key())
                .put("why", notified.why())
                .put("toDo", notified.toDo());
    }

    private static ObjectNode step(StepVerdict step, ReportedRun run) {
        ObjectNode node = step(step);
        List<Strip.Seen> earlier = new Strip(step, run.earlier()).earlier();
        return earlier.isEmpty() ? node : node.set("earlier", WayBackJson.of(earlier));
    }

    private static ObjectNode step(StepVerdict step) {
        ObjectNode node = NODES.objectNode()
                .put("id", step.id())
                .put("line", step.line().line())
                .put("state", key(step.state()))
                .put("how", step.line().how().key())
                .put("blocking", step.line().blocking())
                .put("writes", step.line().writes())
                .put("owner", step.line().owner())
                .put("toDo", step.toDo())
                .put("rollback", step.rollback())
                .put("tookMillis", step.took().toMillis())
                .put("budgetMillis", step.line().budget().toMillis())
                .put("overBudget", step.isOverBudget())
                .put("waived", step.waived());
        step.signing().signOff().ifPresent(signOff -> node.set("signOff", signOff(signOff, step)));
        step.waiver().ifPresent(waiver -> node.set("waiver", waiver(waiver)));
        node.set("after", texts(step.line().after()));
        node.set("waitsFor", texts(step.waitsFor()));
        node.set("phases", list(step.line().phases(), JsonReport::phase));
        node.set("tests", list(step.tests(), JsonReport::test));
        return node.set("evidence", list(step.evidence(), JsonReport::evidence));
    }

    private static ObjectNode signOff(SignOff signOff, StepVerdict step) {
        return NODES.objectNode()
                .put("by", signOff.by())
                .put("at", signOff.at().toString())
                .put("saw", signOff.saw())
                .put("link", signOff.link())
                .put("release", signOff.release())
                .put("build", signOff.build())
                .put("counts", step.signing().counts())
                .put("sentence", step.signing().sentence());
    }

    private static ObjectNode waiver(Waiver waiver) {
        return NODES.objectNode()
                .put("owner", waiver.owner())
                .put("reason", waiver.reason())
                .put("until", waiver.until().toString());
    }

    private static JsonNode phase(Phase phase) {
        return NODES.textNode(phase.key());
    }

    private static ObjectNode test(TestRun test) {
        ObjectNode node = NODES.objectNode()
                .put("test", test.test())
                .put("name", test.name())
                .put("outcome", key(test.outcome()))
                .put("startedAt", test.startedAt().toString())
                .put("tookMillis", test.took().toMillis());
        return node.set("findings", list(test.findings(), JsonReport::finding));
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = NODES.objectNode().put("sentence", finding.sentence());
        return finding.fold(
                met -> node.put("finding", "met"),
                unmet -> node.put("finding", "unmet")
                        .put("expected", unmet.expected())
                        .put("butWas", unmet.butWas())
                        .put("toDo", unmet.toDo())
                        .set("lookAt", texts(unmet.lookAt())),
                unknown -> node.put("finding", "unknown")
                        .put("expected", unknown.expected())
                        .put("because", unknown.because())
                        .put("toDo", unknown.toDo())
                        .set("lookAt", texts(unknown.lookAt())));
    }

    private static ObjectNode evidence(Evidence evidence) {
        return NODES.objectNode()
                .put("title", evidence.title())
                .put("path", evidence.path())
                .put("mediaType", evidence.mediaType());
    }

    private static ArrayNode texts(List<String> texts) {
        return list(texts, NODES::textNode);
    }

    private static <T> ArrayNode list(Collection<T> values, Function<T, ? extends JsonNode> node) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(value -> array.add(node.apply(value)));
        return array;
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
