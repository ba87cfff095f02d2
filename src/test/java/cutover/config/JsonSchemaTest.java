package cutover.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class JsonSchemaTest {

    record Tree(String name, @Default("[]") List<Tree> children) {}

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void aFileThatIsReadWithoutProblemsFitsTheSchema() {
        assertThat(misfits(Samples.SITE, Samples.Site.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: Clear My Record | nam: Clear My Record | $: required property 'name' not found",
                "name: Clear My Record | name: '' | $.name: must be at least 1 characters long",
                "read-only: true | read-only: 'yes' | $.read-only: does not match the regex pattern \\$\\{",
                "phase: rolled-back | phase: later | $.phase: does not have a value in the enumeration [\"before\", \"live\", \"rolled-back\"]",
                "patience: 2m | patience: 5 s | $.patience: does not match the regex pattern (^[0-9]{1,9}(ms|s|m|h|d)$)|\\$\\{",
                "password: STAFF_PASSWORD | password: hunter2 | $.sign-in: must be valid to one and only one schema, but 0 are valid",
                "kind: form | kind: from | $.sign-in: must be valid to one and only one schema, but 0 are valid",
                "port: ${port} | prot: 1 | $.hosts.www: property 'prot' is not defined in the schema and the schema does not allow additional properties",
                "live: 5s | lve: 5s | $.budgets: property 'lve' name is not valid",
            })
    void aFileWithAProblemDoesNot(String right, String wrong, String misfit) {
        assertThat(misfits(Samples.SITE.replace(right, wrong), Samples.Site.class))
                .anySatisfy(told -> assertThat(told).contains(misfit));
    }

    @Test
    void aPlaceholderFitsWhereANumberIsWanted() {
        assertThat(misfits(Samples.SITE.replace("5000000000", "${port}"), Samples.Site.class))
                .isEmpty();
    }

    @Test
    void editorsSeeDescriptionsAndDefaults() {
        ObjectNode schema = JsonSchema.of(Samples.Site.class);
        JsonNode host = schema.at("/$defs/host");

        assertThat(host.at("/description").asText()).isEqualTo("One host under test");
        assertThat(host.at("/properties/url/description").asText()).isEqualTo("Where it answers");
        assertThat(host.at("/properties/port/default").asInt()).isEqualTo(443);
        assertThat(host.at("/properties/pins/default").isArray()).isTrue();
        assertThat(host.at("/required")).hasToString("[\"url\"]");
        assertThat(host.at("/additionalProperties").asBoolean(true)).isFalse();
    }

    @Test
    void aRecordThatHoldsItselfHasOneDefinition() {
        assertThat(JsonSchema.of(Tree.class)
                        .at("/$defs/tree/properties/children/items/$ref")
                        .asText())
                .isEqualTo("#/$defs/tree");
        assertThat(misfits("name: a\nchildren: [{name: b}, {children: []}]", Tree.class))
                .containsExactly("$.children[1]: required property 'name' not found");
    }

    private List<String> misfits(String yaml, Class<?> record) {
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        Set<ValidationMessage> messages = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JsonSchema.of(record))
                .validate(json.valueToTree(loaded));
        return messages.stream().map(ValidationMessage::getMessage).toList();
    }
}
